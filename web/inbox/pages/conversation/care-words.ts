import { createArea } from "../../language/area.ts";

export const careWords = createArea({
  en: () => import("../../language/en/care.ts").then((module) => module.care),
  fr: () => import("../../language/fr/care.ts").then((module) => module.care),
});
