import type * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";

/** Another application took the thread, or it is ours again. Of a conversation that does not exist there is nothing to note. */
export const noteControl = async (
  runtime: Runtime,
  inbound: Intake.Inbound,
  pointer?: Store.Pointer | undefined,
): Promise<void> => {
  const { control: by, deduplicationId, entityId, occurredAt } = inbound;
  const conversationId = inbound.conversationId ?? pointer?.conversationId;
  if (by === undefined || conversationId === undefined) return;
  const key = { entityId, conversationId };
  if ((await runtime.store.readHead(key)) === undefined) return;
  await obey(runtime, key, {
    command: { type: "note-control", by, occurredAt },
    commitId: `control:${deduplicationId}`,
    actor: { kind: "system", id: "platform" },
  });
};
