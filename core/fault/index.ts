import { type FaultCode, faults } from "./catalogue/index.ts";

export type { FaultCode } from "./catalogue/index.ts";

/** Ids, kinds, counts and places: what may be logged. */
type Detail = string | number;
export type FaultDetails = Readonly<Record<string, Detail | readonly Readonly<Record<string, Detail>>[]>>;

/**
 * A named error of the closed list. It carries a code and, where it helps, ids and counts; never the input that
 * caused it, so that it can be logged and answered as it is.
 */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: FaultCode;
  readonly details: FaultDetails;

  constructor(code: FaultCode, details: FaultDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** An RFC 9457 problem, in the reader's language. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: FaultCode;
} & FaultDetails;

export const problemOf = (fault: Fault, language: "fr" | "en"): Problem => {
  const { status, tell } = faults[fault.code];
  return {
    ...fault.details,
    type: `urn:guichet:fault:${fault.code}`,
    title: fault.code,
    status,
    detail: tell[language],
    code: fault.code,
  };
};

/** After how long to ask again where nobody knows how long something will be away. */
export const usualAfterSeconds = 5;

/** Of an answer that is a problem: what it is (RFC 9457, 3), and when to ask again (RFC 9110, 10.2.3). */
export const headersOf = ({ code }: Fault): Readonly<Record<string, string>> => {
  const { afterSeconds = usualAfterSeconds, status } = faults[code];
  return {
    "content-type": "application/problem+json",
    ...(status === 503 ? { "retry-after": String(afterSeconds) } : {}),
  };
};

/**
 * Whether it was decided against: the same request, unchanged, would be refused again. False for what may pass (the store
 * or a queue out of reach, writers that kept winning) and for unknown errors: after those nobody knows whether it was done.
 */
export const isRefusal = (error: unknown): error is Fault => error instanceof Fault && !faults[error.code].retry;

/**
 * What may be said of an error in a log. The message, cause and stack of an unknown error may quote what was parsed,
 * so only its class is kept.
 */
export const describe = (error: unknown): string => {
  if (error instanceof Fault) return error.code;
  return error instanceof Error ? error.name : typeof error;
};
