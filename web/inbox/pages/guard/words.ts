import { createArea } from "../../language/area.ts";

export const guardWords = createArea({
  en: () => import("../../language/en/guard.ts").then((module) => module.guard),
  fr: () => import("../../language/fr/guard.ts").then((module) => module.guard),
});
