import { randomBytes, randomUUID } from "node:crypto";
import type { Hono } from "hono";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import * as Instant from "#core/instant";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { say, untilKept } from "./case.ts";
import type { Draw } from "./draw.ts";
import { countTry } from "./limit.ts";
import { arrivalPage, conversationPage, type Proving } from "./page/conversation.ts";
import { handleOf } from "./page/invitation.ts";
import { pathTo } from "./page/layout.ts";
import { readThread, type Thread } from "./thread.ts";
import { type Page, refuseForgery, requireSession, type Variables } from "./visit.ts";
import { wordsOf } from "./words/index.ts";

const textLength = 4_000;

type Session = Awaited<ReturnType<typeof requireSession>>;

/** The conversation that is built in: what is written here takes the way of every message, what is answered is read here. */
export const addConversation = (app: Hono<Variables>, runtime: Runtime, draw: Draw): void => {
  app.get("/:entity/conversation", async (context) => {
    const session = await requireSession(runtime, context);
    return talk(runtime, context, draw, { session });
  });
  app.get("/:entity/news", async (context) => {
    const { caseId } = await requireSession(runtime, context);
    const thread = await readThread(
      runtime,
      { entityId: context.get("bank").id, conversationId: caseId },
      context.get("language"),
    );
    return context.json(thread);
  });
  app.post("/:entity/messages", async (context) => {
    const { id = "", text = "" } = await refuseForgery(context);
    const session = await requireSession(runtime, context);
    const bank = context.get("bank");
    const words = text.trim().slice(0, textLength);
    if (words === "" || !/^[\w-]{16,64}$/.test(id)) return context.redirect(pathTo(bank, "conversation"), 303);
    await countTry(runtime, bank.id, "message", session.customer.id);
    const { state } = await originOf(runtime, bank.id, session);
    const { caseId, customer, handoff } = session;
    const writer = { bank, customerId: customer.id, handoffId: handoff.handoffId, teamId: state.teamId };
    const messageId = await say(runtime, writer, { id, text: words, origin: handoff });
    await untilKept(runtime, { entityId: bank.id, conversationId: caseId }, messageId);
    return context.redirect(pathTo(bank, "conversation"), 303);
  });
  app.post("/:entity/proof", async (context) => {
    await refuseForgery(context);
    const session = await requireSession(runtime, context);
    const { id } = context.get("bank");
    await countTry(runtime, id, "proof", session.handoff.handoffId);
    const code = await awaitProof(runtime, id, session);
    return talk(runtime, context, draw, { session, code });
  });
};

type Talking = { readonly session: Session; readonly code?: string };

/** The page after sign-in: the conversation, or the way to the bank's own. */
const talk = async (runtime: Runtime, context: Page, draw: Draw, { code, session }: Talking): Promise<Response> => {
  const bank = context.get("bank");
  const proving = await provingOf(runtime, context, session);
  const shown = code === undefined ? proving : { ...proving, code };
  const isElsewhere = bank.secure.arrival.kind === "redirect";
  const frame = draw.frame(context, pathTo(bank, isElsewhere ? "arrival" : "conversation"));
  if (isElsewhere) return draw.page(context, arrivalPage(frame, shown));
  const thread = await readThread(
    runtime,
    { entityId: bank.id, conversationId: session.caseId },
    context.get("language"),
  );
  const { waiting, ...said } = thread;
  const told = waiting === undefined ? {} : { waiting: tellWaiting(runtime, context, waiting) };
  return draw.page(context, conversationPage(frame, { ...said, ...told, proving: shown, nextId: randomUUID() }));
};

/** A time that has passed is no promise any more. */
const tellWaiting = (runtime: Runtime, context: Page, { dueAt }: NonNullable<Thread["waiting"]>): { by?: string } => {
  const now = runtime.now();
  if (dueAt === undefined || dueAt <= now) return {};
  const { timeZone } = context.get("bank");
  return { by: Entity.tellDeadline(dueAt, { now, timeZone, language: context.get("language") }) };
};

export const addArrival = (app: Hono<Variables>, runtime: Runtime, draw: Draw): void => {
  app.get("/:entity/arrival", async (context) => {
    const session = await requireSession(runtime, context);
    return talk(runtime, context, draw, { session });
  });
};

/** @throws secure.session-over when there is nothing any more that the customer came from */
export const originOf = async (
  { store }: Pick<Runtime, "store">,
  entityId: string,
  { handoff }: Pick<Session, "handoff">,
): Promise<Store.Head> => {
  const head = await store.readHead({ entityId, conversationId: handoff.conversationId });
  if (head === undefined) throw new Fault("secure.session-over");
  return head;
};

/** Proven is what the conversation they came from says of this very customer, now. */
export const isProven = (
  state: Conversation.Conversation,
  { customer }: Pick<Session, "customer">,
  now: string,
): boolean => Conversation.verificationOf(state, now) === "strong" && state.verification?.customerId === customer.id;

const provingOf = async (runtime: Runtime, context: Page, session: Session): Promise<Proving> => {
  const bank = context.get("bank");
  const { state } = await originOf(runtime, bank.id, session);
  return {
    channel: state.channel,
    handle: handleOf(bank, state, wordsOf[context.get("language")]),
    isProven: isProven(state, session, runtime.now()),
  };
};

const codeBytes = 24;

/** A new code, to come back from the conversation the customer came from; its hash alone is kept, the one before is worth nothing. */
const awaitProof = async (runtime: Runtime, entityId: string, session: Session): Promise<string> => {
  const { caseId, customer, handoff } = session;
  let code: string | undefined;
  while (code === undefined) code = Handoff.codeFrom(randomBytes(codeBytes));
  const hash = Handoff.hashProof(await runtime.secrets.read("IDENTITY_KEY"), entityId, code);
  const expiresAt = Instant.after(runtime.now(), Handoff.proofSeconds);
  await runtime.store.putProof(
    { entityId, conversationId: handoff.conversationId },
    { hash, handoffId: handoff.handoffId, customerId: customer.id, caseId, expiresAt },
  );
  return code;
};
