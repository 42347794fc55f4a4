import { createRoute, z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { Fault, isRefusal } from "#core/fault";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { Card } from "./conversation-schema.ts";
import { expectNotTaken } from "./holder.ts";
import { headOf, keyOf, order, orderHeld, view } from "./order.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId, InboundSeen } from "./schema.ts";
import type { Caller } from "./sign-in.ts";

const Merging = z.object({ intoId: z.string().min(1).max(80), inboundSeen: InboundSeen });

const mergeRoute = createRoute({
  method: "post",
  path: "/api/conversations/{id}/merge",
  request: { params: ConversationId, body: body(Merging) },
  responses: { 200: json("The conversation that goes on, as it is now", Card), ...problems },
});

const separateRoute = createRoute({
  method: "post",
  path: "/api/conversations/{id}/separate",
  request: { params: ConversationId },
  responses: { 200: json("The conversation that is on its own again", Card), ...problems },
});

/** Two threads of one customer, in the same place, become one conversation; or two again. */
export const addMerging = (app: Api, runtime: Runtime): void => {
  app.openapi(mergeRoute, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = keyOf(caller, context.req.valid("param").id);
    return context.json(await merge(runtime, key, caller, context.req.valid("json")), 200);
  });
  app.openapi(separateRoute, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = keyOf(caller, context.req.valid("param").id);
    return context.json(await separate(runtime, key, caller), 200);
  });
};

type Asked = z.infer<typeof Merging>;

/**
 * The one that goes on first: a crash between the two leaves both open, and asking again finishes it. Where the other
 * cannot go after all, because the customer wrote in that moment, it is let go.
 */
const merge = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { inboundSeen, intoId }: Asked,
): Promise<z.infer<typeof Card>> => {
  const intoKey = keyOf(caller, intoId);
  const [going, staying] = await Promise.all([headOf(runtime, key), headOf(runtime, intoKey)]);
  const { contact } = going.label;
  const isPart = [going.state.splitFrom?.conversationId, staying.state.splitFrom?.conversationId].some(
    (id) => id === going.state.id || id === staying.state.id,
  );
  if (!isPart && (contact === undefined || contact !== staying.label.contact))
    throw new Fault("conversation.not-mergeable");
  for (const { state } of [going, staying]) expectNotTaken(state, caller);
  const leave = {
    type: "merge-into",
    conversationId: intoId,
    inboundSeen: inboundSeen ?? going.state.inboundCount,
  } as const;
  // Refused before anything is written, where it can be known.
  Conversation.decide(going.state, leave, runtime.now());
  await orderHeld(runtime, intoKey, caller, { type: "take-in", other: going.state });
  try {
    await orderHeld(runtime, key, caller, leave);
  } catch (error) {
    // After anything but a refusal it may have been committed: asking again finishes it.
    if (isRefusal(error)) await order(runtime, intoKey, caller, { type: "let-go", conversationId: going.state.id });
    throw error;
  }
  return view(runtime, intoKey);
};

/** What waits in it has its deadline again; the one that read it lets it go with the same commit's effects. */
const separate = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
): Promise<z.infer<typeof Card>> => {
  const conversationId = (await headOf(runtime, key)).state.mergedInto?.conversationId;
  if (conversationId === undefined) return view(runtime, key);
  const { state } = await headOf(runtime, keyOf(caller, conversationId));
  expectNotTaken(state, caller);
  const policies = Entity.policiesOf(await runtime.store.readEntity(key.entityId));
  return order(runtime, key, caller, { type: "separate", conversationId, isAnswered: !state.isAwaiting, policies });
};
