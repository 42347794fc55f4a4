import { createArea } from "../../language/area.ts";

export const labelWords = createArea({
  en: () => import("../../language/en/label.ts").then((module) => module.label),
  fr: () => import("../../language/fr/label.ts").then((module) => module.label),
});
