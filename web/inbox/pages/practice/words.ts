import { createArea } from "../../language/area.ts";

export const practiceWords = createArea({
  en: () => import("../../language/en/practice.ts").then((module) => module.practice),
  fr: () => import("../../language/fr/practice.ts").then((module) => module.practice),
});
