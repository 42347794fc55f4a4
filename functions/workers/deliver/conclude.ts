import * as Entity from "#core/entity";
import * as Instant from "#core/instant";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import type { Outcome } from "./call.ts";

/** After this many refusals that asked for patience, a reply counts as failed. */
const refusalLimit = 8;
/** First pause after a refusal that names none; it doubles with every attempt. */
const firstPauseSeconds = 5;
const longestPauseSeconds = 900;
/** While an account is disconnected its replies wait, and are tried again this often. */
const reconnectPauseSeconds = 600;

export const actor = { kind: "system", id: "deliver" } as const;

type Attempt = {
  readonly messageId: string;
  readonly refusals: number;
  readonly accountId: string;
  readonly inReplyTo: string;
  /** The conversation as it was when the call was made. */
  readonly head: Store.Head;
};

/** What an attempt came to, for the reply. */
export const conclude = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  attempt: Attempt,
  outcome: Outcome,
): Promise<void> => {
  const { messageId, refusals } = attempt;
  switch (outcome.kind) {
    case "accepted":
      return accept(runtime, key, attempt, outcome.externalId);
    case "unknown":
      return settle(runtime, key, messageId, { type: "doubt", code: outcome.code });
    case "refused":
      return settle(runtime, key, messageId, { type: "fail", code: outcome.code });
    case "disconnected":
      return postpone(runtime, key, { messageId, code: outcome.code, isDisconnected: true }, reconnectPauseSeconds);
    case "later": {
      // The platform took nothing, and says when it will: that is a wait, and no failure of this reply.
      if (outcome.code === "send.rate-limited") {
        const until = Instant.after(runtime.now(), outcome.afterSeconds ?? firstPauseSeconds);
        return awaitTurn(runtime, key, { messageId, code: outcome.code, until });
      }
      if (refusals + 1 >= refusalLimit) return settle(runtime, key, messageId, { type: "fail", code: "send.gave-up" });
      const pauseSeconds = outcome.afterSeconds ?? Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** refusals);
      return postpone(runtime, key, { messageId, code: outcome.code }, pauseSeconds);
    }
  }
};

/** The pointer comes first: the platform's echo finds it and knows the message for ours. */
const accept = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { accountId, head, inReplyTo, messageId }: Attempt,
  externalId: string | undefined,
): Promise<void> => {
  const { conversationId, entityId } = key;
  if (externalId !== undefined) {
    const identityKey = await runtime.secrets.read("IDENTITY_KEY");
    const groupId = (await runtime.store.readPointer(entityId, inReplyTo))?.groupId ?? conversationId;
    const platformKey = Intake.messageIdOf(identityKey, accountId, externalId);
    await runtime.store.putPointer(entityId, platformKey, { conversationId, messageId, groupId });
  }
  const entity = await runtime.store.readEntity(entityId);
  await obey(runtime, key, {
    command: { type: "accept", messageId, by: "platform", policies: Entity.policiesOf(entity) },
    commitId: `accept:${messageId}`,
    actor,
    head,
  });
};

export const settle = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  messageId: string,
  verdict: { readonly type: "fail" | "doubt"; readonly code: string },
): Promise<void> => {
  const entity = await runtime.store.readEntity(key.entityId);
  await obey(runtime, key, {
    command: { ...verdict, messageId, policies: Entity.policiesOf(entity) },
    commitId: `${verdict.type}:${messageId}`,
    actor,
  });
};

const postpone = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  reason: { readonly messageId: string; readonly code: string; readonly isDisconnected?: true },
  pauseSeconds: number,
): Promise<void> => {
  const until = Instant.after(runtime.now(), pauseSeconds);
  await obey(runtime, key, {
    command: { type: "postpone", ...reason, until },
    commitId: `postpone:${reason.messageId}:${until}`,
    actor,
  });
};

/** Nothing was tried: its turn, or its account, comes later. */
export const awaitTurn = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  turn: { readonly messageId: string; readonly code: string; readonly until: string },
): Promise<void> => {
  await obey(runtime, key, {
    command: { type: "await-turn", ...turn },
    commitId: `await-turn:${turn.messageId}:${turn.code}:${turn.until}`,
    actor,
  });
};
