import { lookup } from "node:dns/promises";
// biome-ignore lint/style/noRestrictedImports: fetch cannot be told which address to connect to; this is the client that can.
import { type IncomingMessage, request as requestPlain } from "node:http";
import { type RequestOptions, request as requestSecure } from "node:https";
import * as Picture from "#core/picture";

/** The addresses of a name, as the system's resolver gives them. */
export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

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

/**
 * Fetches a picture into memory. The name is resolved once, every answer must be a public address, and the connection
 * goes to the very address that was looked at. A redirect stays at its host or is not followed.
 */
export const download = async ({ admission, authorization, resolve = resolveBySystem }: Request): Promise<Download> => {
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  const pinned = await pin(admission, resolve);
  if (pinned === "private") return refused;
  if (pinned === "unknown") return unavailable;
  const headers = authorization !== undefined && admission.takesToken ? { authorization } : {};
  let url = admission.url;
  try {
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const response = await open(url, { headers, pinned, signal });
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

const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true });

type Pinned = { readonly address: string; readonly family: number };

const pin = async (
  { isTrusted, url }: Picture.Admission,
  resolve: Resolve,
): Promise<Pinned | "private" | "unknown"> => {
  const answers = await resolve(url.hostname.replace(/^\[|\]$/g, "")).catch(() => []);
  const [first] = answers;
  if (first === undefined) return "unknown";
  return isTrusted || answers.every(({ address }) => Picture.isPublicAddress(address)) ? first : "private";
};

type Opening = {
  readonly headers: Readonly<Record<string, string>>;
  readonly pinned: Pinned;
  readonly signal: AbortSignal;
};

const open = (url: URL, { headers, pinned, signal }: Opening): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const toPinned: NonNullable<RequestOptions["lookup"]> = (_name, options, callback) =>
      options.all ? callback(null, [pinned]) : callback(null, pinned.address, pinned.family);
    const options = { headers: { accept: "image/*", ...headers }, lookup: toPinned, signal, agent: false };
    const request =
      url.protocol === "https:" ? requestSecure(url.href, options, resolve) : requestPlain(url.href, options, resolve);
    request.on("error", reject).end();
  });

const redirectOf = ({ headers, statusCode = 0 }: IncomingMessage, from: URL): URL | "elsewhere" | undefined => {
  if (statusCode < 300 || statusCode > 399) return undefined;
  const to = URL.parse(headers.location ?? "", from.href);
  return to !== null && to.origin === from.origin ? to : "elsewhere";
};

const answerOf = async (response: IncomingMessage): Promise<Download> => {
  const { statusCode = 0 } = response;
  if (statusCode !== 200) {
    response.destroy();
    return statusCode === 429 || statusCode >= 500 ? unavailable : refused;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > mostBytes) return refused;
    chunks.push(chunk);
  }
  return { kind: "fetched", bytes: Buffer.concat(chunks) };
};
