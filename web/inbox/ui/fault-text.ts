import { ApiFault, faultKind } from "../data/api-fault.ts";
import { words } from "../language/index.ts";

/** Why something did not work: the API's own sentence where it gave one. */
export const faultText = (fault: unknown): string =>
  (fault instanceof ApiFault ? fault.problem?.detail : undefined) ?? words().problem[faultKind(fault)];
