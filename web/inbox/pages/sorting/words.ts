import { createArea } from "../../language/area.ts";

export const sortingWords = createArea({
  en: () => import("../../language/en/sorting.ts").then((module) => module.sorting),
  fr: () => import("../../language/fr/sorting.ts").then((module) => module.sorting),
});
