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

/** The next conversation of the list that is walked; at the end of it the other list, at the end of that the end. */
const takeStep = async (runtime: Runtime, entityId: string, run: Store.Run): Promise<Store.Run> => {
  const { cards, cursor } = await runtime.store.listCards(
    entityId,
    { kind: "status", status: run.list },
    { limit: 1, ...(run.cursor === undefined ? {} : { cursor: run.cursor }) },
  );
  const entity = await runtime.store.readEntity(entityId);
  const [card] = cards;
  const read =
    card === undefined || entity === undefined
      ? undefined
      : await rereadConversation(runtime, { entityId, conversationId: card.id }, entity, run);
  const { cursor: _, ...rest } = run;
  return {
    ...rest,
    conversations: run.conversations + (read === undefined ? 0 : 1),
    messages: run.messages + (read?.messages ?? 0),
    changed: run.changed + (read?.changed ?? 0),
    found: Intake.sumCounts(run.found, read?.found ?? {}),
    ...(cursor === undefined ? afterList(run, runtime.now()) : { cursor }),
  };
};

const afterList = (run: Store.Run, now: string): Partial<Store.Run> =>
  run.list === "open" ? { list: "closed" } : { status: "done", finishedAt: now };
