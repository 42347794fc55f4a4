import * as Headers from "#functions/headers";

type Options = {
  /** Origins the page may call besides its own: the live WebSocket. */
  connect: string[];
};

/**
 * The security headers of every page, for CloudFront and for this machine alike.
 * Content Security Policy Level 3 (W3C).
 * Names are lower case. Throws a TypeError on a source that would add a directive of its own.
 */
export const pageHeaders = ({ connect }: Options): Record<string, string> => ({
  "content-security-policy": contentSecurityPolicy(connect),
  ...Headers.strict,
});

const contentSecurityPolicy = (connect: string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // blob: pictures of customers are fetched with the token and shown from memory; an address would have to hold it.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    ["connect-src 'self'", ...connect.map(source)].join(" "),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");

const source = (origin: string): string => {
  if (origin === "" || /[\s;,'*]/.test(origin)) throw new TypeError("a source of the policy is one plain origin");
  return origin;
};
