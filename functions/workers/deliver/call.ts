import { createHmac } from "node:crypto";
import * as Channel from "#core/channel";
import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import { Secret } from "#core/secret";
import type { Runtime } from "#functions/runtime";

/** What is known after a call to a platform. `headers`: as it answered, where it did. */
export type Outcome = { readonly headers?: Readonly<Record<string, string>> } & (
  | { readonly kind: "accepted"; readonly externalId: string | undefined; readonly body?: unknown }
  | { readonly kind: "later"; readonly code: string; readonly afterSeconds?: number }
  | { readonly kind: "disconnected" | "refused" | "unknown"; readonly code: string }
);

/** One try takes at most this long; there is no second one without a commit between them. */
const callTimeoutMilliseconds = 10_000;
const answerBytes = 256 * 1024;

type Asked = Channel.Outgoing & { readonly channel: Channel.PlatformChannel };
type CallRuntime = Pick<Runtime, "environment" | "secrets" | "now">;

/** A request with everything it needs: only the network is left. Without one the account has no token. */
export type Call = {
  readonly channel: Channel.PlatformChannel;
  readonly retrySafe: boolean;
  readonly request?: Request;
};
type Request = {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
};

/**
 * Composes the request, with the account's token and the app's proof. Whatever is wrong with a secret is known here,
 * where nothing has been attempted yet.
 * @throws configuration.invalid
 */
export const prepareCall = (runtime: CallRuntime, asked: Asked): Promise<Call> =>
  prepareRequest(runtime, asked, Channel.compose(asked, runtime.now()));

/** The same for a request that is composed already. */
export const prepareRequest = async (
  runtime: CallRuntime,
  asked: Pick<Asked, "channel" | "accountId">,
  { body, method, path, retrySafe }: Channel.PlatformRequest,
): Promise<Call> => {
  const { channel } = asked;
  const token = await tokenOf(runtime, asked);
  if (token === undefined) return { channel, retrySafe };
  const url = await urlOf(runtime, channel, path, token);
  const request = {
    url,
    method,
    headers: headersOf(token),
    body: body === undefined ? undefined : JSON.stringify(body),
  };
  return { channel, retrySafe, request };
};

export const call = async (
  { fetch }: Pick<Runtime, "fetch">,
  { channel, request, retrySafe }: Call,
): Promise<Outcome> => {
  if (request === undefined) return { kind: "disconnected", code: "send.disconnected" };
  const answer = await fetchOnce(fetch, request);
  if (answer === "unreachable") return { kind: "later", code: "send.unavailable" };
  if (answer === "no-answer") return retrySafe ? { kind: "later", code: "send.unavailable" } : noAnswer;
  if (answer.status >= 200 && answer.status < 300) {
    const { externalId } = Channel.accepted(channel, answer.body);
    return { kind: "accepted", externalId, body: answer.body, headers: answer.headers };
  }
  return { ...refusalOf(channel, retrySafe, answer), headers: answer.headers };
};

const noAnswer: Outcome = { kind: "unknown", code: "send.no-answer" };

type Answer = { readonly status: number; readonly body: unknown; readonly headers: Record<string, string> };

const refusalOf = (channel: Channel.PlatformChannel, retrySafe: boolean, answer: Answer): Outcome => {
  const error = Channel.sendError(channel, answer.status, answer.body, answer.headers);
  // 503 says that nothing was done (RFC 9110, 15.6.4); another 5xx may come after the platform did it.
  const mayBeDone = error.uncertain === true && answer.status !== 503 && !retrySafe;
  if (mayBeDone) return { kind: "unknown", code: error.code };
  switch (error.retry) {
    case "later":
      return {
        kind: "later",
        code: error.code,
        ...(error.afterSeconds === undefined ? {} : { afterSeconds: error.afterSeconds }),
      };
    case "reconnect":
      return { kind: "disconnected", code: error.code };
    case "never":
      return { kind: "refused", code: error.code };
  }
};

/** The account's token, from the one secret that holds them: `{"x:900100200300": "…"}`. */
const tokenOf = async (
  { secrets }: CallRuntime,
  asked: Pick<Asked, "channel" | "accountId">,
): Promise<Secret | undefined> => {
  const all = tokensIn(await secrets.read("CHANNEL_TOKENS"));
  const token = all[`${Intake.platformOf(asked.channel)}:${asked.accountId}`];
  return typeof token === "string" && token !== "" ? new Secret(token) : undefined;
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

const headersOf = (token: Secret): Headers => {
  try {
    return new Headers({ authorization: `Bearer ${token.reveal()}`, "content-type": "application/json" });
  } catch {
    // It holds what no header can, a line's end perhaps; the message would quote it.
    throw new Fault("configuration.invalid", { variable: "CHANNEL_TOKENS" });
  }
};

const fetchOnce = async (
  fetch: Runtime["fetch"],
  { body, headers, method, url }: Request,
): Promise<Answer | "unreachable" | "no-answer"> => {
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: "error",
      signal: AbortSignal.timeout(callTimeoutMilliseconds),
    });
    return { status: response.status, body: await readJson(response), headers: Object.fromEntries(response.headers) };
  } catch (error) {
    return hasNotLeft(error) ? "unreachable" : "no-answer";
  }
};

/** Meta asks for a proof that the caller holds the app's secret ("Securing Graph API calls", appsecret_proof). */
const urlOf = async (
  runtime: CallRuntime,
  channel: Channel.PlatformChannel,
  path: string,
  token: Secret,
): Promise<string> => {
  if (channel.startsWith("x.")) return new URL(`${runtime.environment.X_API_URL}${path}`).href;
  const [appSecret] = await runtime.secrets.readAll("META_APP_SECRET");
  if (appSecret === undefined) throw new Fault("configuration.invalid", { variable: "META_APP_SECRET" });
  const url = new URL(`${runtime.environment.META_GRAPH_URL}${path}`);
  const proof = createHmac("sha256", appSecret.reveal()).update(token.reveal()).digest("hex");
  url.searchParams.set("appsecret_proof", proof);
  return url.href;
};

const readJson = async (response: Response): Promise<unknown> => {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > answerBytes) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the status alone speaks. The parser's words would quote the answer, which may quote our text.
    return undefined;
  }
};

/** Connections that were never made carried nothing. */
const hasNotLeft = (error: unknown): boolean => {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined)?.code : undefined;
  return (
    typeof cause === "string" && ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"].includes(cause)
  );
};
