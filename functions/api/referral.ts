import { createRoute, z } from "@hono/zod-openapi";
import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { holdIfFree } from "./assignment.ts";
import { cardOf } from "./conversation.ts";
import { Card } from "./conversation-schema.ts";
import { expectNotTaken, holding } from "./holder.ts";
import { writeNote } from "./note.ts";
import { permit } from "./permission.ts";
import type { ReferralView } from "./referral-schema.ts";
import { type Api, body, json, languageOf, problems } from "./route.ts";
import { ConversationId, IdempotencyKey } from "./schema.ts";

const Asked = z.object({
  deskId: z.string().min(1).max(40),
  note: z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .optional()
    .openapi({ description: "Kept as a note, redacted, and sent with it" }),
});

const refer = createRoute({
  method: "post",
  path: "/api/conversations/{id}/referrals",
  request: { params: ConversationId, headers: IdempotencyKey, body: body(Asked) },
  responses: { 202: json("Kept, and on its way to the desk", Card), ...problems },
});

const withdraw = createRoute({
  method: "post",
  path: "/api/conversations/{id}/referrals/withdraw",
  request: { params: ConversationId },
  responses: { 200: json("Ours alone again", Card), ...problems },
});

const listDesks = createRoute({
  method: "get",
  path: "/api/desks",
  responses: {
    200: json("The bank's other desks", z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })),
    ...problems,
  },
});

export const addReferrals = (app: Api, runtime: Runtime): void => {
  app.openapi(listDesks, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const desks = (await runtime.store.readEntity(entityId))?.desks ?? [];
    const language = languageOf(context);
    return context.json({ items: desks.map(({ id, name }) => ({ id, name: name[language] })) }, 200);
  });
  app.openapi(refer, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = { entityId: caller.entityId, conversationId: context.req.valid("param").id };
    const { deskId, note } = context.req.valid("json");
    const idempotencyKey = context.req.valid("header")["idempotency-key"];
    const entity = await runtime.store.readEntity(key.entityId);
    if (entity?.desks?.some((each) => each.id === deskId) !== true) throw new Fault("referral.desk-unknown");
    if (entity.secure === undefined) throw new Fault("handoff.not-configured");
    await holdIfFree(runtime, key, caller);
    if (note !== undefined)
      await writeNote(runtime, key, caller, { text: note, idempotencyKey: `${idempotencyKey}#note` });
    const identityKey = await runtime.secrets.read("IDENTITY_KEY");
    const { conversationId, entityId } = key;
    const parts = [entityId, conversationId, caller.agentId, idempotencyKey];
    const referralId = Identity.keyedId(identityKey, "r", "referral", ...parts);
    await obey(runtime, key, {
      command: { type: "refer", referralId, deskId, agentId: caller.agentId },
      commitId: `refer:${referralId}`,
      actor: { kind: "agent", id: caller.agentId },
    });
    return context.json(cardOf(await headOf(runtime, key), runtime.now()), 202);
  });
  app.openapi(withdraw, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = { entityId: caller.entityId, conversationId: context.req.valid("param").id };
    const { state } = await headOf(runtime, key);
    expectNotTaken(state, caller);
    const { referral } = state;
    if (referral === undefined) throw new Fault("referral.not-withdrawable");
    if (referral.step !== "withdrawn") {
      const { events } = await obey(runtime, key, {
        command: { type: "withdraw-referral", referralId: referral.id },
        commitId: `withdraw-referral:${runtime.newId()}`,
        actor: { kind: "agent", id: caller.agentId },
        ...holding(caller),
      });
      if (events.length === 0) throw new Fault("referral.not-withdrawable");
    }
    return context.json(cardOf(await headOf(runtime, key), runtime.now()), 200);
  });
};

const headOf = async ({ store }: Runtime, key: Store.ConversationKey): Promise<Store.Head> => {
  const head = await store.readHead(key);
  if (head === undefined) throw new Fault("conversation.unknown");
  return head;
};

/** How it stands with another desk; null when none was asked. */
export const referralOf = async (
  { store }: Pick<Runtime, "store">,
  { state: { entityId, referral } }: Store.Head,
  language: "fr" | "en",
): Promise<ReferralView | null> => {
  if (referral === undefined) return null;
  const { deskId, reason, since, step } = referral;
  const desk = (await store.readEntity(entityId))?.desks?.find((each) => each.id === deskId);
  return { deskId, name: desk?.name[language] ?? deskId, step, since, ...(reason === undefined ? {} : { reason }) };
};
