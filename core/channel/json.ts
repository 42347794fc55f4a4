import { parse } from "lossless-json";
import { Fault } from "#core/fault";

/** A JSON object whose fields are not yet believed. Every read goes through the readers below, none of which throws. */
export type Node = { readonly [key: string]: unknown };

/**
 * The JSON of a delivery; a UTF-8 BOM is skipped. Integers beyond 2^53 come as strings with every digit.
 * @throws Fault "webhook.body-invalid" when it is no JSON; parsers quote their input, the fault doesn't
 */
export const readJson = (body: Uint8Array): unknown => {
  const json = new TextDecoder().decode(body);
  try {
    return mayHoldLongNumber.test(json) ? parse(json, undefined, readNumber) : JSON.parse(json);
  } catch {
    // The parser's own error quotes what it could not read.
    throw new Fault("webhook.body-invalid");
  }
};

/** Sixteen digits outside a string start after one of these; inside a string it may match too, which only costs time. */
const mayHoldLongNumber = /[:,[\s]-?\d{16}/;

const readNumber = (digits: string): number | string => {
  const value = Number(digits);
  return Number.isSafeInteger(value) || !/^-?\d+$/.test(digits) ? value : digits;
};

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

/** A platform's own word (a type, a verb, an event name), safe to count and to print: letters only, short; else "unrecognised". */
export const wordOf = (value: unknown): string =>
  typeof value === "string" && /^[a-z][a-z_.-]{0,47}$/i.test(value) ? value : "unrecognised";
