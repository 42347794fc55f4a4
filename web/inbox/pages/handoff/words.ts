import { createArea } from "../../language/area.ts";

export const handoffWords = createArea({
  en: () => import("./en.ts").then((module) => module.handoff),
  fr: () => import("./fr.ts").then((module) => module.handoff),
});
