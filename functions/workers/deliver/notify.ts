import type * as Conversation from "#core/conversation";
import * as Instant from "#core/instant";
import type * as Store from "#core/store";
import { noticeIdOf, obey, type Runtime } from "#functions/runtime";
import { type Outcome, placesOf } from "./notice-place.ts";

/** With the pauses below, about two hours. */
const attemptLimit = 12;
/** The clock looks every minute; it doubles with every attempt. */
const firstPauseSeconds = 30;
const longestPauseSeconds = 900;

const actor = { kind: "system", id: "deliver" } as const;

type Answer = { readonly name: Conversation.NoticePlace; readonly outcome: Outcome };

/**
 * Tells people who are not at the page that an answer is late. A notice bears the same id whenever it is sent again, so that
 * a place takes it once, and is settled by a commit. A place that is out of reach is tried again, and the others are not.
 */
export const notify = async (runtime: Runtime, key: Store.ConversationKey, noticeId: string): Promise<void> => {
  const state = (await runtime.store.readHead(key))?.state;
  const notice = state?.notices?.find((each) => noticeIdOf(key, each) === noticeId);
  if (state === undefined || notice === undefined || notice.notBefore > runtime.now()) return;
  const { attempts, dueAt, mark, target, told = [] } = notice;
  const { channel, teamId: team } = state;
  const claims = { entity: key.entityId, conversation: key.conversationId, team, channel, target, mark, dueAt };
  const places = placesOf(runtime, await runtime.store.readEntity(key.entityId));
  const answers = await Promise.all(
    places
      .filter(({ name }) => !told.includes(name))
      .map(async ({ name, tell }): Promise<Answer> => ({ name, outcome: await tell(noticeId, claims) })),
  );
  for (const { name, outcome } of answers) {
    runtime.log.info("notice.attempted", { ...key, code: `${name}.${outcome}`, attempt: attempts + 1 });
  }
  const command = commandOf(notice, answers, runtime.now());
  await obey(runtime, key, { command, commitId: `${command.type}:${noticeId}:${attempts}`, actor });
};

const commandOf = (
  { attempts, dueAt, mark, target, told: before = [] }: Conversation.PendingNotice,
  answers: readonly Answer[],
  now: string,
): Conversation.Command => {
  const told = [...before, ...answers.flatMap(({ name, outcome }) => (outcome === "told" ? [name] : []))];
  const step = { target, mark, dueAt, told };
  if (answers.some(({ outcome }) => outcome === "later") && attempts + 1 < attemptLimit) {
    return { type: "postpone-notice", ...step, until: pauseAfter(attempts, now) };
  }
  const isMissing = answers.some(({ outcome }) => outcome !== "told");
  return { type: "settle-notice", ...step, ...(isMissing ? { gaveUp: true } : {}) };
};

const pauseAfter = (attempts: number, now: string): string => {
  const seconds = Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** attempts);
  return Instant.after(now, seconds);
};
