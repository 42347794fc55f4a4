import { createArea } from "../../language/area.ts";

export const retentionWords = createArea({
  en: () => import("../../language/en/retention.ts").then((module) => module.retention),
  fr: () => import("../../language/fr/retention.ts").then((module) => module.retention),
});
