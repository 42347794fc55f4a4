import { createArea } from "../../language/area.ts";

export const incidentWords = createArea({
  en: () => import("../../language/en/incident.ts").then((module) => module.incident),
  fr: () => import("../../language/fr/incident.ts").then((module) => module.incident),
});
