import type { MiddlewareHandler } from "hono";
import * as Headers from "#functions/headers";

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

/** Content Security Policy Level 3 (W3C). */
export const headersOf = (formTo?: string): Readonly<Record<string, string>> => ({
  "content-security-policy": contentSecurityPolicy(formTo),
  ...Headers.strict,
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
