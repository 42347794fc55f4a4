import { createArea } from "../../language/area.ts";

export const logWords = createArea({
  en: () => import("../../language/en/log.ts").then((module) => module.log),
  fr: () => import("../../language/fr/log.ts").then((module) => module.log),
});
