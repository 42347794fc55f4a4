import type { Redacted } from "./kind.ts";
import { type Options, redact } from "./redact.ts";

/** A structure of which every string went through redaction. */
export type RedactedDeep<T> = T extends string
  ? Redacted
  : T extends number | boolean | bigint | null | undefined
    ? T
    : { readonly [K in keyof T]: RedactedDeep<T[K]> };

/** Every string of a structure passes, at any depth (quoted posts, previews, alt text, file names); the shape stays. */
export const redactDeep = <T>(value: T, options: Options = {}): RedactedDeep<T> =>
  walk(value, options) as RedactedDeep<T>;

const walk = (value: unknown, options: Options): unknown => {
  if (typeof value === "string") return redact(value, options).text;
  if (Array.isArray(value)) return value.map((item) => walk(item, options));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, options)]));
};
