import { createArea } from "../../language/area.ts";

export const templateWords = createArea({
  en: () => import("../../language/en/template.ts").then((module) => module.template),
  fr: () => import("../../language/fr/template.ts").then((module) => module.template),
});
