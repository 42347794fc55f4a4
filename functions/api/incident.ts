import { createRoute, z } from "@hono/zod-openapi";
import * as Board from "#core/board";
import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import * as Incident from "#core/incident";
import * as Instant from "#core/instant";
import { obey, type Runtime } from "#functions/runtime";
import { expectSendable } from "./approved-words.ts";
import { cardOf } from "./conversation.ts";
import { Card } from "./conversation-schema.ts";
import {
  Alert,
  AnswerWords,
  Approval,
  IncidentId,
  IncidentView,
  Membership,
  NewIncident,
  Summary,
} from "./incident-schema.ts";
import { redactedNote } from "./noted.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId, IdempotencyKey } from "./schema.ts";
import { screened } from "./screened.ts";

const answers = { 200: json("The incident as it is now", IncidentView), ...problems };

const listIncidents = createRoute({
  method: "get",
  path: "/api/incidents",
  responses: {
    200: json(
      "More than usual right now, by topic; and the incidents that supervisors opened, newest first",
      z.object({ items: z.array(Alert), incidents: z.array(IncidentView) }),
    ),
    ...problems,
  },
});

const openIncident = createRoute({
  method: "post",
  path: "/api/incidents",
  request: { headers: IdempotencyKey, body: body(NewIncident) },
  responses: answers,
});

const act = <Path extends string, Schema extends z.ZodType>(path: Path, schema: Schema) =>
  createRoute({
    method: "post",
    path: `/api/incidents/{id}/${path}` as const,
    request: { params: IncidentId, body: body(schema) },
    responses: answers,
  });

const sendAnswer = createRoute({
  method: "post",
  path: "/api/incidents/{id}/send",
  request: { params: IncidentId },
  responses: answers,
});

const group = createRoute({
  method: "post",
  path: "/api/conversations/{id}/incident",
  request: { params: ConversationId, body: body(Membership) },
  responses: { 200: json("The conversation as it is now", Card), ...problems },
});

/** Spikes as they are noticed, and what supervisors make of them. */
export const addIncidents = (app: Api, runtime: Runtime): void => {
  const { now, store } = runtime;
  app.openapi(listIncidents, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const [alerts, incidents] = await Promise.all([store.readAlerts(entityId), viewAll(runtime, entityId)]);
    return context.json(
      { items: alerts.map(({ peak, ...alert }) => ({ ...alert, peak: { ...peak } })), incidents },
      200,
    );
  });
  app.openapi(openIncident, async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "supervise");
    const { channel, sinceMinutes, title, topic } = context.req.valid("json");
    const key = context.req.valid("header")["idempotency-key"];
    const id = Identity.keyedId(await runtime.secrets.read("IDENTITY_KEY"), "i", "incident", entityId, agentId, key);
    const since = Instant.after(now(), -sinceMinutes * 60);
    const rule = { since, ...(topic === undefined ? {} : { topic }), ...(channel === undefined ? {} : { channel }) };
    const { text } = await redactedNote(runtime, { entityId }, title);
    const begun = Incident.begin({ id, title: text, rule }, { agentId, now: now() });
    await store.putIncident(entityId, begun);
    await store.putIncidentRules(entityId);
    await walk(runtime, entityId, id);
    return context.json(await view(runtime, entityId, id), 200);
  });
  addAnswers(app, runtime);
  app.openapi(act("close", Summary), async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "supervise");
    const { id } = context.req.valid("param");
    const { text: summary } = await redactedNote(runtime, { entityId }, context.req.valid("json").summary);
    await store.reviseIncident(entityId, id, (incident) => Incident.end(incident, summary, { agentId, now: now() }));
    await store.putIncidentRules(entityId);
    return context.json(await view(runtime, entityId, id), 200);
  });
  app.openapi(group, async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "supervise");
    const key = { entityId, conversationId: context.req.valid("param").id };
    const { incidentId } = context.req.valid("json");
    if (incidentId !== null && (await store.readIncident(entityId, incidentId))?.status !== "open") {
      throw new Fault("incident.unknown");
    }
    await obey(runtime, key, {
      command: { type: "group", incidentId },
      commitId: `group:${runtime.newId()}`,
      actor: { kind: "agent", id: agentId },
    });
    const head = await store.readHead(key);
    if (head === undefined) throw new Fault("conversation.unknown");
    return context.json(cardOf(head, now()), 200);
  });
};

/** One writes what is said to everybody, another approves it, and then it is sent. */
const addAnswers = (app: Api, runtime: Runtime): void => {
  const { now, store } = runtime;
  app.openapi(act("answer", AnswerWords), async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "supervise");
    const { id } = context.req.valid("param");
    const { en, fr } = context.req.valid("json");
    const words = {
      ...(fr === undefined ? {} : { fr: screened(fr) }),
      ...(en === undefined ? {} : { en: screened(en) }),
    };
    await expectAnswerable(runtime, entityId, words);
    await store.reviseIncident(entityId, id, (incident) => Incident.propose(incident, words, { agentId, now: now() }));
    return context.json(await view(runtime, entityId, id), 200);
  });
  app.openapi(act("approve", Approval), async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "approve-incident");
    const { id } = context.req.valid("param");
    const { version } = context.req.valid("json");
    await expectAnswerable(runtime, entityId, (await store.readIncident(entityId, id))?.answer?.words);
    await store.reviseIncident(entityId, id, (incident) =>
      Incident.approve(incident, version, { agentId, now: now() }),
    );
    return context.json(await view(runtime, entityId, id), 200);
  });
  app.openapi(sendAnswer, async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "supervise");
    const { id } = context.req.valid("param");
    await expectAnswerable(runtime, entityId, (await store.readIncident(entityId, id))?.answer?.words);
    await store.reviseIncident(entityId, id, (incident) => Incident.send(incident, { agentId, now: now() }));
    await walk(runtime, entityId, id);
    return context.json(await view(runtime, entityId, id), 200);
  });
};

/** Some of those who are answered wrote where everybody reads. */
const expectAnswerable = async (runtime: Runtime, entityId: string, words: Incident.Words = {}): Promise<void> => {
  const entity = await runtime.store.readEntity(entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  await expectSendable(
    runtime,
    entity,
    Object.values(words).map((text) => ({ visibility: "public", text })),
  );
};

const walk = ({ queues }: Runtime, entityId: string, incidentId: string): Promise<void> =>
  queues.send("timers", [{ body: { kind: "incident", entityId, incidentId } }]);

const view = async (runtime: Runtime, entityId: string, id: string): Promise<IncidentView> => {
  const found = (await viewAll(runtime, entityId)).find((each) => each.id === id);
  if (found === undefined) throw new Fault("incident.unknown");
  return found;
};

const viewAll = async ({ store }: Runtime, entityId: string): Promise<IncidentView[]> => {
  const incidents = await store.listIncidents(entityId);
  const isAnyOpen = incidents.some((each) => each.status === "open");
  const standings = isAnyOpen ? await store.listStandings(entityId) : [];
  return incidents.map((incident) => {
    const { breached, open } = Board.figuresOf(standings.filter((each) => each.incidentId === incident.id));
    return viewOf(incident, { breached, open });
  });
};

const viewOf = (
  { answer, closedAt, rule, summary, timeline, walk: walking, revision: _, ...incident }: Incident.Incident,
  figures: Pick<Board.Figures, "open" | "breached">,
): IncidentView => ({
  ...incident,
  ...figures,
  rule: rule as IncidentView["rule"],
  closedAt: closedAt ?? null,
  summary: summary ?? null,
  answer:
    answer === undefined ? null : { ...answer, words: { ...answer.words }, approvedBy: answer.approvedBy ?? null },
  walk: walking === undefined ? null : { ...walking },
  timeline: timeline.map((moment) => ({ ...moment })),
});
