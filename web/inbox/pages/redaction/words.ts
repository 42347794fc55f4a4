import { createArea } from "../../language/area.ts";

export const redactionWords = createArea({
  en: () => import("../../language/en/redaction.ts").then((module) => module.redaction),
  fr: () => import("../../language/fr/redaction.ts").then((module) => module.redaction),
});
