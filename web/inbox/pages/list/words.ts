import { createArea } from "../../language/area.ts";

/** Of what is opened from the list: narrowing it, and doing something with many conversations. */
export const narrowWords = createArea({
  en: () => import("../../language/en/narrow.ts").then((module) => module.narrow),
  fr: () => import("../../language/fr/narrow.ts").then((module) => module.narrow),
});
