import * as oauth from "oauth4webapi";
import * as z from "zod";
import * as Account from "#core/account";
import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import * as Instant from "#core/instant";
import type * as Store from "#core/store";
import type { CredentialRuntime } from "./credential.ts";
import { ask } from "./outward.ts";

/** How long a refresh may be under way before it is taken for abandoned. */
const abandonedMilliseconds = 60_000;

type Held = { readonly sealed: Store.SealedCredential; readonly credential: Account.Renewable };

/** `unused`: the old token is as good as before. `unknown`: it may be used up, and its successor lost. */
type Renewal =
  | { readonly kind: "renewed"; readonly credential: Account.Renewable }
  | { readonly kind: "refused" | "unused" | "unknown" };

/**
 * The credential, renewed where its end is near. X's refresh tokens are good once, and one that is used twice ends the
 * whole chain: whoever renews says so first by a conditional write, and everybody else goes on with the old pair. A
 * refresh without an outcome is tried again only when the old access token has ended, and nothing is left to lose.
 * @throws account.renewing when the old one has ended and somebody else is at it
 */
export const renew = async (
  runtime: CredentialRuntime,
  key: Store.AccountKey,
  { credential, sealed }: Held,
): Promise<Account.Credential | undefined> => {
  const now = runtime.now();
  if (!Account.isToRenew(credential, now)) return credential;
  const isOver = credential.expiresAt <= now;
  const since = sealed.refresh === undefined ? undefined : Date.parse(now) - Date.parse(sealed.refresh.at);
  if (since !== undefined && !isOver) return credential;
  if (since !== undefined && since < abandonedMilliseconds) throw new Fault("account.renewing");
  const id = runtime.newId();
  if (!(await runtime.store.beginRefresh(key, sealed, { id, at: now }))) {
    if (isOver) throw new Fault("account.renewing");
    return credential;
  }
  return settle(runtime, key, { id, credential, renewal: await askPlatform(runtime, credential) });
};

type Settling = { readonly id: string; readonly credential: Account.Renewable; readonly renewal: Renewal };

const settle = async (
  runtime: CredentialRuntime,
  key: Store.AccountKey,
  { credential, id, renewal }: Settling,
): Promise<Account.Credential | undefined> => {
  const isOver = credential.expiresAt <= runtime.now();
  runtime.log.info("account.renewed", { ...key, code: renewal.kind });
  switch (renewal.kind) {
    case "renewed": {
      const sealed = await Identity.sealCredential(renewal.credential, await runtime.secrets.read("TOKEN_KEY"));
      const { expiresAt, kind } = renewal.credential;
      await runtime.store.endRefresh(key, id, { sealed, kind, expiresAt });
      return renewal.credential;
    }
    case "refused":
      await runtime.store.endRefresh(key, id, undefined);
      await runtime.store.changeHealth(key, (health) => Account.disconnect(health, "refresh-refused", runtime.now()));
      return isOver ? undefined : credential;
    case "unused":
      await runtime.store.endRefresh(key, id, undefined);
      if (isOver) throw new Fault("account.renewing");
      return credential;
    case "unknown":
      if (isOver) throw new Fault("account.renewing");
      return credential;
  }
};

const askPlatform = (runtime: CredentialRuntime, credential: Account.Renewable): Promise<Renewal> =>
  credential.kind === "x-oauth2" ? refreshX(runtime, credential) : prolongInstagram(runtime, credential);

/** Source: docs.x.com, fundamentals/authentication/oauth-2-0 (POST /2/oauth2/token, RFC 6749, section 6). */
const refreshX = async (
  runtime: CredentialRuntime,
  credential: Extract<Account.Renewable, { kind: "x-oauth2" }>,
): Promise<Renewal> => {
  const { X_API_URL } = runtime.environment;
  const server = { issuer: new URL(X_API_URL).origin, token_endpoint: `${X_API_URL}/2/oauth2/token` };
  const client = { client_id: credential.clientId };
  const proof = credential.clientSecret === undefined ? oauth.None() : oauth.ClientSecretBasic(credential.clientSecret);
  let answer: Awaited<ReturnType<typeof ask>> | undefined;
  const options: oauth.TokenEndpointRequestOptions = {
    [oauth.customFetch]: async (url, { body, headers, method }) => {
      answer = await ask(runtime, { url, method, headers: new Headers(headers), body: String(body) });
      return new Response(answer.kind === "answered" ? JSON.stringify(answer.body ?? {}) : "{}", {
        status: answer.kind === "answered" ? answer.status : 503,
        headers: { "content-type": "application/json" },
      });
    },
    // The platform may be played on this machine; X itself is never asked in plain.
    [oauth.allowInsecureRequests]: X_API_URL.startsWith("http://"),
  };
  try {
    const response = await oauth.refreshTokenGrantRequest(server, client, proof, credential.refreshToken, options);
    const { access_token, expires_in, refresh_token } = await oauth.processRefreshTokenResponse(
      server,
      client,
      response,
    );
    const expiresAt = Instant.after(runtime.now(), expires_in ?? 7_200);
    const refreshToken = refresh_token ?? credential.refreshToken;
    return { kind: "renewed", credential: { ...credential, accessToken: access_token, refreshToken, expiresAt } };
  } catch (error) {
    // Whatever it says may quote the tokens: its kind alone is looked at.
    if (error instanceof oauth.ResponseBodyError && error.error === "invalid_grant") return { kind: "refused" };
    const isUnused = answer?.kind === "unreachable" || (answer?.kind === "answered" && answer.status < 500);
    return { kind: isUnused && answer?.status !== 200 ? "unused" : "unknown" };
  }
};

const Prolonged = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** Source: developers.facebook.com, instagram-platform/reference/refresh_access_token, which wants the token in the address. */
const prolongInstagram = async (
  runtime: CredentialRuntime,
  credential: Extract<Account.Renewable, { kind: "instagram-login" }>,
): Promise<Renewal> => {
  const url = new URL("/refresh_access_token", runtime.environment.INSTAGRAM_GRAPH_URL);
  url.search = new URLSearchParams({ grant_type: "ig_refresh_token", access_token: credential.token }).toString();
  const answer = await ask(runtime, { url: url.href, method: "GET", headers: new Headers() });
  if (answer.kind !== "answered") return { kind: "unused" };
  const prolonged = Prolonged.safeParse(answer.body);
  if (answer.status === 200 && prolonged.success) {
    const { access_token, expires_in } = prolonged.data;
    const expiresAt = Instant.after(runtime.now(), expires_in);
    return { kind: "renewed", credential: { ...credential, token: access_token, expiresAt } };
  }
  return { kind: answer.status === 400 || answer.status === 401 ? "refused" : "unused" };
};
