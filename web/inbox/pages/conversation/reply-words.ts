import { createArea } from "../../language/area.ts";

/** Of what helps while a reply is written: templates, findings, facts, the charter. */
export const replyWords = createArea({
  en: () => import("../../language/en/reply.ts").then((module) => module.reply),
  fr: () => import("../../language/fr/reply.ts").then((module) => module.reply),
});
