import * as oauth from "oauth4webapi";
import { describe, Fault } from "#core/fault";
import type { Secret } from "#core/secret";
import * as OpenId from "#functions/openid";
import { type Runtime, required } from "#functions/runtime";
import { answered, type Discovery, optionsOf } from "./discovery.ts";

/** What one sign-in is held together by: it leaves for the browser sealed, and comes back with the issuer's answer. */
export type Attempt = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** `none` asks without a word, `login` asks in any case (OpenID Connect Core 1.0, 3.1.2.1). */
export type Prompt = "none" | "login";

type Question = { readonly attempt: Attempt; readonly prompt?: Prompt | undefined; readonly language: string };

export type Tokens = {
  readonly token: string;
  readonly expiresInSeconds: number;
  /** Tells the issuer whose session is to end. */
  readonly idToken?: string;
  readonly refreshToken?: string;
};

/** Tokens, and the issuer's name for whom they are (`sub`). */
export type SignedIn = Tokens & { readonly subject: string };

/** An issuer that does not say how long its token lives is asked again after this. */
const unknownLifetimeSeconds = 300;

/**
 * The agents' issuer, of which the page knows nothing: authorization code with PKCE (OpenID Connect Core 1.0, 3.1; RFC 7636;
 * `iss` in the answer, RFC 9207). A confidential client (RFC 10017, 6.2.3.1): a script that gets hold of a code cannot
 * redeem it elsewhere.
 * Each call throws sign-in.unavailable when the issuer does not answer, configuration.invalid when it is another or does
 * not know this client.
 */
export const createIssuer = (
  runtime: Pick<Runtime, "environment" | "fetch" | "log" | "secrets">,
  server: Discovery,
) => {
  const { environment, log, secrets } = runtime;
  const options = optionsOf(runtime);
  const client = (): oauth.Client => ({ client_id: required(environment, "OIDC_CLIENT_ID") });
  const isByKey = environment.OIDC_CLIENT_PROOF === "key";
  const faultOf = faultsOf(isByKey ? "OIDC_CLIENT_KEY" : "OIDC_CLIENT_SECRET");
  const proof = async (known: oauth.AuthorizationServer): Promise<oauth.ClientAuth> => {
    if (!isByKey) return proofBy(await secrets.read("OIDC_CLIENT_SECRET"));
    if (known.token_endpoint_auth_methods_supported?.includes("private_key_jwt") === false) {
      throw new Fault("configuration.invalid", { variable: "OIDC_CLIENT_PROOF" });
    }
    return OpenId.proofByKey(await secrets.readAll("OIDC_CLIENT_KEY"), "OIDC_CLIENT_KEY");
  };
  return {
    /** The issuer's page to send the browser to. */
    addressOf: async (question: Question): Promise<string> => addressOf(await server(), environment, question),

    /** @throws sign-in.failed when the answer is none to this attempt, or the issuer refuses its code */
    finish: async (attempt: Attempt, answer: URLSearchParams): Promise<SignedIn> => {
      const known = await server();
      const proven = await proof(known);
      try {
        const { nonce: expectedNonce, state, verifier } = attempt;
        const validated = oauth.validateAuthResponse(known, client(), answer, state);
        const back = redirectUriOf(environment);
        const response = await answered(
          oauth.authorizationCodeGrantRequest(known, client(), proven, validated, back, verifier, options),
        );
        const expected = { expectedNonce, requireIdToken: true } as const;
        return signedInBy(await oauth.processAuthorizationCodeResponse(known, client(), response, expected));
      } catch (error) {
        throw faultOf(error, () => {
          // The library's words may quote what the issuer or the browser sent.
          log.warn("sign-in.failed", { error: describe(error) });
          return new Fault("sign-in.failed");
        });
      }
    },

    /** Undefined when the issuer gives nothing for it any more. */
    renew: async (refreshToken: string): Promise<Tokens | undefined> => {
      const known = await server();
      const proven = await proof(known);
      try {
        const response = await answered(oauth.refreshTokenGrantRequest(known, client(), proven, refreshToken, options));
        return tokensOf(await oauth.processRefreshTokenResponse(known, client(), response));
      } catch (error) {
        if (!isRefusal(error)) throw faultOf(error, () => new Fault("sign-in.unavailable"));
        log.info("session.not-renewed", { error: describe(error) });
        return undefined;
      }
    },

    /** RFC 7009. What cannot be revoked ends by itself. */
    revoke: async (refreshToken: string): Promise<void> => {
      try {
        const known = await server();
        if (known.revocation_endpoint === undefined) return;
        await oauth.processRevocationResponse(
          await oauth.revocationRequest(known, client(), await proof(known), refreshToken, options),
        );
      } catch (error) {
        log.warn("session.not-revoked", { error: describe(error) });
      }
    },

    /**
     * Where the issuer's own session is ended (OpenID Connect RP-Initiated Logout 1.0, 2); undefined where it has no such
     * page, or cannot be asked for it.
     */
    endOf: async (idToken: string | undefined): Promise<string | undefined> => {
      try {
        return endOf(await server(), environment, idToken);
      } catch (error) {
        log.warn("session.not-ended", { error: describe(error) });
        return undefined;
      }
    },
  };
};

const redirectUriOf = (environment: Runtime["environment"]): string => `${required(environment, "WEB_ORIGIN")}/`;

/**
 * HTTP Basic with both parts encoded as in a form (RFC 6749, 2.3.1). The library's own also escapes what stands for itself
 * there, such as a hyphen: issuers that do not decode would know neither.
 */
const proofBy =
  (secret: Secret): oauth.ClientAuth =>
  (_server, { client_id: id }, _body, headers) =>
    headers.set("authorization", `Basic ${btoa(`${formEncoded(id)}:${formEncoded(secret.reveal())}`)}`);

const formEncoded = (text: string): string => new URLSearchParams({ "": text }).toString().slice("=".length);

/** Error codes of RFC 6749 (5.2, 4.1.2.1) that say nothing of what was asked for. */
const ofClient = "invalid_client";
const ofTheMoment = ["temporarily_unavailable", "server_error"];

/** The issuer read what it was given, and gives nothing for it. A proxy's page is no such answer. */
const isRefusal = (error: unknown): boolean =>
  error instanceof oauth.ResponseBodyError && error.error !== ofClient && !ofTheMoment.includes(error.error);

/** What went wrong where it is not about the person; else what `otherwise` says. `variable`: by what Guichet proves itself. */
const faultsOf =
  (variable: string) =>
  (error: unknown, otherwise: () => Fault): Fault => {
    const notKnown = () => new Fault("configuration.invalid", { variable });
    if (error instanceof Fault) return error;
    // A refused client may be told so by a challenge instead (RFC 6749, 5.2).
    if (error instanceof oauth.WWWAuthenticateChallengeError) return notKnown();
    if (!(error instanceof oauth.ResponseBodyError)) return otherwise();
    if (error.error === ofClient) return notKnown();
    return ofTheMoment.includes(error.error) ? new Fault("sign-in.unavailable") : otherwise();
  };

const addressOf = async (
  { authorization_endpoint: endpoint }: oauth.AuthorizationServer,
  environment: Runtime["environment"],
  { attempt, language, prompt }: Question,
): Promise<string> => {
  if (endpoint === undefined) throw new Fault("configuration.invalid", { variable: "OIDC_ISSUER" });
  const question = {
    ...attempt,
    clientId: required(environment, "OIDC_CLIENT_ID"),
    redirectUri: redirectUriOf(environment),
    scope: environment.OIDC_SCOPE,
    language,
  };
  const audience = required(environment, "OIDC_AUDIENCE");
  return OpenId.questionAt(endpoint, question, {
    prompt,
    // RFC 8707, where the audience is named by an address; elsewhere the client's registration says it.
    resource: URL.canParse(audience) ? audience : undefined,
  });
};

const endOf = (
  { end_session_endpoint: end }: oauth.AuthorizationServer,
  environment: Runtime["environment"],
  idToken: string | undefined,
): string | undefined => {
  if (end === undefined) return undefined;
  return OpenId.addressAt(end, {
    client_id: required(environment, "OIDC_CLIENT_ID"),
    post_logout_redirect_uri: redirectUriOf(environment),
    // Amazon Cognito's own name for it.
    logout_uri: redirectUriOf(environment),
    id_token_hint: idToken,
  });
};

const signedInBy = (answer: oauth.TokenEndpointResponse): SignedIn => {
  const subject = oauth.getValidatedIdTokenClaims(answer)?.sub;
  if (subject === undefined) throw new Fault("sign-in.failed");
  return { ...tokensOf(answer), subject };
};

const tokensOf = (answer: oauth.TokenEndpointResponse): Tokens => ({
  token: answer.access_token,
  expiresInSeconds: answer.expires_in ?? unknownLifetimeSeconds,
  ...(answer.id_token === undefined ? {} : { idToken: answer.id_token }),
  ...(answer.refresh_token === undefined ? {} : { refreshToken: answer.refresh_token }),
});

export const newAttempt = (): Attempt => ({
  state: oauth.generateRandomState(),
  nonce: oauth.generateRandomNonce(),
  verifier: oauth.generateRandomCodeVerifier(),
});
