import { createArea } from "../../language/area.ts";

export const kitWords = createArea({
  en: () => import("../../language/en/kit.ts").then((module) => module.kit),
  fr: () => import("../../language/fr/kit.ts").then((module) => module.kit),
});
