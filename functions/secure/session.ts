import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import type * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { caseIdOf } from "./case.ts";
import type { Draw } from "./draw.ts";
import { openOffer } from "./find.ts";
import type { Issuer, Subject } from "./issuer.ts";
import { leavingPage } from "./page/invitation.ts";
import { pathTo } from "./page/layout.ts";
import { type Bank, keepVisit, readVisit, refuseForgery, renewVisitor, takeVisit, type Variables } from "./visit.ts";

/** Sign-in: with an offer that was opened, or to find again what one led to. */
export const addSession = (
  app: Hono<Variables>,
  runtime: Runtime,
  { draw, issuer }: { draw: Draw; issuer: Issuer },
): void => {
  app.post("/:entity/sign-in", async (context) => {
    const { returning } = await refuseForgery(context);
    const visit = returning === "yes" ? undefined : await readVisit(runtime, context);
    if (returning !== "yes" && visit?.handoff === undefined) throw new Fault("handoff.not-opened");
    const bank = context.get("bank");
    const contexts = await contextsOf(runtime, bank, visit?.handoff);
    const state = randomBytes(Handoff.tokenBytes).toString("base64url");
    const signIn = { state: Handoff.hashToken(state), startedAt: runtime.now() };
    await keepVisit(runtime, context, { signIn, ...(visit?.handoff === undefined ? {} : { handoff: visit.handoff }) });
    const asking = { bank, contexts, language: context.get("language"), state, visitor: context.get("visitor") };
    return draw.page(context, leavingPage(draw.frame(context), await issuer.begin(asking)));
  });
  app.get("/:entity/signed-in", async (context) => {
    const bank = context.get("bank");
    const parameters = new URL(context.req.url).searchParams;
    const visit = await takeVisit(runtime, context);
    const state = parameters.get("state") ?? "";
    if (visit?.signIn === undefined || visit.signIn.state !== Handoff.hashToken(state)) {
      // An answer to a question this browser did not ask. What it had opened stays as it was.
      if (visit !== undefined) await keepVisit(runtime, context, visit);
      throw new Fault("secure.sign-in-failed");
    }
    const { handoff } = visit;
    const contexts = await contextsOf(runtime, bank, handoff);
    const attempt = { bank, contexts, state, visitor: context.get("visitor") };
    const subject = await issuer.finish(attempt, parameters).catch(async (error: unknown) => {
      if (handoff !== undefined) await keepVisit(runtime, context, { handoff });
      throw error;
    });
    const customerId = await customerIdOf(runtime, bank, subject);
    const found =
      handoff === undefined
        ? await casesOf(runtime, bank, { customerId, context: subject.context })
        : [await arrive(runtime, { bank, customerId, handoff })];
    const [newest] = found;
    if (newest === undefined) return context.redirect(`${pathTo(bank, "")}?none`, 303);
    renewVisitor(context);
    await keepVisit(runtime, context, {
      customer: { id: customerId, subject: subject.id },
      caseId: newest.caseId,
      handoff: { conversationId: newest.conversationId, handoffId: newest.handoffId },
    });
    return context.redirect(pathTo(bank, bank.secure.arrival.kind === "redirect" ? "arrival" : "conversation"), 303);
  });
  app.post("/:entity/leave", async (context) => {
    await refuseForgery(context);
    await takeVisit(runtime, context);
    renewVisitor(context);
    return context.redirect(`${pathTo(context.get("bank"), "")}?left`, 303);
  });
};

type Opened = Pick<Store.Link, "conversationId" | "handoffId">;

/** What sign-in must be worth for the offer; who comes back is let in to what their sign-in is worth. */
const contextsOf = async (runtime: Runtime, bank: Bank, opened: Opened | undefined): Promise<readonly string[]> => {
  if (opened === undefined) return Handoff.contextsOf(bank.secure);
  const { handoff } = await openOffer(runtime, bank.id, opened);
  return Handoff.contextsFor(bank.secure, handoff.purpose);
};

const customerIdOf = async ({ secrets }: Runtime, bank: Bank, { id, issuer }: Subject): Promise<string> =>
  Handoff.customerIdOf(await secrets.read("IDENTITY_KEY"), bank.id, { issuer, id });

type Arriving = { readonly bank: Bank; readonly customerId: string; readonly handoff: Opened };

/**
 * Uses the offer up, for this customer. Who may read the secure conversation is written first: what a crash leaves behind
 * counts only where the log says that this customer came in.
 */
const arrive = async (runtime: Runtime, { bank, customerId, handoff }: Arriving): Promise<Store.Case> => {
  const { key, state } = await openOffer(runtime, bank.id, handoff);
  const { handoffId } = handoff;
  const caseId = await caseIdOf(runtime, { bank, customerId, handoffId, teamId: state.teamId });
  const purpose = state.handoff?.purpose ?? "other";
  const joined = { caseId, at: runtime.now(), conversationId: key.conversationId, handoffId, purpose };
  await runtime.store.putCase(bank.id, { ...joined, customerId });
  await obey(runtime, key, {
    command: { type: "sign-in-handoff", handoffId, customerId },
    commitId: `sign-in-handoff:${handoffId}:${customerId}`,
    actor: { kind: "contact" },
  });
  return joined;
};

type Returning = { readonly customerId: string; readonly context: string };

/**
 * The customer's secure conversations that the log knows of, the newest first.
 * @throws secure.sign-in-too-weak when there are some, and each asks for more
 */
const casesOf = async (
  runtime: Runtime,
  bank: Bank,
  { context, customerId }: Returning,
): Promise<readonly Store.Case[]> => {
  const cases = await runtime.store.listCases(bank.id, customerId);
  const states = await Promise.all(
    cases.map(({ conversationId }) => runtime.store.readHead({ entityId: bank.id, conversationId })),
  );
  const begun = await Promise.all(
    cases.map(({ caseId }) => runtime.store.readHead({ entityId: bank.id, conversationId: caseId })),
  );
  const known = cases.filter(
    (each, index) => begun[index] !== undefined || hasArrived(states[index]?.state, each, customerId),
  );
  const open = known.filter(({ purpose }) => Handoff.contextsFor(bank.secure, purpose).includes(context));
  if (known.length > 0 && open.length === 0) throw new Fault("secure.sign-in-too-weak");
  return open;
};

const hasArrived = (
  state: Conversation.Conversation | undefined,
  { handoffId }: Store.Case,
  customerId: string,
): boolean => state?.handoff?.id === handoffId && state.handoff.customerId === customerId;
