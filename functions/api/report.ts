import { createRoute, z } from "@hono/zod-openapi";
import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Report from "#core/report";
import type { Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { reportCsv } from "./report-csv.ts";
import { ReportView } from "./report-schema.ts";
import { type Api, json, languageOf, problems } from "./route.ts";
import type { Caller } from "./sign-in.ts";

/** A report reads a partition a day; more than this is asked for in parts. */
const longestDays = 400;
/** Figures of single agents are shown for so long (the works council's usual term). */
const agentMonths = 12;
/** Days read at the same time. */
const daysAtOnce = 8;

const LocalDay = z.iso.date().openapi({ example: "2026-11-02" });
const Filter = z.string().min(1).max(100).optional();
const Query = z.object({
  from: LocalDay,
  to: LocalDay.openapi({ description: "Included, on the entity's wall clock" }),
  by: z.enum(Report.breakdowns).default("day"),
  team: Filter,
  channel: Filter,
  topic: Filter,
});
type Query = z.infer<typeof Query>;

const readReport = createRoute({
  method: "get",
  path: "/api/reports",
  request: { query: Query },
  responses: {
    200: json(
      "Figures of a period, told by the conversations' logs; an agent's own for who may see no others",
      ReportView,
    ),
    ...problems,
  },
});

const exportReport = createRoute({
  method: "get",
  path: "/api/reports/csv",
  request: { query: Query },
  responses: {
    200: { description: "The same, a group a line (RFC 4180)", content: { "text/csv": { schema: z.string() } } },
    ...problems,
  },
});

export const addReports = (app: Api, runtime: Runtime): void => {
  app.openapi(readReport, async (context) =>
    context.json(await report(runtime, context.get("caller"), context.req.valid("query")), 200),
  );
  app.openapi(exportReport, async (context) => {
    const query = context.req.valid("query");
    const csv = reportCsv(await report(runtime, context.get("caller"), query), languageOf(context));
    const file = `guichet-${query.from}-${query.to}-${query.by}.csv`;
    return context.body(csv, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${file}"`,
    });
  });
};

const report = async (runtime: Runtime, caller: Caller, query: Query): Promise<ReportView> => {
  const { store } = runtime;
  const mayAll = caller.can.includes("read-reports");
  if (!mayAll) permit(caller, "read-own-report");
  const entity = await store.readEntity(caller.entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  const period = periodOf(query, entity);
  const names = await namesOf(runtime, entity);
  const isShown = mayAll ? await agentsShown(runtime, entity, period) : () => true;
  const own = mayAll ? undefined : caller.agentId;
  const facts = (await read(runtime, entity.id, period)).filter((fact) => isAsked(fact, query, own));
  const keyOf = Report.groupBy(query.by, entity.timeZone);
  const { groups, total } = Report.sumUp(
    facts,
    query.by === "agent" ? (fact) => agentKey(fact, isShown) : keyOf,
    entity.costs,
  );
  return {
    ...query,
    timeZone: entity.timeZone,
    isOwn: !mayAll,
    ...(entity.costs === undefined
      ? {}
      : { currency: entity.costs.currency, phoneCallCents: entity.costs.phoneCallCents }),
    total,
    groups: groups.map(({ figures, key }) => ({ key, ...nameOf(names, query.by, key), figures })),
  };
};

/** @throws report.period-invalid */
const periodOf = ({ from, to }: Query, { timeZone }: Entity.Entity): Report.Period => {
  const period = Report.periodOf(from, to, timeZone);
  const days = Report.utcDays(period).length;
  if (to < from || days > longestDays + 1) throw new Fault("report.period-invalid", { days: longestDays });
  return period;
};

const read = async ({ store }: Runtime, entityId: string, period: Report.Period): Promise<readonly Report.Fact[]> => {
  const days = Report.utcDays(period);
  const facts: Report.Fact[] = [];
  for (let start = 0; start < days.length; start += daysAtOnce) {
    const wave = days.slice(start, start + daysAtOnce).map((day) => store.listFacts(entityId, day));
    for (const ofDay of await Promise.all(wave)) {
      for (const fact of ofDay) if (fact.at >= period.from && fact.at < period.until) facts.push(fact);
    }
  }
  return facts;
};

const isAsked = (fact: Report.Fact, { channel, team, topic }: Query, own: string | undefined): boolean =>
  (team === undefined || fact.teamId === team) &&
  (channel === undefined || fact.channel === channel) &&
  (topic === undefined || fact.topic === topic) &&
  (own === undefined || Report.agentOf(fact) === own);

type Shown = (fact: Report.Fact) => boolean;

/** Work for teams that agreed, by agents who are in one, and only of a year: whatever else was done stands under "others". */
const agentsShown = async (
  { now, store }: Runtime,
  { agentFiguresTeamIds = [], id }: Entity.Entity,
  { from }: Report.Period,
): Promise<Shown> => {
  const earliest = new Date(now());
  earliest.setUTCMonth(earliest.getUTCMonth() - agentMonths);
  if (from < earliest.toISOString()) return () => false;
  const desks = await store.listDesks(id);
  const agreed = new Set(agentFiguresTeamIds);
  const agents = new Set(
    desks.flatMap(({ agent }) => (agent.teamIds.some((teamId) => agreed.has(teamId)) ? [agent.id] : [])),
  );
  return (fact) => agreed.has(fact.teamId) && agents.has(Report.agentOf(fact) ?? "");
};

const agentKey = (fact: Report.Fact, isShown: Shown): string | undefined => {
  const agentId = Report.agentOf(fact);
  return agentId === undefined || isShown(fact) ? agentId : "others";
};

type Names = ReadonlyMap<string, string>;

const namesOf = async ({ store }: Runtime, entity: Entity.Entity): Promise<Names> => {
  const desks = await store.listDesks(entity.id);
  return new Map([
    ...entity.teams.map(({ id, name }) => [`team ${id}`, name] as const),
    ...desks.map(({ agent }) => [`agent ${agent.id}`, agent.name] as const),
  ]);
};

const nameOf = (names: Names, by: Report.Breakdown, key: string): { readonly name?: string } => {
  const name = names.get(`${by} ${key}`);
  return name === undefined ? {} : { name };
};
