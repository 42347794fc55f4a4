import type { Hono } from "hono";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import { obey, type Runtime } from "#functions/runtime";
import type { Draw } from "./draw.ts";
import { type Found, findOffer, openOffer } from "./find.ts";
import { countAddress, noteWrongCode } from "./limit.ts";
import { homePage, introPage, wayPage } from "./page/invitation.ts";
import { pathTo } from "./page/layout.ts";
import {
  hasChosenLanguage,
  keepLanguage,
  keepVisit,
  type Page,
  readVisit,
  refuseForgery,
  type Variables,
} from "./visit.ts";
import { wordsOf } from "./words/index.ts";

/** Of the sentence a link stood in: whoever copies it takes them along. Begun at the first of a row alone, which is read once then. */
const closingSigns = /(?<![.,;:!?)»”"'])[.,;:!?)»”"']+$/;

/** The link, the code, and the three ways on. Whatever fetches an address changes nothing: a person's own press does. */
export const addInvitation = (app: Hono<Variables>, runtime: Runtime, draw: Draw): void => {
  app.get("/:entity", (context) => {
    const words = wordsOf[context.get("language")];
    const notice = noticeOf(context.req.query(), words);
    return draw.page(context, homePage(draw.frame(context, pathTo(context.get("bank"), "")), { notice }));
  });
  app.get("/:entity/l/:token", async (context) => {
    const token = context.req.param("token").replace(closingSigns, "");
    const found = await findOffer(runtime, context.get("bank").id, Handoff.hashToken(token));
    if (!hasChosenLanguage(context)) context.set("language", found.handoff.language);
    return draw.page(context, introPage(draw.frame(context, pathTo(context.get("bank"), `l/${token}`)), found, token));
  });
  app.post("/:entity/open", async (context) => {
    const { token = "" } = await refuseForgery(context);
    const { id } = context.get("bank");
    await countAddress(runtime, context, "opening");
    return open(runtime, context, await findOffer(runtime, id, Handoff.hashToken(token)));
  });
  app.post("/:entity/code", async (context) => {
    const { code = "" } = await refuseForgery(context);
    const { id } = context.get("bank");
    await countAddress(runtime, context, "code");
    // What can be no code is looked for like one: a wrong shape costs what a wrong code costs.
    const hash = Handoff.hashCode(await runtime.secrets.read("IDENTITY_KEY"), id, Handoff.readCode(code) ?? "");
    const found = await findOffer(runtime, id, hash).catch(async (error: unknown) => {
      if (!(error instanceof Fault) || error.code !== "handoff.unknown") throw error;
      await noteWrongCode(runtime, id);
      return undefined;
    });
    if (found !== undefined) return open(runtime, context, found);
    return draw.page(context, homePage(draw.frame(context), { wrongCode: code }), 404);
  });
  app.get("/:entity/way", async (context) => {
    const visit = await readVisit(runtime, context);
    if (visit?.handoff === undefined) throw new Fault("handoff.not-opened");
    await openOffer(runtime, context.get("bank").id, visit.handoff);
    return draw.page(context, wayPage(draw.frame(context, pathTo(context.get("bank"), "way"))));
  });
};

const noticeOf = (
  query: Readonly<Record<string, string>>,
  { conversation, home }: (typeof wordsOf)["fr"],
): string | undefined => {
  if ("left" in query) return conversation.left;
  return "none" in query ? home.none : undefined;
};

/** The customer's own action: this browser may go on from here, and another that opens the same may too, until one signs in. */
const open = async (runtime: Runtime, context: Page, { handoff, key }: Found): Promise<Response> => {
  const { conversationId } = key;
  await obey(runtime, key, {
    command: { type: "open-handoff", handoffId: handoff.id },
    commitId: `open-handoff:${handoff.id}`,
    actor: { kind: "contact" },
  });
  if (!hasChosenLanguage(context)) keepLanguage(context, handoff.language);
  await keepVisit(runtime, context, { handoff: { conversationId, handoffId: handoff.id } });
  return context.redirect(pathTo(context.get("bank"), "way"), 303);
};
