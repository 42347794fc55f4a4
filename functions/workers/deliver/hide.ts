import type * as Conversation from "#core/conversation";
import * as Identity from "#core/identity";
import * as Instant from "#core/instant";
import type * as Store from "#core/store";
import { noteUsage, obey, type Runtime, takeTurn } from "#functions/runtime";
import { call, type Outcome, prepareCall } from "./call.ts";
import { isCutOff, noteCutOff, placeOf } from "./standing.ts";

/** After this many refusals that asked for patience, an agent has to see to it on the platform. */
const attemptLimit = 8;
/** The clock looks every minute; it doubles with every attempt. */
const firstPauseSeconds = 30;
const longestPauseSeconds = 900;

const actor = { kind: "system", id: "deliver" } as const;

/** Hides a message at its platform. Asked for before the call; hiding twice is hiding once, so any lost answer is tried again. */
export const hide = async (runtime: Runtime, key: Store.ConversationKey, messageId: string): Promise<void> => {
  const state = (await runtime.store.readHead(key))?.state;
  const pending = state?.hidings?.find((each) => each.messageId === messageId);
  if (state === undefined || state.channel === "secure") return;
  if (pending?.state !== "queued" || pending.notBefore > runtime.now()) return;
  const { accountId, channel } = state;
  if (await isCutOff(runtime, placeOf(key, { channel, accountId }))) return;
  const placed = { entityId: key.entityId, outgoing: { channel, accountId, action: "hide" as const } };
  const asking = { id: `${messageId}#hide${pending.attempts + 1}`, isUrgent: true, dueAt: pending.notBefore };
  const turnAt = await takeTurn(runtime, placed, asking);
  if (turnAt !== undefined) return waitUntil(runtime, key, pending, turnAt);
  const inReplyTo = await platformIdOf(runtime, key, messageId);
  const outcome: Outcome =
    inReplyTo === undefined
      ? { kind: "refused", code: "send.target-gone" }
      : await call(
          runtime,
          await prepareCall(runtime, {
            entityId: key.entityId,
            channel,
            accountId,
            action: "hide",
            text: "",
            inReplyTo,
            marker: messageId,
          }),
        );
  runtime.log.info("hiding.attempted", {
    ...key,
    messageId,
    channel,
    attempt: pending.attempts + 1,
    code: outcome.kind === "accepted" ? "accepted" : outcome.code,
  });
  const attempt = `${messageId}:${pending.notBefore}`;
  if (outcome.kind === "disconnected") await noteCutOff(runtime, placeOf(key, { channel, accountId }), outcome.code);
  if (outcome.kind === "accepted") {
    await obey(runtime, key, { command: { type: "hide", messageId }, commitId: `hide:${attempt}`, actor });
    return noteUsage(runtime, placed, outcome);
  }
  const until = againAt(outcome, pending.attempts, runtime.now());
  await obey(runtime, key, {
    command: {
      type: "miss-hiding",
      messageId,
      ...(until === undefined
        ? { code: isWorthAnother(outcome) ? "send.gave-up" : outcome.code }
        : { code: outcome.code, until }),
    },
    commitId: `miss-hiding:${attempt}`,
    actor,
  });
  await noteUsage(runtime, placed, outcome);
};

/** Its turn comes later: nothing was tried. */
const waitUntil = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { messageId, ...pending }: Conversation.PendingHiding,
  until: string,
): Promise<void> => {
  await obey(runtime, key, {
    command: { type: "miss-hiding", messageId, code: "send.waits-turn", until },
    commitId: `wait-hiding:${messageId}:${"notBefore" in pending ? pending.notBefore : ""}`,
    actor,
  });
};

export const platformIdOf = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  messageId: string,
): Promise<string | undefined> => {
  const sealed = (await runtime.store.readBody(key, messageId))?.address;
  if (sealed === undefined) return undefined;
  return (await Identity.openAddress(sealed, await runtime.secrets.read("ADDRESS_KEY"))).externalId;
};

const isWorthAnother = ({ kind }: Outcome): boolean => kind === "later" || kind === "disconnected";

const againAt = (
  outcome: Exclude<Outcome, { kind: "accepted" }>,
  attempts: number,
  now: string,
): string | undefined => {
  if (!isWorthAnother(outcome) || attempts + 1 >= attemptLimit) return undefined;
  const asked = outcome.kind === "later" ? outcome.afterSeconds : undefined;
  const seconds = asked ?? Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** attempts);
  return Instant.after(now, seconds);
};
