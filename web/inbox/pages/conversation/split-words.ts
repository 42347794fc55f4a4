import { createArea } from "../../language/area.ts";

export const splitWords = createArea({
  en: () => import("../../language/en/split.ts").then((module) => module.split),
  fr: () => import("../../language/fr/split.ts").then((module) => module.split),
});
