import { createRoute, z } from "@hono/zod-openapi";
import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Report from "#core/report";
import type { Runtime } from "#functions/runtime";
import { reportCsv } from "./report-csv.ts";
import { ReportView } from "./report-schema.ts";
import { type Api, json, languageOf, problems } from "./route.ts";
import type { Caller } from "./sign-in.ts";
import { Asked, agentsShown, type IsCounted, isThere, ownOf, periodOf, readTold } from "./told.ts";

const Query = Asked.extend({
  by: z.enum(Report.breakdowns).default("day"),
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
  const isOwn = ownOf(caller);
  const entity = await store.readEntity(caller.entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  const period = periodOf(query, entity);
  const names = await namesOf(runtime, entity);
  const isShown = mayAll ? await agentsShown(runtime, entity, period) : () => true;
  const isWhere = isThere(query);
  const told = await readTold(runtime, entity.id, period);
  const facts = told.flatMap((each) => each.facts.filter((fact) => isWhere(fact) && isOwn(fact)));
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

const agentKey = (fact: Report.Fact, isShown: IsCounted): string | undefined => {
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
