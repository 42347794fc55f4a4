import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import type * as Sla from "#core/sla";
import type * as Store from "#core/store";
import {
  checkMessage,
  deliverMessage,
  eraseMessage,
  hidingMessage,
  noticeMessage,
  obey,
  type Runtime,
  referralMessage,
  settle,
} from "#functions/runtime";
import { forEachOf } from "./each.ts";

/** An attempt without an outcome after this long may have been sent or not: nobody knows. */
const attemptTimeoutMilliseconds = Conversation.attemptTimeoutSeconds * 1000;

/**
 * Queued replies whose message was lost are queued again; attempts without an outcome become uncertain; what stands
 * exposed is looked at again; an erasure goes on.
 */
export const recover = async (runtime: Runtime): Promise<void> => {
  const now = runtime.now();
  const undelivered = await runtime.store.listUndelivered(now);
  await forEachOf(runtime, "clock.reply-failed", undelivered, (key) => recoverOne(runtime, key, now));
};

const recoverOne = async (runtime: Runtime, key: Store.ConversationKey, now: Sla.Instant): Promise<void> => {
  const head = await runtime.store.readHead(key);
  const state = head?.state;
  const outbox = state?.outbox ?? [];
  for (const reply of outbox) {
    const { messageId } = reply;
    if (reply.state === "attempting" && Date.parse(reply.since) + attemptTimeoutMilliseconds <= Date.parse(now)) {
      await obey(runtime, key, {
        command: {
          type: "doubt",
          messageId,
          code: "send.no-answer",
          policies: Entity.policiesOf(await runtime.store.readEntity(key.entityId)),
        },
        commitId: `doubt:${messageId}:${reply.attempts}`,
        actor: { kind: "system", id: "clock" },
      });
    }
  }
  const hidings = (state?.hidings ?? []).filter((each) => each.state === "queued" && each.notBefore <= now);
  if (hidings.length > 0) {
    await runtime.queues.send(
      "deliver",
      hidings.map((each) => hidingMessage(key, each, now)),
    );
  }
  const checks = (state?.exposures ?? []).flatMap((each) => {
    const at = Conversation.checkDueAt(each);
    return at !== undefined && at <= now ? [checkMessage(key, each.messageId, now)] : [];
  });
  if (checks.length > 0) await runtime.queues.send("deliver", checks);
  // A package that never left: its message was lost, or its desk was out of reach for long.
  if (state?.referral !== undefined && (Conversation.referralAttentionAt(state) ?? now) < now) {
    await runtime.queues.send("deliver", [referralMessage(key, state.referral, now)]);
  }
  if (head !== undefined && (Conversation.tellingAttentionAt(head.state) ?? now) < now)
    await settle(runtime, key, head);
  if (state !== undefined && (Conversation.erasureAttentionAt(state) ?? now) < now)
    await runtime.queues.send("timers", [eraseMessage(key)]);
  const notices = state === undefined ? [] : Conversation.dueNotices(state, now);
  if (notices.length > 0) {
    await runtime.queues.send(
      "deliver",
      notices.map((each) => noticeMessage(key, each, now)),
    );
  }
  const next = state === undefined ? undefined : Conversation.nextReply(state);
  if (next?.state === "queued" && next.notBefore <= now) {
    await runtime.queues.send("deliver", [deliverMessage(key, next, now)]);
  }
};
