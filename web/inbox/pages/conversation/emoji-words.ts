import { createArea } from "../../language/area.ts";

export const emojiWords = createArea({
  en: () => import("../../language/en/emoji.ts").then((module) => module.emoji),
  fr: () => import("../../language/fr/emoji.ts").then((module) => module.emoji),
});
