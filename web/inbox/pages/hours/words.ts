import { createArea } from "../../language/area.ts";

export const hoursWords = createArea({
  en: () => import("../../language/en/hours.ts").then((module) => module.hours),
  fr: () => import("../../language/fr/hours.ts").then((module) => module.hours),
});
