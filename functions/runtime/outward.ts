import { lookup } from "node:dns/promises";
// biome-ignore lint/style/noRestrictedImports: fetch cannot be told which address to connect to; this is the client that can.
import { type IncomingMessage, request as requestPlain } from "node:http";
import { type RequestOptions, request as requestSecure } from "node:https";
import { Fault } from "#core/fault";
import * as Picture from "#core/picture";
import type { Environment } from "./environment.ts";

export type Call = {
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type Outward = (address: string, call: Call) => Promise<Response>;

const timeoutMilliseconds = 5_000;
/** Discovery documents and key sets are of a few kilobytes. */
const mostBytes = 256 * 1024;

/**
 * Calls what an administrator named: the name is resolved once, every answer must be a public address, and the connection
 * goes to the very address that was looked at. Redirects are not followed. Not tried again: a person waits, and asks again.
 * @throws secure.unavailable
 */
export const createOutward = ({ SECURE_HOSTS }: Environment): Outward => {
  const trusted = SECURE_HOSTS.split(",").map((origin) => origin.trim());
  return async (address, call) => {
    const url = URL.parse(address);
    const isTrusted = url !== null && trusted.includes(url.origin);
    if (url === null || (url.protocol !== "https:" && !isTrusted)) throw new Fault("secure.unavailable");
    try {
      return await answerOf(await open(url, call, await pin(url, isTrusted)));
    } catch {
      // Whatever broke, the words of it hold the address.
      throw new Fault("secure.unavailable");
    }
  };
};

type Pinned = { readonly address: string; readonly family: number };

const pin = async ({ hostname }: URL, isTrusted: boolean): Promise<Pinned> => {
  const answers = await lookup(hostname.replace(/^\[|\]$/g, ""), { all: true, order: "ipv4first" });
  const [first] = answers;
  const isAllowed = isTrusted || answers.every(({ address }) => Picture.isPublicAddress(address));
  if (first === undefined || !isAllowed) throw new Fault("secure.unavailable");
  return first;
};

const open = (url: URL, { body, headers = {}, method }: Call, pinned: Pinned): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const toPinned: NonNullable<RequestOptions["lookup"]> = (_name, options, callback) =>
      options.all ? callback(null, [pinned]) : callback(null, pinned.address, pinned.family);
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const options: RequestOptions = {
      method,
      headers: { ...headers, ...length },
      lookup: toPinned,
      signal: AbortSignal.timeout(timeoutMilliseconds),
      agent: false,
    };
    const request =
      url.protocol === "https:" ? requestSecure(url.href, options, resolve) : requestPlain(url.href, options, resolve);
    request.on("error", reject).end(body);
  });

const answerOf = async (answer: IncomingMessage): Promise<Response> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > mostBytes) throw new Fault("secure.unavailable");
    chunks.push(chunk);
  }
  const status = answer.statusCode ?? 500;
  const type = answer.headers["content-type"];
  return new Response(status === 204 || status === 304 ? null : Buffer.concat(chunks), {
    status,
    headers: type === undefined ? {} : { "content-type": type },
  });
};
