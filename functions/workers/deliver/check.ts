import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import { noteUsage, obey, type Runtime, takeTurn } from "#functions/runtime";
import { call, type Outcome, prepareRequest } from "./call.ts";
import { platformIdOf } from "./hide.ts";
import { isCutOff, noteCutOff, placeOf } from "./standing.ts";

const actor = { kind: "system", id: "deliver" } as const;

/**
 * Asks a platform whether everybody can still read what a customer exposed: X and Instagram do not tell when it is taken
 * away. Nothing of its words is asked for. Asking too early or twice changes nothing. It takes a turn within what the account
 * may ask for, behind whatever has a deadline; without one the clock brings it again.
 */
export const check = async (runtime: Runtime, key: Store.ConversationKey, messageId: string): Promise<void> => {
  const state = (await runtime.store.readHead(key))?.state;
  const exposure = state?.exposures?.find((each) => each.messageId === messageId);
  if (state === undefined || exposure === undefined || state.channel === "secure") return;
  const dueAt = Conversation.checkDueAt(exposure);
  if (dueAt === undefined || dueAt > runtime.now()) return;
  const { accountId, channel } = state;
  const account = placeOf(key, { channel, accountId });
  if (await isCutOff(runtime, account)) return;
  const placed = { entityId: key.entityId, outgoing: { channel, accountId, action: "look" as const } };
  const asking = { id: `${messageId}#check${(exposure.checks ?? 0) + 1}`, isUrgent: false, dueAt };
  const externalId = await platformIdOf(runtime, key, messageId);
  const request = externalId === undefined ? undefined : Channel.lookAt(channel, externalId);
  if (request !== undefined && (await takeTurn(runtime, placed, asking)) !== undefined) return;
  const outcome =
    request && (await call(runtime, await prepareRequest(runtime, { ...key, channel, accountId }, request)));
  const result = outcome === undefined ? "unknown" : resultOf(channel, outcome);
  const least = outcome?.kind === "later" ? outcome.afterSeconds : undefined;
  // Without an id there is nothing to ask for, now or later.
  const nextAt = outcome === undefined ? undefined : Conversation.nextCheckAt(exposure, runtime.now(), least);
  runtime.log.info("exposure.checked", {
    ...key,
    messageId,
    channel,
    attempt: (exposure.checks ?? 0) + 1,
    code: result,
  });
  await obey(runtime, key, {
    command: { type: "check-exposure", messageId, result, ...(nextAt === undefined ? {} : { nextAt }) },
    commitId: `check-exposure:${messageId}:${dueAt}`,
    actor,
  });
  if (outcome === undefined) return;
  if (outcome.kind === "disconnected") await noteCutOff(runtime, account, outcome.code);
  await noteUsage(runtime, placed, outcome);
};

const resultOf = (channel: Channel.PlatformChannel, outcome: Outcome): Channel.Standing | "unknown" => {
  if (outcome.kind === "accepted") return Channel.standingOf(channel, outcome.body);
  return outcome.kind === "refused" && outcome.code === "send.target-gone" ? "gone" : "unknown";
};
