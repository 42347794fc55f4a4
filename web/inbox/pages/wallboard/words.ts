import { createArea } from "../../language/area.ts";

export const wallboardWords = createArea({
  en: () => import("../../language/en/wallboard.ts").then((module) => module.wallboard),
  fr: () => import("../../language/fr/wallboard.ts").then((module) => module.wallboard),
});
