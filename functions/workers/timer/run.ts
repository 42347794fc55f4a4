import * as z from "zod";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { rereadConversation } from "./reread.ts";

/** Goes on with a run of the rules over stored bodies. */
export const RunStep = z.object({ kind: z.literal("run"), entityId: z.string(), runId: z.string() });
type RunStep = z.infer<typeof RunStep>;

/** One message's share of the work: well within the function's time. */
const sliceConversations = 25;
const sliceMilliseconds = 20_000;

/**
 * Reads some conversations and queues the next message. How far the run is, is written after each conversation: what an
 * interruption leaves is one conversation, which is read again and counted once. When two messages go on with one run,
 * the one that comes second to a step stops.
 */
export const takeSteps = async (runtime: Runtime, step: RunStep): Promise<void> => {
  const startedAt = Date.parse(runtime.now());
  for (let taken = 0; taken < sliceConversations; taken += 1) {
    if (Date.parse(runtime.now()) - startedAt > sliceMilliseconds) break;
    const run = await runtime.store.readRun(step.entityId, step.runId);
    if (run === undefined || run.status === "done") return;
    const next = await takeStep(runtime, step.entityId, run);
    if (!(await runtime.store.advanceRun(step.entityId, run, next))) return;
  }
  await runtime.queues.send("timers", [{ body: step }]);
};

/**
 * The next conversation of the list that is walked, at the end of it the other list. A customer who writes moves theirs in
 * the lists, perhaps to where the walk has been: so both are walked again, the closed ones as far as they closed meanwhile.
 * What a walk meets twice it reads once.
 */
const takeStep = async (runtime: Runtime, entityId: string, run: Store.Run): Promise<Store.Run> => {
  const { isAgain, list: status, startedAt } = run;
  const { cards, cursor } = await runtime.store.listCards(
    entityId,
    { kind: "status", status },
    // What closes while the closed ones are walked comes last, and is met.
    {
      limit: 1,
      newestFirst: status === "closed" && isAgain === true,
      ...(run.cursor === undefined ? {} : { cursor: run.cursor }),
    },
  );
  const entity = await runtime.store.readEntity(entityId);
  const [card] = cards;
  const isOver = isAgain === true && status === "closed" && (card?.closedAt ?? "") < startedAt;
  const isToRead = card !== undefined && entity !== undefined && !isOver;
  const meeting = isToRead ? await runtime.store.meetInRun(entityId, run, card.id) : "met";
  const read =
    isToRead && meeting !== "met"
      ? await rereadConversation(runtime, { entityId, conversationId: card.id }, entity, run)
      : undefined;
  const isCounted = read !== undefined && meeting === "new";
  const { cursor: _, ...rest } = run;
  return {
    ...rest,
    conversations: run.conversations + (isCounted ? 1 : 0),
    messages: run.messages + (isCounted ? read.messages : 0),
    changed: run.changed + (read?.changed ?? 0),
    found: Intake.sumCounts(run.found, read?.found ?? {}),
    ...(cursor === undefined || isOver ? afterList(run, runtime.now()) : { cursor }),
  };
};

/** A dry run counts and changes nothing: once is enough. */
const afterList = ({ dryRun, isAgain, list }: Store.Run, now: string): Partial<Store.Run> => {
  if (list === "open") return { list: "closed" };
  return dryRun || isAgain === true ? { status: "done", finishedAt: now } : { list: "open", isAgain: true };
};
