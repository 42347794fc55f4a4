import * as z from "zod";
import * as Incident from "#core/incident";
import type * as Store from "#core/store";
import { blockedIn, inLanes, obey, type Runtime } from "#functions/runtime";
import { answerOne } from "./answer.ts";

/** Goes on with a walk over the conversations of an incident. */
export const IncidentStep = z.object({ kind: z.literal("incident"), entityId: z.string(), incidentId: z.string() });
type IncidentStep = z.infer<typeof IncidentStep>;

/** One message's share of the work: well within the function's time. */
const sliceConversations = 25;
const lanes = 5;

/**
 * Takes the next conversations in the order of their ids and writes how far it came. What an interruption leaves is
 * looked at again: grouping and answering are commits that know whether they have been. Of two messages for one walk
 * the second finds the incident changed and stops.
 */
export const takeWalk = async (runtime: Runtime, { entityId, incidentId }: IncidentStep): Promise<void> => {
  const { queues, store } = runtime;
  const incident = await store.readIncident(entityId, incidentId);
  const { walk } = incident ?? {};
  if (incident === undefined || incident.status === "closed" || walk === undefined || walk.isOver) return;
  if (walk.kind === "answer" && (await isBlocked(runtime, entityId, incident))) {
    runtime.log.warn("incident.withheld", { entityId });
    await store.reviseIncident(entityId, incidentId, (current) => Incident.withhold(current, runtime.now()));
    return;
  }
  const all = await candidatesOf(runtime, entityId, incident, walk);
  const slice = all.filter((id) => id > walk.cursor).slice(0, sliceConversations);
  const results = await inLanes(lanes, slice, (conversationId) =>
    walk.kind === "gather"
      ? gatherOne(runtime, { entityId, conversationId }, incident)
      : answerOne(runtime, { entityId, conversationId }, incident),
  );
  const done = results.filter((isDone) => isDone).length;
  const next: Incident.Walk = {
    ...walk,
    cursor: slice.at(-1) ?? walk.cursor,
    done: walk.done + done,
    skipped: walk.skipped + slice.length - done,
    of: all.length,
    isOver: slice.length < sliceConversations,
  };
  const kept = await store.reviseIncident(entityId, incidentId, (current) =>
    current.revision === incident.revision ? Incident.walked(current, next, runtime.now()) : current,
  );
  if (kept.walk !== undefined && !kept.walk.isOver) {
    await queues.send("timers", [{ body: { kind: "incident", entityId, incidentId } }]);
  }
};

/** Compliance may have decided since it was approved. */
const isBlocked = async (runtime: Runtime, entityId: string, { answer }: Incident.Incident): Promise<boolean> => {
  const entity = await runtime.store.readEntity(entityId);
  if (entity === undefined) return true;
  const read = Object.values(answer?.words ?? {}).map((text) =>
    blockedIn(runtime, { entity, visibility: "public", text }),
  );
  return (await Promise.all(read)).flat().length > 0;
};

/** Gathering looks at all that is open; answering at those that are part of it. */
const candidatesOf = async (
  { store }: Runtime,
  entityId: string,
  { id, rule }: Incident.Incident,
  { kind }: Incident.Walk,
): Promise<readonly string[]> =>
  (await store.listStandings(entityId))
    .filter((each) =>
      kind === "answer" ? each.incidentId === id : rule.channel === undefined || each.channel === rule.channel,
    )
    .map((each) => each.conversationId)
    .sort();

const gatherOne = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { id: incidentId, openedBy, rule }: Incident.Incident,
): Promise<boolean> => {
  const state = (await runtime.store.readHead(key))?.state;
  if (state === undefined || state.status === "closed" || state.incidentId !== undefined) return false;
  const { channel, labels, lastAskedAt = state.openedAt } = state;
  if (!Incident.isPart({ channel, askedAt: lastAskedAt, topic: labels?.topic }, rule)) return false;
  await obey(runtime, key, {
    command: { type: "group", incidentId },
    commitId: `group:${incidentId}:${runtime.newId()}`,
    actor: { kind: "agent", id: openedBy },
  });
  return true;
};
