import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";

/**
 * The platform says of a message of our account that it will not arrive. Only a reply of ours can fail, and only once:
 * statuses come late, twice and in any order.
 */
export const failSent = async (
  runtime: Runtime,
  inbound: Intake.Inbound,
  pointer: Store.Pointer | undefined,
): Promise<void> => {
  const conversationId = pointer?.conversationId ?? inbound.conversationId;
  if (conversationId === undefined) return;
  const key = { entityId: inbound.entityId, conversationId };
  const head = await runtime.store.readHead(key);
  if (head === undefined) return;
  const messageId = (await unsettledReply(runtime, head, inbound)) ?? pointer?.messageId;
  const body = messageId === undefined ? undefined : await runtime.store.readBody(key, messageId);
  if (body === undefined) return;
  const told = await toldOf(runtime, key, head, body);
  if (told.has("failed")) return;
  const policies = Entity.policiesOf(await runtime.store.readEntity(inbound.entityId));
  const failure = { messageId: body.id, code: inbound.code ?? "send.refused", policies };
  const isPending = head.state.outbox.some((reply) => reply.messageId === body.id);
  if (!isPending && !told.has("sent")) return;
  await obey(runtime, key, {
    command: isPending
      ? { type: "fail", ...failure }
      : { type: "fail-sent", ...failure, isAutomatic: told.has("auto-replied") },
    commitId: `fail:${body.id}`,
    actor: { kind: "system", id: "platform" },
    since: body.sawVersion,
  });
};

/** The platform's answer to the call was lost, or is not here yet: the marker it was sent with tells which reply it is. */
const unsettledReply = async (
  { secrets }: Runtime,
  { state }: Store.Head,
  { marker }: Intake.Inbound,
): Promise<string | undefined> => {
  const identityKey = await secrets.read("IDENTITY_KEY");
  return state.outbox.find((reply) => Intake.markerOf(identityKey, reply.messageId) === marker)?.messageId;
};

/** What the log says of a message since it was written. */
const toldOf = async (
  { store }: Runtime,
  key: Store.ConversationKey,
  head: Store.Head,
  { id, sawVersion }: Store.Body,
): Promise<ReadonlySet<string>> => {
  const sealed = await store.readLog(key, head, sawVersion + 1, head.version);
  const events = sealed.flatMap((each) => Audit.openEntry<Conversation.ConversationEvent>(each).events);
  return new Set(events.flatMap((event) => ("messageId" in event && event.messageId === id ? [event.type] : [])));
};
