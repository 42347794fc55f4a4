import { Fault } from "#core/fault";
import type { Environment } from "./environment.ts";
import { pin, readAtMost, requestPinned } from "./pinned.ts";

export type Call = {
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type Outward = (address: string, call: Call) => Promise<Response>;

/** Of the whole call: the name, the connection and the answer. */
const timeoutMilliseconds = 5_000;
/** Discovery documents and key sets are of a few kilobytes. */
const mostBytes = 256 * 1024;

/**
 * Calls what an administrator named, at a public address alone. Redirects are not followed. Not tried again: a person waits,
 * and asks again.
 * @throws secure.unavailable
 */
export const createOutward = ({ SECURE_HOSTS }: Environment): Outward => {
  const trusted = SECURE_HOSTS.split(",").map((origin) => origin.trim());
  return async (address, call) => {
    const url = URL.parse(address);
    const isTrusted = url !== null && trusted.includes(url.origin);
    if (url === null || (url.protocol !== "https:" && !isTrusted)) throw new Fault("secure.unavailable");
    try {
      return await answerTo(url, call, isTrusted);
    } catch {
      // Whatever broke, the words of it hold the address.
      throw new Fault("secure.unavailable");
    }
  };
};

const answerTo = async (url: URL, call: Call, isTrusted: boolean): Promise<Response> => {
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  const pinned = await pin(url, { isTrusted, signal });
  if (typeof pinned === "string") throw new Fault("secure.unavailable");
  const answer = await requestPinned(url, { ...call, pinned, signal });
  const body = await readAtMost(answer, mostBytes);
  if (body === undefined) throw new Fault("secure.unavailable");
  const status = answer.statusCode ?? 500;
  const type = answer.headers["content-type"];
  return new Response(status === 204 || status === 304 ? null : new Uint8Array(body), {
    status,
    headers: type === undefined ? {} : { "content-type": type },
  });
};
