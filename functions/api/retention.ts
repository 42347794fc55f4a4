import { createRoute, z } from "@hono/zod-openapi";
import type * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Retention from "#core/retention";
import type * as Store from "#core/store";
import { covers, isOnHold, type Runtime, readTogether } from "#functions/runtime";
import { afresh } from "./afresh.ts";
import { conversationsOf, linkedTo, peerOf } from "./contact.ts";
import { viewOf as cardView } from "./conversation.ts";
import { holdView } from "./hold.ts";
import { headOf } from "./order.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { Coming, Keeping, NewTerm, Term } from "./retention-schema.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId } from "./schema.ts";
import type { Caller } from "./sign-in.ts";

const comingShown = 25;

const readTerm = createRoute({
  method: "get",
  path: "/api/retention",
  responses: { 200: json("How long words are kept after their conversation was closed", Term), ...problems },
});

const putTerm = createRoute({
  method: "put",
  path: "/api/retention",
  request: { body: body(NewTerm) },
  responses: {
    200: json("As it is from now on, for what is closed already too; one that erases sooner begins in a week", Term),
    ...problems,
  },
});

const listComing = createRoute({
  method: "get",
  path: "/api/retention/coming",
  request: { query: z.object({ cursor: z.string().max(500).optional() }) },
  responses: {
    200: json(
      "Closed conversations, the longest closed first, with when their words are due to go",
      z.object({ items: z.array(Coming), cursor: z.string().optional() }),
    ),
    ...problems,
  },
});

const readKeeping = createRoute({
  method: "get",
  path: "/api/conversations/{id}/retention",
  request: { params: ConversationId },
  responses: { 200: json("How long its words are kept, and what keeps them", Keeping), ...problems },
});

/** An administrator sets how long words are kept; compliance sees what is kept, until when and why. */
export const addRetention = (app: Api, runtime: Runtime): void => {
  const { now, store } = runtime;
  app.openapi(readTerm, async (context) => {
    const { entityId } = permit(context.get("caller"), "read-retention");
    return context.json(termOf(await policyOf(runtime, entityId)), 200);
  });
  app.openapi(putTerm, async (context) => {
    const caller = permit(context.get("caller"), "manage-retention");
    const { wordsDays } = context.req.valid("json");
    return context.json(termOf(await afresh(() => keepTerm(runtime, caller, wordsDays))), 200);
  });
  app.openapi(listComing, async (context) => {
    const { entityId } = permit(context.get("caller"), "read-retention");
    const { cursor: from } = context.req.valid("query");
    const [policy, holds, { cards, cursor }] = await Promise.all([
      policyOf(runtime, entityId),
      store.listHolds(entityId),
      store.listCards(
        entityId,
        { kind: "status", status: "closed" },
        { limit: comingShown, newestFirst: false, ...(from === undefined ? {} : { cursor: from }) },
      ),
    ]);
    const items = await Promise.all(
      cards.map(async (card) => {
        const heads = await readTogether(runtime, { entityId, conversationId: card.id });
        return { card: cardView(card, now()), dueAt: dueAt(heads, policy), onHold: isOnHold(heads, holds) };
      }),
    );
    return context.json({ items, ...(cursor === undefined ? {} : { cursor }) }, 200);
  });
  app.openapi(readKeeping, async (context) => {
    const { entityId } = permit(context.get("caller"), "read-retention");
    return context.json(await keepingOf(runtime, { entityId, conversationId: context.req.valid("param").id }), 200);
  });
};

const keepingOf = async (runtime: Runtime, key: Store.ConversationKey): Promise<z.infer<typeof Keeping>> => {
  const head = await headOf(runtime, key);
  const contact = peerOf(key.entityId, head.label.contact);
  const [policy, holds, heads, conversations, linked] = await Promise.all([
    policyOf(runtime, key.entityId),
    runtime.store.listHolds(key.entityId),
    readTogether(runtime, key),
    contact === undefined ? null : conversationsOf(runtime, contact),
    contact === undefined ? [] : linkedTo(runtime, contact),
  ]);
  const standing = holds.filter((hold) => covers(hold, heads));
  return {
    wordsDays: policy?.wordsDays ?? null,
    dueAt: dueAt(heads, policy),
    erasure: erasureOf(head.state),
    holds: standing.map(holdView),
    together: heads.length,
    ofContact: conversations?.length ?? null,
    linked,
  };
};

const erasureOf = ({ erasure }: Conversation.Conversation): z.infer<typeof Keeping>["erasure"] => {
  if (erasure === undefined) return null;
  const { at, ground, isPast = false, step } = erasure;
  const { messages, notes } = step === "done" ? erasure : { messages: null, notes: null };
  return { step, at, ground, isPast, messages, notes };
};

const dueAt = (heads: readonly Store.Head[], policy: Retention.Policy | undefined): string | null => {
  const states = heads.map(({ state }) => state);
  return (policy === undefined ? undefined : Retention.dueAt(states, policy)) ?? null;
};

const policyOf = async ({ store }: Pick<Runtime, "store">, entityId: string): Promise<Retention.Policy | undefined> =>
  (await store.readEntity(entityId))?.retention;

const termOf = (policy: Retention.Policy | undefined): z.infer<typeof Term> => ({
  wordsDays: policy?.wordsDays ?? Retention.proposedDays,
  isSet: policy !== undefined,
  beginsAt: policy?.beginsAt ?? null,
});

const keepTerm = async (runtime: Runtime, caller: Caller, wordsDays: number): Promise<Retention.Policy> => {
  const before = await runtime.store.readEntity(caller.entityId);
  if (before === undefined) throw new Fault("entity.unknown");
  const retention = Retention.setTerm(before.retention, wordsDays, runtime.now());
  const change = { type: "term-set", ...retention } as const;
  if (retention !== before.retention)
    await recorded(runtime, caller, change, () => runtime.store.putEntity({ ...before, retention }));
  return retention;
};
