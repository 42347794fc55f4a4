import { createArea } from "../../language/area.ts";

export const searchWords = createArea({
  en: () => import("../../language/en/search.ts").then((module) => module.search),
  fr: () => import("../../language/fr/search.ts").then((module) => module.search),
});
