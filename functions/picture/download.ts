import type * as Picture from "#core/picture";
import { pin, type Resolve, readAtMost, requestPinned } from "#functions/runtime";

/** How a fetch ended: with the bytes, refused for good, or worth another try. */
export type Download =
  | { readonly kind: "fetched"; readonly bytes: Uint8Array }
  | { readonly kind: "refused" | "unavailable" };

/** WhatsApp takes pictures of 5 MB, Instagram of 8, X of 5 (15 as GIF); what is larger is no picture of theirs. */
const mostBytes = 16 * 1024 * 1024;
const timeoutMilliseconds = 8_000;
const mostRedirects = 3;

const refused: Download = { kind: "refused" };
const unavailable: Download = { kind: "unavailable" };

type Request = {
  readonly admission: Picture.Admission;
  /** Sent to hosts that take it, and to no other. */
  readonly authorization?: string;
  readonly resolve?: Resolve;
};

/** Fetches a picture into memory, from a public address alone. A redirect stays at its host or is not followed. */
export const download = async ({ admission, authorization, ...given }: Request): Promise<Download> => {
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  const pinned = await pin(admission.url, { isTrusted: admission.isTrusted, signal, ...given });
  if (pinned === "private") return refused;
  if (pinned === "unknown") return unavailable;
  const token = authorization !== undefined && admission.takesToken ? { authorization } : {};
  const headers = { accept: "image/*", ...token };
  let url = admission.url;
  try {
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const response = await requestPinned(url, { headers, pinned, signal });
      const next = redirectOf(response, url);
      if (next === undefined) return await answerOf(response);
      response.destroy();
      if (next === "elsewhere") return refused;
      url = next;
    }
    return refused;
  } catch {
    // Whatever broke, the words of it hold the address.
    return unavailable;
  }
};

type Answer = Awaited<ReturnType<typeof requestPinned>>;

const redirectOf = ({ headers, statusCode = 0 }: Answer, from: URL): URL | "elsewhere" | undefined => {
  if (statusCode < 300 || statusCode > 399) return undefined;
  const to = URL.parse(headers.location ?? "", from.href);
  return to !== null && to.origin === from.origin ? to : "elsewhere";
};

const answerOf = async (response: Answer): Promise<Download> => {
  const { statusCode = 0 } = response;
  if (statusCode !== 200) {
    response.destroy();
    return statusCode === 429 || statusCode >= 500 ? unavailable : refused;
  }
  const bytes = await readAtMost(response, mostBytes);
  return bytes === undefined ? refused : { kind: "fetched", bytes };
};
