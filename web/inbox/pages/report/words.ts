import { createArea } from "../../language/area.ts";

export const reportWords = createArea({
  en: () => import("../../language/en/report.ts").then((module) => module.report),
  fr: () => import("../../language/fr/report.ts").then((module) => module.report),
});
