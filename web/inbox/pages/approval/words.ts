import { createArea } from "../../language/area.ts";

export const approvalWords = createArea({
  en: () => import("../../language/en/approval.ts").then((module) => module.approval),
  fr: () => import("../../language/fr/approval.ts").then((module) => module.approval),
});
