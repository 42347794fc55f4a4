import * as z from "zod";
import { describe } from "#core/fault";
import * as Instant from "#core/instant";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

/** What the page of waiting replies says instead of a conversation: whoever may decide sees who else is at which. */
const approvals = "approvals";

/** What a page says of itself: which conversation it shows, or which waiting reply, and whether something is being written there. Ids, no words. */
const Said = z.object({
  turn: z.number().int().min(1),
  at: z.union([z.string().regex(/^c_[\w-]{22}$/), z.literal(approvals), z.null()]),
  on: z
    .string()
    .regex(/^m_[\w-]{10,60}$/)
    .optional(),
  writing: z.boolean(),
});

/** The heartbeat comes every 20 s: who misses two is believed to have gone. */
const believedSeconds = 50;

/**
 * Tells those who look at the same conversation who else does. A change costs a few small writes, a heartbeat one; nothing
 * is written for a key that is pressed.
 */
export const attend = async (runtime: Runtime, connection: Store.Connection, frame: string): Promise<void> => {
  const said = Said.safeParse(parsed(frame));
  if (!said.success) return;
  const { at, on: messageId, turn, writing: isWriting } = said.data;
  const { attention: before, connectionId, entityId } = connection;
  const keyOf = (conversationId: string) => ({ entityId, conversationId });
  const hasMoved = before?.conversationId !== (at ?? undefined);
  if (at === approvals && connection.mayApprove !== true) return;
  // Only what exists is kept: a page cannot write what it likes into a key.
  const isConversation = at !== null && at !== approvals;
  if (isConversation && hasMoved && (await runtime.store.readHead(keyOf(at))) === undefined) return;
  const on = messageId === undefined ? {} : { messageId };
  const after = { turn, isWriting, ...on, ...(at === null ? {} : { conversationId: at }) };
  if (!(await runtime.store.setAttention(connectionId, after))) return;
  if (hasMoved && before?.conversationId !== undefined) {
    await withdraw(runtime, keyOf(before.conversationId), connectionId);
  }
  if (at === null) return;
  const until = Instant.after(runtime.now(), believedSeconds);
  await runtime.store.putOnlooker(keyOf(at), { connectionId, agentId: connection.agentId, isWriting, ...on, until });
  const isNews = hasMoved || before?.isWriting !== isWriting || before.messageId !== messageId;
  await tell(runtime, keyOf(at), (onlooker) => isNews || onlooker.connectionId === connectionId);
};

/** A page that left looks at nothing. */
export const lookAway = async (runtime: Runtime, connection: Store.Connection): Promise<void> => {
  const conversationId = connection.attention?.conversationId;
  if (conversationId === undefined) return;
  await withdraw(runtime, { entityId: connection.entityId, conversationId }, connection.connectionId);
};

const withdraw = async (runtime: Runtime, key: Store.ConversationKey, connectionId: string): Promise<void> => {
  await runtime.store.removeOnlooker(key, connectionId);
  await tell(runtime, key, () => true);
};

const tell = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  isTold: (onlooker: Store.Onlooker) => boolean,
): Promise<void> => {
  const onlookers = await runtime.store.listOnlookers(key, runtime.now());
  const people = onlookers.map(({ agentId, isWriting: writing, messageId: on, until }) => ({
    agentId,
    writing,
    until,
    ...(on === undefined ? {} : { on }),
  }));
  const frame = JSON.stringify({ type: "attention", id: key.conversationId, people });
  await Promise.all(
    onlookers.filter(isTold).map(async ({ connectionId }) => {
      try {
        if ((await runtime.sockets.post(connectionId, frame)) === "gone") {
          await runtime.store.removeOnlooker(key, connectionId);
        }
      } catch (error) {
        // It hears of it with its next heartbeat.
        runtime.log.warn("live.post-failed", { error: describe(error) });
      }
    }),
  );
};

const parsed = (frame: string): unknown => {
  try {
    return JSON.parse(frame);
  } catch {
    // A plain sign of life.
    return undefined;
  }
};
