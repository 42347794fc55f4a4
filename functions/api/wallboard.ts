import { createRoute, z } from "@hono/zod-openapi";
import * as Board from "#core/board";
import * as Channel from "#core/channel";
import { Fault } from "#core/fault";
import * as Routing from "#core/routing";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { viewOf } from "./conversation.ts";
import { Card } from "./conversation-schema.ts";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";
import { AgentLoad, Figures, Trend } from "./wallboard-schema.ts";

const Live = z.object({
  asOf: z.iso.datetime(),
  total: Figures,
  teams: z.array(z.object({ id: z.string(), name: z.string(), figures: Figures })),
  channels: z.array(z.object({ channel: z.string(), figures: Figures })),
  groups: z.array(z.object({ teamId: z.string(), channel: z.string(), figures: Figures })),
  agents: z.array(AgentLoad),
});

const readWallboard = createRoute({
  method: "get",
  path: "/api/wallboard",
  responses: { 200: json("What is open right now, and who is there", Live), ...problems },
});

const readTrend = createRoute({
  method: "get",
  path: "/api/wallboard/trend",
  responses: { 200: json("First answers by hour, and the weeks before by hour of the week", Trend), ...problems },
});

const Query = z.object({
  scope: z.enum(Board.scopes),
  team: z.string().max(40).optional(),
  channel: z.enum(Channel.channels).optional(),
  agent: z.string().max(100).optional(),
  incident: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const listConversations = createRoute({
  method: "get",
  path: "/api/wallboard/conversations",
  request: { query: Query },
  responses: {
    200: json(
      "The conversations that a figure counts, the most pressing first",
      z.object({ items: z.array(Card), total: z.number() }),
    ),
    ...problems,
  },
});

/** Several wallboards that look at the same moment share one reading. */
const freshMilliseconds = { standings: 250, trend: 30_000 };
const trendHours = 24;
const weeksLookedAt = 4;

/** For supervisors: what is open, by team and channel; every figure can be opened as a list. */
export const addWallboard = (app: Api, runtime: Runtime): void => {
  const { now, store } = runtime;
  const standingsOf = remembered(runtime, freshMilliseconds.standings, (entityId) => store.listStandings(entityId));
  const trendOf = remembered(runtime, freshMilliseconds.trend, (entityId) => readPast(runtime, entityId));
  app.openapi(readWallboard, async (context) => {
    const { entityId } = permit(context.get("caller"), "supervise");
    const [entity, standings, desks] = await Promise.all([
      store.readEntity(entityId),
      standingsOf(entityId),
      store.listDesks(entityId),
    ]);
    if (entity === undefined) throw new Fault("entity.unknown");
    const groups = Board.groups(standings);
    const figures = (of: (group: Board.Group) => boolean) => Board.sum(groups.filter(of).map((group) => group.figures));
    return context.json(
      {
        asOf: now(),
        total: figures(() => true),
        teams: entity.teams.map(({ id, name }) => ({ id, name, figures: figures((each) => each.teamId === id) })),
        channels: [...new Set(groups.map((group) => group.channel))]
          .sort()
          .map((channel) => ({ channel, figures: figures((each) => each.channel === channel) })),
        groups: [...groups],
        agents: loadsOf(desks, standings, now()),
      },
      200,
    );
  });
  app.openapi(readTrend, async (context) => {
    const { entityId } = permit(context.get("caller"), "supervise");
    return context.json(await trendOf(entityId), 200);
  });
  app.openapi(listConversations, async (context) => {
    const { entityId } = permit(context.get("caller"), "supervise");
    const { agent, channel, incident, limit, scope, team } = context.req.valid("query");
    const selection = { scope, teamId: team, channel, agentId: agent, incidentId: incident };
    const selected = Board.select(await standingsOf(entityId), selection);
    const cards = await store.readCards(
      entityId,
      selected.slice(0, limit).map((each) => each.conversationId),
    );
    const items = cards.filter((card) => card.status === "open").map((card) => viewOf(card, now()));
    return context.json({ items, total: selected.length }, 200);
  });
};

/** Who answers, with what they hold; supervisors too, as soon as they hold something. */
const loadsOf = (
  desks: readonly Store.Desk[],
  standings: readonly Board.Standing[],
  now: string,
): z.infer<typeof AgentLoad>[] => {
  const held = Map.groupBy(standings, (each) => each.agentId);
  return desks
    .filter(({ agent, load }) => agent.removed !== true && (agent.role === "agent" || load > 0))
    .map((desk) => ({
      id: desk.agent.id,
      name: desk.agent.name,
      teamIds: [...desk.agent.teamIds],
      presence: Routing.presenceOf(desk, now),
      load: desk.load,
      capacity: desk.agent.capacity,
      figures: Board.figuresOf(held.get(desk.agent.id) ?? []),
    }));
};

const hourMilliseconds = 3_600_000;

const readPast = async ({ now, store }: Runtime, entityId: string): Promise<z.infer<typeof Trend>> => {
  const entity = await store.readEntity(entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  const at = Date.parse(now());
  const current = at - (at % hourMilliseconds);
  const weeks = { from: iso(current - weeksLookedAt * 7 * 24 * hourMilliseconds), to: iso(current) };
  const [known, recent, tallies] = await Promise.all([
    store.listHours(entityId, weeks),
    // The hour before may not be summed up yet.
    store.listOutcomes(entityId, { from: iso(current - hourMilliseconds), to: iso(current + hourMilliseconds) }),
    store.listTallies(entityId, "quarter", { from: weeks.from, to: now() }),
  ]);
  const unsummed = Map.groupBy(recent, (each) => startOf(each.at));
  const hours = new Map(known.map((hour) => [hour.startedAt, hour]));
  for (const [startedAt, outcomes] of unsummed) hours.set(startedAt, Board.hourOf(startedAt, outcomes));
  const all = [...hours.values()];
  const day = Array.from({ length: trendHours }, (_, index) =>
    iso(current - (trendHours - 1 - index) * hourMilliseconds),
  );
  return {
    hours: day.map((startedAt) => paceAt(hours.get(startedAt) ?? Board.hourOf(startedAt, []))),
    heat: [...Board.heat(tallies, all, entity.timeZone)],
    weeks: weeksLookedAt,
    timeZone: entity.timeZone,
  };
};

const paceAt = ({ teams, ...hour }: Board.Hour): z.infer<typeof Trend>["hours"][number] => ({
  ...hour,
  teams: Object.entries(teams).map(([id, pace]) => ({ id, ...pace })),
});

const startOf = (at: string): string => iso(Date.parse(at) - (Date.parse(at) % hourMilliseconds));
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Reads once for all who ask within a while. A reading that fails is forgotten. */
const remembered = <Result>(
  { now }: Pick<Runtime, "now">,
  milliseconds: number,
  read: (entityId: string) => Promise<Result>,
): ((entityId: string) => Promise<Result>) => {
  const readings = new Map<string, { readonly at: number; readonly result: Promise<Result> }>();
  return (entityId) => {
    const known = readings.get(entityId);
    const at = Date.parse(now());
    if (known !== undefined && at - known.at < milliseconds) return known.result;
    const result = read(entityId);
    readings.set(entityId, { at, result });
    result.catch(() => readings.delete(entityId));
    return result;
  };
};
