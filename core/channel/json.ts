import { Fault } from "#core/fault";

/** A JSON object whose fields are not yet believed. Every read goes through the readers below, none of which throws. */
export type Node = { readonly [key: string]: unknown };

/**
 * The JSON of a delivery; a UTF-8 BOM is skipped. Integers beyond 2^53 come as strings with every digit.
 * @throws webhook.body-invalid when it is no JSON
 */
export const readJson = (body: Uint8Array): unknown => {
  const json = new TextDecoder().decode(body);
  try {
    return JSON.parse(json, mayHoldLongNumber.test(json) ? (keepDigits as DeclaredReviver) : undefined);
  } catch {
    // The parser's own error quotes what it could not read.
    throw new Fault("webhook.body-invalid");
  }
};

/** Sixteen digits outside a string start after one of these; inside a string it may match too, which only costs time. */
const mayHoldLongNumber = /[:,[\s]-?\d{16}/;

/** `source` is the number as it was written (ECMA-262, JSON.parse source text access). */
type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;
type DeclaredReviver = Parameters<typeof JSON.parse>[1];

const keepDigits: Reviver = (_, value, { source }) =>
  typeof value === "number" && source && /^-?\d{16,}$/.test(source) ? source : value;

const NOTHING: Node = Object.freeze({});

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value as an object; an empty one when it is something else. */
export const nodeOf = (value: unknown): Node => (isNode(value) ? value : NOTHING);

/** The items of a list, bad ones included; none when it is no list. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The objects of a list. */
export const nodesOf = (value: unknown): Node[] => itemsOf(value).filter(isNode);

/** The first value that is a text with something in it. */
export const textOf = (...values: unknown[]): string | undefined =>
  values.find((value): value is string => typeof value === "string" && value !== "");

/** Longer than any platform's id: what is longer is no id. */
const LONGEST_ID = 1_024;

/** The first value that can be an id, as a string: platforms send some as numbers. */
export const idOf = (...values: unknown[]): string | undefined => {
  for (const value of values) {
    if (typeof value === "string" && value !== "" && value.length <= LONGEST_ID) return value;
    if (typeof value === "number" && Number.isFinite(value)) return String(value);
  }
  return undefined;
};

export const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};

/** A table looked up by a platform's words: "constructor" finds nothing in it, as it would in an object. */
export const tableOf = <T>(entries: { readonly [word: string]: T }): ReadonlyMap<string, T> =>
  new Map(Object.entries(entries));

/** The word, or undefined where there is none at all. */
export const kindOf = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : wordOf(value);

/** A platform's own word (a type, a verb, an event name), safe to count and to print: letters only, short; else "unrecognised". */
export const wordOf = (value: unknown): string =>
  typeof value === "string" && /^[a-z][a-z_.-]{0,47}$/i.test(value) ? value : "unrecognised";
