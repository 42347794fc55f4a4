import * as oauth from "oauth4webapi";
import { describe, Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import * as Identity from "#core/identity";
import * as OpenId from "#functions/openid";
import type { Outward, Runtime } from "#functions/runtime";
import type { Bank } from "./visit.ts";

/** Who the bank says it is, and what the sign-in was worth. */
export type Subject = { readonly issuer: string; readonly id: string; readonly context: string };

/** What one sign-in is held together by. Only its `state` leaves for the issuer, and only its hash is kept. */
type Attempt = { readonly state: string; readonly visitor: string };

type Asking = Attempt & {
  readonly bank: Bank;
  readonly contexts: readonly string[];
  readonly language: Handoff.Language;
};

export type Issuer = {
  /** The issuer's page to send the browser to. */
  begin(asking: Asking): Promise<string>;
  /** @throws secure.sign-in-failed, secure.sign-in-too-weak, secure.unavailable */
  finish(attempt: Attempt & Pick<Asking, "bank" | "contexts">, parameters: URLSearchParams): Promise<Subject>;
};

const freshMilliseconds = 300_000;
const toleranceSeconds = 30;

/**
 * Sign-in at the bank's own issuer (OpenID Connect Core 1.0, authorization code; PKCE, RFC 7636; `iss` in the answer, RFC 9207).
 * We prove who we are with our key (private_key_jwt): there is no secret to share.
 */
export const createIssuer = (runtime: Pick<Runtime, "secrets" | "log">, outward: Outward): Issuer => {
  const known = new Map<string, { readonly server: oauth.AuthorizationServer; readonly at: number }>();
  // Calls go where an administrator said, at public addresses; plain http on this machine alone, which `outward` sees to.
  const request = OpenId.optionsBy(outward, { isPlainAllowed: true });
  const discover = async ({ secure }: Bank): Promise<oauth.AuthorizationServer> => {
    const kept = known.get(secure.issuer);
    if (kept !== undefined && Date.now() - kept.at < freshMilliseconds) return kept.server;
    const issuer = new URL(secure.issuer);
    const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, request));
    known.set(secure.issuer, { server, at: Date.now() });
    return server;
  };
  return {
    begin: async (asking) => {
      const server = await orUnavailable(discover(asking.bank));
      return addressOf(server, asking, await secretsOf(runtime, asking));
    },
    finish: async (attempt, parameters) => {
      const server = await orUnavailable(discover(attempt.bank));
      try {
        return await exchange(runtime, { attempt, parameters, request, server });
      } catch (error) {
        if (error instanceof Fault) throw error;
        // The library's words may quote what the issuer or the browser sent.
        runtime.log.warn("secure.sign-in-failed", { entityId: attempt.bank.id, error: describe(error) });
        throw new Fault("secure.sign-in-failed");
      }
    },
  };
};

const orUnavailable = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch {
    // Unreachable, too slow or not what it should be: for the customer it is one.
    throw new Fault("secure.unavailable");
  }
};

type Secrets = { readonly nonce: string; readonly verifier: string };

/** Both come from the browser's own secret: without that very browser there is neither, and nothing of them is kept. */
const secretsOf = async ({ secrets }: Pick<Runtime, "secrets">, { state, visitor }: Attempt): Promise<Secrets> => {
  const key = await secrets.read("IDENTITY_KEY");
  return {
    nonce: Identity.keyed(key, "secure-nonce", visitor, state),
    verifier: Identity.keyed(key, "secure-verifier", visitor, state),
  };
};

const clientOf = ({ secure }: Bank): oauth.Client => ({
  client_id: secure.clientId,
  [oauth.clockTolerance]: toleranceSeconds,
});

const redirectUriOf = ({ id, secure }: Bank): string => `${secure.origin}${Handoff.pathOf(id)}/signed-in`;

const addressOf = async (
  server: oauth.AuthorizationServer,
  { bank, contexts, language, state }: Asking,
  { nonce, verifier }: Secrets,
): Promise<string> => {
  if (server.authorization_endpoint === undefined) throw new Fault("secure.unavailable");
  const question = {
    clientId: bank.secure.clientId,
    redirectUri: redirectUriOf(bank),
    scope: "openid",
    state,
    nonce,
    verifier,
    language,
  };
  return OpenId.questionAt(server.authorization_endpoint, question, {
    acr_values: contexts.join(" "),
    // Whoever sits there now signs in now: a session left open at the issuer is somebody's, perhaps another's.
    prompt: "login",
  });
};

type Exchange = {
  readonly attempt: Parameters<Issuer["finish"]>[0];
  readonly parameters: URLSearchParams;
  readonly request: OpenId.Options;
  readonly server: oauth.AuthorizationServer;
};

const exchange = async (
  runtime: Pick<Runtime, "secrets">,
  { attempt, parameters, request, server }: Exchange,
): Promise<Subject> => {
  const { bank, contexts, state } = attempt;
  const client = clientOf(bank);
  const { nonce, verifier } = await secretsOf(runtime, attempt);
  const validated = oauth.validateAuthResponse(server, client, parameters, state);
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    await OpenId.proofByKey(await runtime.secrets.readAll("SECURE_KEY"), "SECURE_KEY"),
    validated,
    redirectUriOf(bank),
    verifier,
    request,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  // The code flow may trust TLS for this; a bank's own proxy may end TLS before us.
  await oauth.validateApplicationLevelSignature(server, answer, request);
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (claims === undefined) throw new Fault("secure.sign-in-failed");
  const context = typeof claims["acr"] === "string" ? claims["acr"] : "";
  if (!contexts.includes(context)) throw new Fault("secure.sign-in-too-weak");
  return { issuer: claims.iss, id: claims.sub, context };
};
