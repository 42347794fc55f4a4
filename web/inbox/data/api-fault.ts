import type { Problem } from "./api-types.ts";

/** `network`: no answer came. `expired`: the session is over. `refused`: the API said no, `problem` says why. */
export type FaultKind = "network" | "expired" | "forbidden" | "missing" | "refused" | "broken";

export class ApiFault extends Error {
  readonly kind: FaultKind;
  readonly problem: Problem | undefined;

  constructor(kind: FaultKind, problem?: Problem) {
    super(kind);
    this.kind = kind;
    this.problem = problem;
  }
}

/** True when asking again with the same key may help: the answer was lost, or the server was in trouble. */
export const mayRetry = (fault: unknown): boolean =>
  fault instanceof ApiFault && (fault.kind === "network" || fault.kind === "broken");

export const kindOf = (status: number): FaultKind => {
  if (status === 401) return "expired";
  if (status === 403) return "forbidden";
  if (status === 404) return "missing";
  return status >= 500 || status === 429 ? "broken" : "refused";
};
export const faultKind = (fault: unknown): FaultKind => (fault instanceof ApiFault ? fault.kind : "broken");
