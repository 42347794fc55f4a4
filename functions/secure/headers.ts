import type { MiddlewareHandler } from "hono";

/** Two years. */
const hstsSeconds = 63_072_000;

const deniedFeatures = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "serial",
  "usb",
];

/**
 * Nothing but this origin's own files, no script that builds another, no frame around it, no copy of it anywhere. `formTo`: the
 * one other origin a form of this page may be sent to.
 */
const contentSecurityPolicy = (formTo?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    ["form-action 'self'", ...(formTo === undefined ? [] : [formTo])].join(" "),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");

/** OWASP HTTP Headers Cheat Sheet; Content Security Policy Level 3 (W3C). */
export const headersOf = (formTo?: string): Readonly<Record<string, string>> => ({
  "content-security-policy": contentSecurityPolicy(formTo),
  "strict-transport-security": `max-age=${hstsSeconds}; includeSubDomains`,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "permissions-policy": deniedFeatures.map((feature) => `${feature}=()`).join(", "),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-robots-tag": "noindex, nofollow",
});

/** On every answer, refusals too. What has no rule of its own is kept by nobody (RFC 9111, 5.2.2.5). */
export const strictHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const own = context.res.headers;
  for (const [name, value] of Object.entries({ ...headersOf(), "cache-control": "no-store" })) {
    if (!own.has(name)) own.set(name, value);
  }
};
