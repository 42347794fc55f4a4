import { importJWK } from "jose";
import * as oauth from "oauth4webapi";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import type { Secret } from "#core/secret";

/** What both issuers, the agents' and the customers', are asked with; who asks says how a call is made. */
type Call = {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** The library's calls, made by `call`, with its time limit. `isPlainAllowed`: over HTTP too, for an issuer of this machine. */
export const optionsBy = (
  call: (address: string, call: Call) => Promise<Response>,
  { isPlainAllowed }: { readonly isPlainAllowed: boolean },
) => ({
  [oauth.customFetch]: (
    address: string,
    { body, headers, method }: { body?: unknown; headers: Record<string, string>; method: string },
  ) =>
    call(address, {
      method: method === "POST" ? "POST" : "GET",
      headers,
      ...(body === undefined || body === null ? {} : { body: String(body) }),
    }),
  [oauth.allowInsecureRequests]: isPlainAllowed,
});

export type Options = ReturnType<typeof optionsBy>;

type Question = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly language: string;
};

/** Where the issuer asks who is there: authorization code with PKCE (OpenID Connect Core 1.0, 3.1.2.1; RFC 7636). */
export const questionAt = async (
  endpoint: string,
  { clientId, language, nonce, redirectUri, scope, state, verifier }: Question,
  more: Readonly<Record<string, string | undefined>>,
): Promise<string> =>
  addressAt(endpoint, {
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ui_locales: language,
    ...more,
  });

/** An endpoint may have parameters of its own: they stay. */
export const addressAt = (endpoint: string, parameters: Readonly<Record<string, string | undefined>>): string => {
  const url = new URL(endpoint);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
};

/**
 * By a signature of ours, so that there is no secret to share (private_key_jwt, OpenID Connect Core 1.0, 9). The issuer checks it with
 * the keys that are published.
 * @throws configuration.invalid
 */
export const proofByKey = async (secrets: readonly Secret[], variable: string): Promise<oauth.ClientAuth> => {
  const { current } = await Handoff.keysFrom(secrets, variable);
  const key = await importJWK(current, "ES256");
  if (key instanceof Uint8Array) throw new Fault("configuration.invalid", { variable });
  return oauth.PrivateKeyJwt({ key, kid: current.kid });
};
