import { createArea } from "../../language/area.ts";

export const evidenceWords = createArea({
  en: () => import("../../language/en/evidence.ts").then((module) => module.evidence),
  fr: () => import("../../language/fr/evidence.ts").then((module) => module.evidence),
});
