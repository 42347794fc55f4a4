import { createArea } from "../../language/area.ts";

export const peopleWords = createArea({
  en: () => import("../../language/en/people.ts").then((module) => module.people),
  fr: () => import("../../language/fr/people.ts").then((module) => module.people),
});
