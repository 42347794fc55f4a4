import { createHmac } from "node:crypto";
import type { Credential } from "./credential.ts";

type Signing = {
  readonly method: string;
  readonly url: string;
  readonly nonce: string;
  readonly timestampSeconds: number;
};

/**
 * The Authorization header of an OAuth 1.0a request with HMAC-SHA1 (RFC 5849, 3.4.2; X takes no other). A JSON body is
 * not part of what is signed (3.4.1.3.1).
 */
export const oauth1Header = (
  credential: Extract<Credential, { kind: "x-oauth1" }>,
  { method, nonce, timestampSeconds, url }: Signing,
): string => {
  const oauth: readonly (readonly [string, string])[] = [
    ["oauth_consumer_key", credential.consumerKey],
    ["oauth_nonce", nonce],
    ["oauth_signature_method", "HMAC-SHA1"],
    ["oauth_timestamp", String(timestampSeconds)],
    ["oauth_token", credential.token],
    ["oauth_version", "1.0"],
  ];
  const address = new URL(url);
  const base = [
    method.toUpperCase(),
    `${address.origin}${address.pathname}`,
    normalised([...oauth, ...address.searchParams]),
  ]
    .map(encoded)
    .join("&");
  const key = `${encoded(credential.consumerSecret)}&${encoded(credential.tokenSecret)}`;
  const signature = createHmac("sha1", key).update(base).digest("base64");
  const fields = [...oauth, ["oauth_signature", signature] as const];
  return `OAuth ${fields.map(([name, value]) => `${encoded(name)}="${encoded(value)}"`).join(", ")}`;
};

/** Encoded, then in the order of their bytes (RFC 5849, 3.4.1.3.2). */
const normalised = (parameters: readonly (readonly [string, string])[]): string =>
  parameters
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .toSorted(([a, b], [c, d]) => (a === c ? compare(b, d) : compare(a, c)))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Percent-encoding of RFC 3986 (RFC 5849, 3.6): JavaScript leaves these five as they are. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
