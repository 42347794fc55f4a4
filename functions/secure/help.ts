import type { Hono } from "hono";
import * as z from "zod";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import { type Outward, obey, type Runtime } from "#functions/runtime";
import { birthDateFrom } from "./birth-date.ts";
import type { Draw } from "./draw.ts";
import { issuerOf } from "./elsewhere.ts";
import { type Found, openOffer } from "./find.ts";
import { countTry } from "./limit.ts";
import { momentOf } from "./page/conversation.ts";
import { helpPage, saidPage } from "./page/help.ts";
import { pathTo } from "./page/layout.ts";
import { type Bank, type Page, readVisit, refuseForgery, type Variables } from "./visit.ts";
import { wordsOf } from "./words/index.ts";

const questionLifeSeconds = 60;
const questionType = "handoff-question+jwt";
const fieldLength = 120;

/** What the bank's system says. Nothing else of its answer is read, and nothing of the question is kept. */
const Reply = z.object({ match: z.boolean().default(false), slotAt: z.iso.datetime().nullish() });
type Reply = z.infer<typeof Reply>;

/** For who does not sign in: being known by name, being called back, not being a customer. */
export const addHelp = (
  app: Hono<Variables>,
  runtime: Runtime,
  { draw, outward }: { draw: Draw; outward: Outward },
): void => {
  app.get("/:entity/help", async (context) => {
    await openedBy(runtime, context);
    return draw.page(context, helpPage(draw.frame(context, pathTo(context.get("bank"), "help"))));
  });
  app.post("/:entity/verify", async (context) => {
    const fields = await refuseForgery(context);
    const { name = "" } = fields;
    const found = await openedBy(runtime, context);
    const birthDate = birthDateFrom(fields);
    const { help } = wordsOf[context.get("language")];
    const inVain = (why: string) => draw.page(context, helpPage(draw.frame(context), { form: "verify", why, fields }));
    // No such day: the bank is not asked, and it is no try.
    if (birthDate === undefined) return inVain(help.noSuchDay);
    const reply = await ask(runtime, outward, context.get("bank"), found, { question: "match", name, birthDate });
    await keepMatch(runtime, found, reply.match);
    if (!reply.match) return inVain(help.unmatched);
    const said = { title: help.verify, lead: help.matched, isGood: true };
    return draw.page(context, saidPage(draw.frame(context), said));
  });
  app.post("/:entity/call-back", async (context) => {
    const fields = await refuseForgery(context);
    const { name = "", phone = "" } = fields;
    const found = await openedBy(runtime, context);
    const bank = context.get("bank");
    const { slotAt } = await ask(runtime, outward, bank, found, { question: "call-back", name, phone });
    const { help, moment } = wordsOf[context.get("language")];
    if (slotAt === null || slotAt === undefined) {
      return draw.page(context, helpPage(draw.frame(context), { form: "call-back", why: help.noSlot, fields }));
    }
    await refuse(runtime, found, { reason: "called-back", slotAt });
    const lead = help.calledBack(momentOf(slotAt, moment, bank.timeZone));
    return draw.page(context, saidPage(draw.frame(context), { title: help.call, lead, isGood: true }));
  });
  app.post("/:entity/not-a-customer", async (context) => {
    await refuseForgery(context);
    await refuse(runtime, await openedBy(runtime, context), { reason: "not-a-customer" });
    const { stranger } = wordsOf[context.get("language")];
    const { joinUrl } = context.get("bank").secure;
    const link = joinUrl === undefined ? {} : { link: { href: joinUrl, text: stranger.join } };
    return draw.page(context, saidPage(draw.frame(context), { ...stranger, isGood: true, ...link }));
  });
};

/** The offer this browser has opened. @throws handoff.not-opened, and whatever ends an offer */
const openedBy = async (runtime: Runtime, context: Page): Promise<Found> => {
  const visit = await readVisit(runtime, context);
  if (visit?.handoff === undefined || visit.customer !== undefined) throw new Fault("handoff.not-opened");
  return openOffer(runtime, context.get("bank").id, visit.handoff);
};

type Question = Readonly<Record<string, string>>;

/**
 * Straight on to the bank's system, signed by us and encrypted for it, in memory. How often one may ask is limited: the
 * answer tells whether two details belong together.
 */
const ask = async (
  runtime: Runtime,
  outward: Outward,
  bank: Bank,
  { handoff, key }: Found,
  question: Question,
): Promise<Reply> => {
  const { verification } = bank.secure;
  if (verification === undefined) throw new Fault("handoff.not-configured");
  await countTry(runtime, bank.id, "name", handoff.id);
  const { current } = await Handoff.keysFrom(await runtime.secrets.readAll("SECURE_KEY"));
  const sealed = await Handoff.sealEnvelope({
    issuer: issuerOf(bank),
    audience: verification.url,
    type: questionType,
    id: runtime.newId(),
    claims: {
      ...Object.fromEntries(
        Object.entries(question).map(([name, value]) => [name, value.trim().slice(0, fieldLength)]),
      ),
      handoff: handoff.id,
      conversation: key.conversationId,
    },
    signingKey: current,
    encryptionKey: verification.encryptionKey,
    now: runtime.now(),
    lifetimeSeconds: questionLifeSeconds,
  });
  const answer = await outward(verification.url, {
    method: "POST",
    headers: { "content-type": "application/jose", accept: "application/json" },
    body: sealed,
  });
  const reply = Reply.safeParse(await answer.json().catch(() => undefined));
  if (!answer.ok || !reply.success) throw new Fault("secure.unavailable");
  return reply.data;
};

/** Match or no match: that is all that stays. */
const keepMatch = async (runtime: Runtime, { handoff, key }: Found, isMatch: boolean): Promise<void> => {
  await obey(runtime, key, {
    command: isMatch ? { type: "verify", level: "named" } : { type: "miss-verification", handoffId: handoff.id },
    commitId: `match:${runtime.newId()}`,
    actor: { kind: "contact" },
  });
};

const refuse = async (
  runtime: Runtime,
  { handoff, key }: Found,
  refusal: { readonly reason: "not-a-customer" } | { readonly reason: "called-back"; readonly slotAt: string },
): Promise<void> => {
  await obey(runtime, key, {
    command: { type: "refuse-handoff", handoffId: handoff.id, ...refusal },
    commitId: `refuse-handoff:${handoff.id}`,
    actor: { kind: "contact" },
  });
};
