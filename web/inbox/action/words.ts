import { createArea } from "../language/area.ts";

export const actionWords = createArea({
  en: () => import("../language/en/action.ts").then((module) => module.action),
  fr: () => import("../language/fr/action.ts").then((module) => module.action),
});
