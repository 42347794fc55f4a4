import { createHmac } from "node:crypto";
import * as Channel from "#core/channel";
import * as Intake from "#core/intake";
import { Secret } from "#core/secret";
import type { Runtime } from "#functions/runtime";

/** What is known after a call to a platform. */
export type Outcome =
  | { readonly kind: "accepted"; readonly externalId: string | undefined }
  | { readonly kind: "later"; readonly code: string; readonly afterSeconds?: number }
  | { readonly kind: "disconnected" | "refused" | "unknown"; readonly code: string };

/** One try takes at most this long; there is no second one without a commit between them. */
const callTimeoutMilliseconds = 10_000;
const answerBytes = 256 * 1024;

type Call = Channel.Outgoing & { readonly channel: Channel.PlatformChannel };
type CallRuntime = Pick<Runtime, "environment" | "secrets" | "fetch" | "now">;

export const call = async (runtime: CallRuntime, outgoing: Call): Promise<Outcome> => {
  const request = Channel.compose(outgoing, runtime.now());
  const token = await tokenOf(runtime, outgoing);
  if (token === undefined) return { kind: "disconnected", code: "send.disconnected" };
  const answer = await fetchOnce(runtime, outgoing.channel, request, token);
  if (answer === "unreachable") return { kind: "later", code: "send.unavailable" };
  if (answer === "no-answer") return request.retrySafe ? { kind: "later", code: "send.unavailable" } : noAnswer;
  if (answer.status >= 200 && answer.status < 300) {
    return { kind: "accepted", externalId: Channel.accepted(outgoing.channel, answer.body).externalId };
  }
  return refusalOf(outgoing.channel, request, answer);
};

const noAnswer: Outcome = { kind: "unknown", code: "send.no-answer" };

type Answer = { readonly status: number; readonly body: unknown; readonly headers: Record<string, string> };

const refusalOf = (channel: Channel.PlatformChannel, request: Channel.PlatformRequest, answer: Answer): Outcome => {
  const error = Channel.sendError(channel, answer.status, answer.body, answer.headers);
  // 503 says that nothing was done (RFC 9110, 15.6.4); another 5xx may come after the platform did it.
  const mayBeDone = error.uncertain === true && answer.status !== 503 && !request.retrySafe;
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
const tokenOf = async ({ secrets }: CallRuntime, outgoing: Call): Promise<Secret | undefined> => {
  const all: unknown = JSON.parse((await secrets.read("CHANNEL_TOKENS")).reveal());
  const name = `${Intake.platformOf(outgoing.channel)}:${outgoing.accountId}`;
  const token = typeof all === "object" && all !== null ? (all as Record<string, unknown>)[name] : undefined;
  return typeof token === "string" && token !== "" ? new Secret(token) : undefined;
};

const fetchOnce = async (
  runtime: CallRuntime,
  channel: Channel.PlatformChannel,
  request: Channel.PlatformRequest,
  token: Secret,
): Promise<Answer | "unreachable" | "no-answer"> => {
  const url = await urlOf(runtime, channel, request.path, token);
  try {
    const response = await runtime.fetch(url, {
      method: request.method,
      headers: { authorization: `Bearer ${token.reveal()}`, "content-type": "application/json" },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
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
  if (channel.startsWith("x.")) return `${runtime.environment.X_API_URL}${path}`;
  const [appSecret] = await runtime.secrets.readAll("META_APP_SECRET");
  const url = new URL(`${runtime.environment.META_GRAPH_URL}${path}`);
  const proof = createHmac("sha256", appSecret?.reveal() ?? "")
    .update(token.reveal())
    .digest("hex");
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
