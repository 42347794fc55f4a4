import { lookup } from "node:dns/promises";
// biome-ignore lint/style/noRestrictedImports: fetch cannot be told which address to connect to; this is the client that can.
import { type IncomingMessage, request as requestPlain } from "node:http";
import { type RequestOptions, request as requestSecure } from "node:https";
import * as Picture from "#core/picture";

type Address = { readonly address: string; readonly family: number };

/** The addresses of a name, as the system's resolver gives them. */
export type Resolve = (hostname: string) => Promise<readonly Address[]>;

type Pinning = { readonly isTrusted: boolean; readonly signal: AbortSignal; readonly resolve?: Resolve };

/**
 * Resolves the name in an address, once: the request then connects to the very address that was checked, so that a name
 * which changes its answer in between (DNS rebinding) gains nothing. Every answer must be a public address, unless the
 * origin is trusted. `unknown`: no answer, or none before the signal.
 */
export const pin = async (
  { hostname }: URL,
  { isTrusted, resolve = resolveBySystem, signal }: Pinning,
): Promise<Address | "private" | "unknown"> => {
  const asked = resolve(hostname.replace(/^\[|\]$/g, ""));
  const answers = await Promise.race([asked, rejectedBy(signal)]).catch(() => []);
  const [first] = answers;
  if (first === undefined) return "unknown";
  return isTrusted || answers.every(({ address }) => Picture.isPublicAddress(address)) ? first : "private";
};

const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true, order: "ipv4first" });

/** The system's resolver cannot be told to stop. */
const rejectedBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

type Request = {
  readonly pinned: Address;
  readonly signal: AbortSignal;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
};

/** A request over a connection of its own to a pinned address. Redirects are not followed. */
export const requestPinned = (
  url: URL,
  { body, headers = {}, method = "GET", pinned, signal }: Request,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const toPinned: NonNullable<RequestOptions["lookup"]> = (_name, options, callback) =>
      options.all ? callback(null, [pinned]) : callback(null, pinned.address, pinned.family);
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const options = { method, headers: { ...headers, ...length }, lookup: toPinned, signal, agent: false };
    const request =
      url.protocol === "https:" ? requestSecure(url.href, options, resolve) : requestPlain(url.href, options, resolve);
    request.on("error", reject).end(body);
  });

/** The body of an answer; undefined where it is longer than that, and the connection has ended. */
export const readAtMost = async (answer: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
