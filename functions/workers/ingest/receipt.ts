import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { obey, partsOf, type Runtime } from "#functions/runtime";

/**
 * How far an answer of ours got: taken, delivered, read. It may overtake the platform's answer to the call that sent it;
 * then it is that answer.
 */
export const noteReceipt = async (
  runtime: Runtime,
  inbound: Intake.Inbound,
  pointer: Store.Pointer | undefined,
): Promise<void> => {
  const { entityId, receipt } = inbound;
  const conversationId = pointer?.conversationId ?? inbound.conversationId;
  if (conversationId === undefined || receipt === undefined) return;
  const key = { entityId, conversationId };
  const head = await runtime.store.readHead(key);
  if (head === undefined) return;
  for (const part of await partsOf(runtime, head.state)) {
    await noteIn(runtime, { ...key, conversationId: part.state.id }, part, { inbound, pointer });
  }
  await noteIn(runtime, key, head, { inbound, pointer });
};

type Noted = { readonly inbound: Intake.Inbound; readonly pointer: Store.Pointer | undefined };

/** A thread and its parts are one on the platform: what it says of everything up to here it says of all of them. */
const noteIn = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  head: Store.Head,
  { inbound, pointer }: Noted,
): Promise<void> => {
  const { deduplicationId, receipt, until } = inbound;
  if (receipt === undefined) return;
  const messageId = (await takenReply(runtime, key, head, inbound)) ?? pointer?.messageId;
  const isAboutOne = until === undefined;
  const isUnderway = head.state.outbox.some((reply) => reply.state === "attempting");
  if (isAboutOne && messageId === undefined && isUnderway) throw new Fault("echo.early");
  if (receipt === "sent") return;
  await obey(runtime, key, {
    command: {
      type: "note-receipt",
      receipt,
      ...(messageId === undefined ? {} : { messageId }),
      ...(until === undefined ? {} : { until }),
    },
    commitId: `receipt:${deduplicationId}`,
    actor: { kind: "system", id: "platform" },
  });
};

/** The reply that is known by the marker it carries, and counts as sent from now on. */
const takenReply = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  head: Store.Head,
  inbound: Intake.Inbound,
): Promise<string | undefined> => {
  const identityKey = await runtime.secrets.read("IDENTITY_KEY");
  const reply = head.state.outbox.find(
    ({ messageId, state }) => hasLeft(state) && Intake.markerOf(identityKey, messageId) === inbound.marker,
  );
  if (reply === undefined) return undefined;
  await acceptByPlatform(runtime, key, inbound, reply.messageId);
  return reply.messageId;
};

const hasLeft = (state: string): boolean => state === "attempting" || state === "uncertain";

/** The pointer to it comes first, so that whatever the platform says of it next finds it. */
export const acceptByPlatform = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { entityId, groupId, messageId }: Intake.Inbound,
  replyId: string,
): Promise<void> => {
  const { conversationId } = key;
  await runtime.store.putPointer(entityId, messageId, { conversationId, messageId: replyId, groupId });
  const entity = await runtime.store.readEntity(entityId);
  await obey(runtime, key, {
    command: { type: "accept", messageId: replyId, by: "echo", policies: Entity.policiesOf(entity) },
    commitId: `accept:${replyId}`,
    actor: { kind: "system", id: "ingest" },
  });
};
