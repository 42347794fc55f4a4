import { createArea } from "../../language/area.ts";

export const directoryWords = createArea({
  en: () => import("../../language/en/directory.ts").then((module) => module.directory),
  fr: () => import("../../language/fr/directory.ts").then((module) => module.directory),
});
