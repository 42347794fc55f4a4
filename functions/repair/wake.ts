import * as Instant from "#core/instant";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { deliverMessage, obey, type Runtime } from "#functions/runtime";

/** Replies that wait for their account are looked at within this time. */
const horizonSeconds = 3600;

/** The account is connected again: what waited for that goes now. */
export const wakeReplies = async (runtime: Runtime, account: Store.AccountKey): Promise<void> => {
  const now = runtime.now();
  const horizon = Instant.after(now, horizonSeconds);
  const waiting = await runtime.store.listUndelivered(horizon);
  for (const { conversationId, entityId } of waiting.filter((each) => each.entityId === account.entityId)) {
    const key = { entityId, conversationId };
    const state = (await runtime.store.readHead(key))?.state;
    const reply = state?.outbox.find((each) => each.state === "queued" && each.code === "send.disconnected");
    if (state === undefined || reply === undefined) continue;
    if (state.accountId !== account.accountId || Intake.platformOf(state.channel) !== account.platform) continue;
    await obey(runtime, key, {
      command: { type: "await-turn", messageId: reply.messageId, code: "send.waits-turn", until: now },
      commitId: `wake:${reply.messageId}:${now}`,
      actor: { kind: "system", id: "repair" },
    });
    await runtime.queues.send("deliver", [
      deliverMessage(key, { ...reply, state: "queued", notBefore: now, code: "send.waits-turn" }),
    ]);
  }
};
