import { createArea } from "../../language/area.ts";

export const channelWords = createArea({
  en: () => import("../../language/en/channels.ts").then((module) => module.channels),
  fr: () => import("../../language/fr/channels.ts").then((module) => module.channels),
});
