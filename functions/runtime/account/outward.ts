import type { Runtime } from "../index.ts";

/** One try takes at most this long; whoever asks knows whether and when to try again. */
const timeoutMilliseconds = 10_000;
/** A hundred posts with all that belongs to them; what is longer is no answer of a platform's API. */
const answerBytes = 2 * 1024 * 1024;

type Request = {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string | FormData;
};

/** `unreachable`: nothing left this machine. `no-answer`: nobody knows what became of it. */
export type Answer =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly body: unknown;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: "unreachable"; readonly status?: undefined }
  | { readonly kind: "no-answer"; readonly status?: undefined };

/** One request to a platform: in time, within size, no redirect followed. Never throws: an error could quote the request. */
export const ask = async (
  { fetch }: Pick<Runtime, "fetch">,
  { body, headers, method, url }: Request,
): Promise<Answer> => {
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const { headers: told, status } = response;
    return { kind: "answered", status, body: await readJson(response), headers: Object.fromEntries(told) };
  } catch (error) {
    return { kind: hasNotLeft(error) ? "unreachable" : "no-answer" };
  }
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
