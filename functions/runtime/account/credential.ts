import { createHmac, randomBytes } from "node:crypto";
import * as Account from "#core/account";
import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import { Secret } from "#core/secret";
import type * as Store from "#core/store";
import type { Runtime } from "../index.ts";
import { renew } from "./renew.ts";

export type CredentialRuntime = Pick<Runtime, "environment" | "fetch" | "log" | "newId" | "now" | "secrets" | "store">;

/** Method and path, below the address of the account's platform. */
type Asked = { readonly method: string; readonly path: string };
export type Authorised = { readonly url: string; readonly headers: Headers };

/**
 * A request in the account's name: signed, or with its token and the proof that the app's secret is ours. Undefined when
 * there is nothing to prove it with.
 * @throws configuration.invalid, or account.renewing where the token has ended and its successor is on the way
 */
export const authorise = async (
  runtime: CredentialRuntime,
  key: Store.AccountKey,
  asked: Asked,
): Promise<Authorised | undefined> => {
  const credential = await credentialOf(runtime, key);
  if (credential === undefined) return undefined;
  const url = new URL(`${baseOf(runtime, key, credential)}${asked.path}`);
  if (credential.kind === "bearer" && key.platform !== "x") {
    url.searchParams.set("appsecret_proof", await proofOf(runtime, credential.token));
  }
  return { url: url.href, headers: headersOf(runtime, credential, { method: asked.method, url: url.href }) };
};

/** The same in the name of X's app, which alone may look after its webhooks. Undefined without its token. */
export const authoriseApp = async (
  runtime: CredentialRuntime,
  key: Store.AccountKey,
  { path }: Asked,
): Promise<Authorised | undefined> => {
  const credential = await credentialOf(runtime, key);
  if (credential === undefined || !("appToken" in credential) || credential.appToken === undefined) return undefined;
  const url = new URL(`${baseOf(runtime, key, credential)}${path}`);
  return { url: url.href, headers: bearer(credential.appToken) };
};

/** What an account is asked for with, in plain: for a host that takes a bearer token and nothing else. */
export const tokenOf = async (runtime: CredentialRuntime, key: Store.AccountKey): Promise<Secret | undefined> => {
  const credential = await credentialOf(runtime, key);
  if (credential === undefined || credential.kind === "x-oauth1") return undefined;
  return new Secret(credential.kind === "x-oauth2" ? credential.accessToken : credential.token);
};

/** What an administrator connected the account with, renewed where that is due; else the operator's own token for it. */
export const credentialOf = async (
  runtime: CredentialRuntime,
  key: Store.AccountKey,
): Promise<Account.Credential | undefined> => {
  const sealed = await runtime.store.readCredential(key);
  if (sealed === undefined) return operatorsToken(runtime, key);
  const tokenKey = await runtime.secrets.read("TOKEN_KEY");
  const credential = Account.Credential.parse(await Identity.openCredential(sealed.sealed, tokenKey));
  return Account.isRenewable(credential) ? renew(runtime, key, { sealed, credential }) : credential;
};

/** The tokens the operator filled in, by platform and account: `{"x:900100200300": "…"}`. Who fills in none has none. */
const operatorsToken = async (
  { secrets }: CredentialRuntime,
  { accountId, platform }: Store.AccountKey,
): Promise<Account.Credential | undefined> => {
  const filled = await secrets.read("CHANNEL_TOKENS").catch(unlessEmpty);
  const token = filled === undefined ? undefined : tokensIn(filled)[`${platform}:${accountId}`];
  return typeof token === "string" && token !== "" ? { kind: "bearer", token } : undefined;
};

const unlessEmpty = (error: unknown): undefined => {
  if (!(error instanceof Fault) || error.code !== "configuration.invalid") throw error;
};

const tokensIn = (secret: Secret): Record<string, unknown> => {
  try {
    const all: unknown = JSON.parse(secret.reveal());
    if (typeof all === "object" && all !== null) return all as Record<string, unknown>;
  } catch {
    // The parser quotes the secret in what it throws.
  }
  throw new Fault("configuration.invalid", { variable: "CHANNEL_TOKENS" });
};

const baseOf = (
  { environment }: CredentialRuntime,
  { platform }: Store.AccountKey,
  { kind }: Account.Credential,
): string => {
  if (platform === "x") return environment.X_API_URL;
  return kind === "instagram-login" ? environment.INSTAGRAM_GRAPH_URL : environment.META_GRAPH_URL;
};

const headersOf = (
  { now }: CredentialRuntime,
  credential: Account.Credential,
  { method, url }: { readonly method: string; readonly url: string },
): Headers => {
  if (credential.kind === "x-oauth2") return bearer(credential.accessToken);
  if (credential.kind !== "x-oauth1") return bearer(credential.token);
  const timestampSeconds = Math.floor(Date.parse(now()) / 1000);
  const nonce = randomBytes(16).toString("hex");
  const authorization = Account.oauth1Header(credential, { method, url, nonce, timestampSeconds });
  return new Headers({ authorization, "content-type": "application/json" });
};

const bearer = (token: string): Headers => {
  try {
    return new Headers({ authorization: `Bearer ${token}`, "content-type": "application/json" });
  } catch {
    // It holds what no header can, a line's end perhaps; the message would quote it.
    throw new Fault("configuration.invalid", { variable: "CHANNEL_TOKENS" });
  }
};

/** Meta asks for a proof that the caller holds the app's secret ("Securing Graph API calls", appsecret_proof). */
const proofOf = async ({ secrets }: CredentialRuntime, token: string): Promise<string> => {
  const [appSecret] = await secrets.readAll("META_APP_SECRET");
  if (appSecret === undefined) throw new Fault("configuration.invalid", { variable: "META_APP_SECRET" });
  return createHmac("sha256", appSecret.reveal()).update(token).digest("hex");
};
