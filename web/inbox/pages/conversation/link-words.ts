import { createArea } from "../../language/area.ts";

export const linkWords = createArea({
  en: () => import("../../language/en/link.ts").then((module) => module.link),
  fr: () => import("../../language/fr/link.ts").then((module) => module.link),
});
