import * as z from "zod";
import * as Account from "#core/account";
import * as Entity from "#core/entity";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { listComments } from "./meta/comment.ts";
import { listConversations } from "./meta/message.ts";
import type { Span } from "./span.ts";
import { type List, type Walked, walk } from "./walk.ts";
import { listMessages } from "./x/message.ts";

/** A list that holds more than one check reads is read on in steps of its own. */
export const LookStep = z.object({
  kind: z.literal("look"),
  entityId: z.string(),
  platform: Entity.Platform,
  accountId: z.string(),
  list: z.discriminatedUnion("of", [
    z.object({ of: z.literal("conversations") }),
    z.object({ of: z.literal("comments"), postId: z.string() }),
    z.object({ of: z.literal("messages") }),
  ]),
  span: z.object({ from: z.iso.datetime(), until: z.iso.datetime() }),
  start: z.string().optional(),
  step: z.number().int(),
});
export type LookStep = z.infer<typeof LookStep>;
type Named = LookStep["list"];

export type Home = { readonly entity: Entity.Entity; readonly account: Entity.Account };

/** With ten pages a step, 10,000 conversations: more than an outage of 36 hours leaves, after which Meta tells no more. */
const mostSteps = 20;
/** X takes fifteen questions for private messages in fifteen minutes, Meta two for conversations in a second. */
const restSeconds = 60;
/** When the platform wants to be left in peace, or does not answer. */
const pauseSeconds = 900;
/** What could not be read for this long is given up, and said. */
const patienceMilliseconds = 24 * 60 * 60_000;

/** The first step of a list, as part of a check; those that follow are queued. */
export const readList = async (runtime: Runtime, home: Home, list: Named, span: Span): Promise<Walked> => {
  const step: LookStep = { kind: "look", ...keyOf(home), list, span, step: 1 };
  const walked = await walk(runtime, keyOf(home), listOf(runtime, home, step));
  if (walked.isRead && walked.next !== undefined)
    await queue(runtime, { ...step, start: walked.next, step: 2 }, restSeconds);
  return walked;
};

/** What a check leaves of a list, from a start on. */
export const readOn = (runtime: Runtime, home: Home, list: Named, { span, start }: { span: Span; start: string }) =>
  queue(runtime, { kind: "look", ...keyOf(home), list, span, start, step: 1 }, 0);

/** A step of its own. What it found is counted as a check's. */
export const look = async (runtime: Runtime, home: Home, step: LookStep): Promise<void> => {
  const key = keyOf(home);
  const { isRead, missed, next, problems } = await walk(runtime, key, listOf(runtime, home, step), step.start);
  if (missed > 0) runtime.log.warn("gap.found", { ...key, count: missed });
  const isOver = isRead
    ? next === undefined
    : Date.parse(runtime.now()) - Date.parse(step.span.until) > patienceMilliseconds;
  const isCut = isRead ? next !== undefined && step.step >= mostSteps : isOver;
  const found: readonly Account.Problem[] = isCut ? [...problems, "list-cut"] : isRead ? problems : [];
  for (const code of found) runtime.log.warn("account.problem", { ...key, code });
  await runtime.store.changeHealth(key, (health) =>
    Account.troubled(Account.found(health, missed, runtime.now()), found),
  );
  if (isOver || isCut) return;
  const following = { ...step, start: next, step: isRead ? step.step + 1 : step.step };
  await queue(runtime, following, isRead ? restSeconds : pauseSeconds);
};

const queue = (runtime: Runtime, step: LookStep, delaySeconds: number): Promise<void> =>
  runtime.queues.send("repairs", [{ body: step, delaySeconds }]);

const keyOf = ({ account, entity }: Home): Store.AccountKey & Pick<LookStep, "platform"> => ({
  entityId: entity.id,
  platform: account.platform,
  accountId: account.accountId,
});

const listOf = (runtime: Runtime, home: Home, { list, span }: LookStep): List => {
  switch (list.of) {
    case "conversations":
      return listConversations(runtime, home, span);
    case "comments":
      return listComments(runtime, home, { postId: list.postId, span });
    case "messages":
      return listMessages(runtime, home, span);
  }
};
