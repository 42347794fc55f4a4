import { createRoute, z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { Fault, isRefusal } from "#core/fault";
import * as Identity from "#core/identity";
import type * as Store from "#core/store";
import { obey, type Runtime, readLabels, takeSlot } from "#functions/runtime";
import { Card } from "./conversation-schema.ts";
import { expectNotTaken, holding } from "./holder.ts";
import { headOf, keyOf, order, view } from "./order.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId, IdempotencyKey } from "./schema.ts";
import type { Caller } from "./sign-in.ts";
import { type Chosen, readChosen } from "./split-reading.ts";

const Splitting = z.object({
  messageIds: z
    .array(z.string().min(1).max(80))
    .min(1)
    .max(Conversation.mostTaken)
    .openapi({ description: "Messages and notes of it; at least one of the customer goes, and one stays" }),
});

const splitRoute = createRoute({
  method: "post",
  path: "/api/conversations/{id}/split",
  request: { params: ConversationId, headers: IdempotencyKey, body: body(Splitting) },
  responses: { 201: json("The conversation of its own, with its own deadline", Card), ...problems },
});

/** Several matters in one thread become conversations of their own. Merging them again is the way back. */
export const addSplitting = (app: Api, runtime: Runtime): void => {
  app.openapi(splitRoute, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = keyOf(caller, context.req.valid("param").id);
    const { messageIds } = context.req.valid("json");
    const idempotencyKey = context.req.valid("header")["idempotency-key"];
    return context.json(await split(runtime, key, caller, { messageIds, idempotencyKey }), 201);
  });
};

type Asked = z.infer<typeof Splitting> & { readonly idempotencyKey: string };

/**
 * The part first, so that a crash between the two leaves what is promised with a deadline, and asking again under the same
 * key finishes it. Where the thread cannot let go after all, because an answer left in that moment, the part is merged again.
 */
const split = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { idempotencyKey, messageIds }: Asked,
): Promise<z.infer<typeof Card>> => {
  const head = await headOf(runtime, key);
  expectNotTaken(head.state, caller);
  const identityKey = await runtime.secrets.read("IDENTITY_KEY");
  const partId = Identity.keyedId(
    identityKey,
    "c",
    "split",
    key.entityId,
    key.conversationId,
    caller.agentId,
    idempotencyKey,
  );
  const partKey = { ...key, conversationId: partId };
  if (head.state.partIds?.includes(partId) === true) return shown(runtime, partKey, caller);
  const policies = Entity.policiesOf(await runtime.store.readEntity(key.entityId));
  const chosen = await readChosen(runtime, key, head, messageIds);
  const leave = leaveOf(head.state, partId, { messageIds: chosen.messageIds, told: chosen.told, policies });
  // Refused before anything is written, where it can be known.
  Conversation.decide(head.state, leave, runtime.now());
  await begin(runtime, caller, { head, partKey, chosen });
  try {
    await letGo(runtime, key, caller, { messageIds, partId, policies });
  } catch (error) {
    // After anything but a refusal it may have been committed: asking again finishes it.
    if (isRefusal(error)) await order(runtime, partKey, caller, { type: "merge-into", conversationId: head.state.id });
    throw error;
  }
  return shown(runtime, partKey, caller);
};

/** Its card shows words only once the thread tells it what becomes of them: what is taken out meanwhile is not shown again. */
const shown = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { agentId }: Caller,
): Promise<z.infer<typeof Card>> => {
  const { lastInboundId = "" } = (await headOf(runtime, key)).state;
  await obey(runtime, key, {
    command: { type: "follow-thread", isWritten: false, isRevised: true },
    commitId: `show:${key.conversationId}`,
    actor: { kind: "agent", id: agentId },
    shows: lastInboundId,
    since: 1,
  });
  return view(runtime, key);
};

const leaveOf = (
  { inboundCount }: Conversation.Conversation,
  conversationId: string,
  rest: Pick<Chosen, "messageIds" | "told"> & { readonly policies: ReturnType<typeof Entity.policiesOf> },
) => ({ type: "split-off", conversationId, inboundSeen: inboundCount, ...rest }) as const;

type Beginning = { readonly head: Store.Head; readonly partKey: Store.ConversationKey; readonly chosen: Chosen };

/** What it is about is read anew from its own messages, and so is what it is promised. Whoever has the thread has it. */
const begin = async (
  runtime: Runtime,
  { agentId }: Caller,
  { head: { label, state }, partKey, chosen }: Beginning,
): Promise<void> => {
  const { entityId, conversationId } = partKey;
  const { preview: _, previewId: __, ...identity } = label;
  const entity = await runtime.store.readEntity(entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  const { bodies, messageIds, span, told } = chosen;
  const readings = bodies
    .filter(({ direction }) => direction === "inbound")
    .map((each) => ({ messageId: each.id, ...readLabels(each.text) }));
  const { language, topic = "other", urgency: priority = "normal" } = mostUrgent(readings.map(({ labels }) => labels));
  const { accountId, audience: segment, channel, teamId, visibility } = state;
  const policies = Entity.policiesFor(entity, { channel, topic, priority, language, segment });
  const { events, state: part } = await obey(runtime, partKey, {
    command: {
      type: "split-from",
      opening: { conversationId, entityId, teamId, channel, visibility, accountId },
      thread: state,
      labels: readings.map(({ labels, messageId }) => ({ messageId, labels })),
      messageIds,
      span,
      told,
      policies,
    },
    commitId: `split-from:${conversationId}`,
    actor: { kind: "agent", id: agentId },
    label: {
      ...identity,
      why: Object.assign({}, ...readings.map(({ why }) => why)),
    },
  });
  for (const event of events) if (event.type === "assigned") await takeSlot(runtime, partKey, part, event.agentId);
  for (const peerId of [label.contact, label.thread]) {
    if (peerId !== undefined)
      await runtime.store.putPeer({ entityId, peerId }, { conversationId, openedAt: part.openedAt });
  }
};

const ranks = ["normal", "pressing", "urgent"] as const;

/** What it is promised is what its most urgent message is. */
const mostUrgent = (labels: readonly Conversation.MessageLabels[]): Partial<Conversation.MessageLabels> =>
  labels.toSorted((one, other) => ranks.indexOf(other.urgency) - ranks.indexOf(one.urgency))[0] ?? {};

/** Tries that a customer who goes on writing at this moment may cost. */
const attempts = 3;

type Leaving = {
  readonly messageIds: readonly string[];
  readonly partId: string;
  readonly policies: ReturnType<typeof Entity.policiesOf>;
};

/** What the customer wrote since stays in the thread: it is read again and let go of once more. */
const letGo = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { messageIds: chosen, partId, policies }: Leaving,
): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const head = await headOf(runtime, key);
    const { messageIds, told } = await readChosen(runtime, key, head, chosen);
    const lastKept = told.findLast(({ messageId }) => !messageIds.includes(messageId));
    try {
      await obey(runtime, key, {
        command: leaveOf(head.state, partId, { messageIds, told, policies }),
        commitId: `split-off:${partId}`,
        actor: { kind: "agent", id: caller.agentId },
        ...holding(caller),
        ...(lastKept === undefined ? {} : { shows: lastKept.messageId }),
      });
      return;
    } catch (error) {
      const hasChanged = error instanceof Fault && error.code === "conversation.changed";
      if (!hasChanged || attempt === attempts) throw error;
    }
  }
};
