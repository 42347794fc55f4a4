import { ApiFault, faultKind } from "../data/api-fault.ts";
import { isOvertaken } from "../data/settings.ts";
import { words } from "../language/index.ts";

/** Why something did not work: the API's own sentence where it gave one. */
export const faultText = (fault: unknown): string =>
  (fault instanceof ApiFault ? fault.problem?.detail : undefined) ?? words().problem[faultKind(fault)];

/** Of settings that are changed together: what somebody else kept meanwhile stands there now, and so do one's own changes. */
export const settingsFaultText = (fault: unknown): string =>
  isOvertaken(fault) ? words().problem.overtaken : faultText(fault);
