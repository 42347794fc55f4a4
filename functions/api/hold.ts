import { createRoute, z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import type * as Store from "#core/store";
import { inLanes, obey, type Runtime, readTogether } from "#functions/runtime";
import { contactOf, conversationsOf } from "./contact.ts";
import { expectPlainName } from "./name.ts";
import { redactedNote } from "./noted.ts";
import { headOf, keyOf } from "./order.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { HoldView, Of } from "./retention-schema.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId, IdempotencyKey } from "./schema.ts";
import type { Caller } from "./sign-in.ts";

const listHolds = createRoute({
  method: "get",
  path: "/api/holds",
  responses: { 200: json("What is held, the newest first", z.object({ items: z.array(HoldView) })), ...problems },
});

const placeHold = createRoute({
  method: "post",
  path: "/api/conversations/{id}/holds",
  request: {
    params: ConversationId,
    headers: IdempotencyKey,
    body: body(z.object({ of: Of, reference: z.string().trim().min(1).max(60) })),
  },
  responses: { 201: json("It stands: nothing of it is erased until it is lifted", HoldView), ...problems },
});

const liftHold = createRoute({
  method: "delete",
  path: "/api/holds/{id}",
  request: { params: z.object({ id: z.string().min(1).max(80) }) },
  responses: { 204: { description: "It stands no more" }, ...problems },
});

/** Compliance keeps what a court, an inquiry or a dispute needs, whatever its term is and whoever asks for its erasure. */
export const addHolds = (app: Api, runtime: Runtime): void => {
  const { store } = runtime;
  app.openapi(listHolds, async (context) => {
    const { entityId } = permit(context.get("caller"), "read-retention");
    return context.json({ items: (await store.listHolds(entityId)).map(holdView) }, 200);
  });
  app.openapi(placeHold, async (context) => {
    const caller = permit(context.get("caller"), "hold");
    const key = keyOf(caller, context.req.valid("param").id);
    const idempotencyKey = context.req.valid("header")["idempotency-key"];
    const hold = await place(runtime, caller, key, { ...context.req.valid("json"), idempotencyKey });
    return context.json(holdView(hold), 201);
  });
  app.openapi(liftHold, async (context) => {
    const caller = permit(context.get("caller"), "hold");
    const hold = await store.readHold(caller.entityId, context.req.valid("param").id);
    if (hold === undefined) throw new Fault("hold.unknown");
    const { conversationId, id: holdId } = hold;
    await recorded(runtime, caller, { type: "hold-lifted", conversationId, holdId, of: ofHold(hold) }, async () => {
      await tellEach(runtime, caller, await heldBy(runtime, caller.entityId, hold), { type: "lift-hold", holdId });
      // Last: whoever comes between finds it still standing, and lifts it again.
      await store.removeHold(caller.entityId, holdId);
    });
    return context.body(null, 204);
  });
};

type Asked = { readonly of: z.infer<typeof Of>; readonly reference: string; readonly idempotencyKey: string };

/** The hold is kept first, and looked at before every erasure: from that moment on it protects, told of or not. */
const place = async (
  runtime: Runtime,
  caller: Caller,
  key: Store.ConversationKey,
  { idempotencyKey, of, reference }: Asked,
): Promise<Store.Hold> => {
  const { entityId } = caller;
  const identityKey = await runtime.secrets.read("IDENTITY_KEY");
  const id = Identity.keyedId(identityKey, "h", "hold", entityId, key.conversationId, caller.agentId, idempotencyKey);
  const contact = of === "contact" ? (await contactOf(runtime, key)).peerId : undefined;
  Conversation.requireWords((await headOf(runtime, key)).state);
  expectPlainName(reference);
  const hold: Store.Hold = (await runtime.store.readHold(entityId, id)) ?? {
    id,
    reference: (await redactedNote(runtime, caller, reference)).text,
    by: caller.agentId,
    at: runtime.now(),
    conversationId: key.conversationId,
    ...(contact === undefined ? {} : { contact }),
  };
  const command = { type: "place-hold", holdId: id } as const;
  const heads = (await heldBy(runtime, entityId, hold)).filter(({ state }) => !Conversation.isErased(state));
  // Refused for one, it is refused before anything is kept.
  for (const { state } of heads) Conversation.decide(state, command, runtime.now());
  const event = { type: "hold-placed", conversationId: key.conversationId, holdId: id, of } as const;
  await recorded(runtime, caller, event, async () => {
    await runtime.store.putHold(entityId, hold);
    const told = await tellEach(runtime, caller, heads, command);
    if (told > 0 || contact !== undefined) return;
    // Erased in that moment: there is nothing left to hold.
    await runtime.store.removeHold(entityId, id);
    throw new Fault("conversation.erased");
  });
  return hold;
};

const heldBy = (
  runtime: Runtime,
  entityId: string,
  { contact, conversationId }: Store.Hold,
): Promise<readonly Store.Head[]> =>
  contact === undefined
    ? readTogether(runtime, { entityId, conversationId })
    : conversationsOf(runtime, { entityId, peerId: contact });

const toldAtOnce = 8;

/**
 * In the log of each that has words; one that was erased meanwhile keeps none of the others from it. Who was told is not told
 * again, so that asking once more goes on where the function's time ended.
 * @returns how many it stands, or stands no more, in the log of
 */
const tellEach = async (
  runtime: Runtime,
  { agentId: id }: Caller,
  heads: readonly Store.Head[],
  command: Extract<Conversation.Command, { type: "place-hold" | "lift-hold" }>,
): Promise<number> => {
  const left = heads.filter(({ state }) => Conversation.decide(state, command, runtime.now()).length > 0);
  let told = heads.length;
  await inLanes(toldAtOnce, left, async ({ state }) => {
    const key = { entityId: state.entityId, conversationId: state.id };
    const commitId = `${command.type}:${command.holdId}:${runtime.newId()}`;
    try {
      await obey(runtime, key, { command, commitId, actor: { kind: "agent", id } });
    } catch (error) {
      if (!(error instanceof Fault && error.code === "conversation.erased")) throw error;
      told -= 1;
    }
  });
  return told;
};

const ofHold = ({ contact }: Store.Hold): z.infer<typeof Of> => (contact === undefined ? "conversation" : "contact");

export const holdView = (hold: Store.Hold): z.infer<typeof HoldView> => {
  const { at, by, conversationId, id, reference } = hold;
  return { id, reference, by, at, conversationId, of: ofHold(hold) };
};
