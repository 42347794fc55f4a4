import { z } from "@hono/zod-openapi";
import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Report from "#core/report";
import { inLanes, type Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import type { Caller } from "./sign-in.ts";

/** Figures of single agents are shown for so long (the works council's usual term). */
const agentMonths = 12;
/** Days read at the same time. */
const daysAtOnce = 8;

export const LocalDay = z.iso.date().openapi({ example: "2026-11-02" });
export const Filter = z.string().min(1).max(100).optional();

/** Days of the bank's calendar, and where something happened. */
export const Asked = z.object({
  from: LocalDay,
  to: LocalDay.openapi({ description: "Included, on the entity's wall clock" }),
  team: Filter,
  channel: Filter,
  topic: Filter,
});

/** What happened, between which days or in so many up to today: what a figure of the reports counts. */
export const happenedFields = {
  ...Asked.shape,
  event: z.enum(Report.happenings),
  from: LocalDay.optional(),
  to: LocalDay.optional(),
  last: z.coerce
    .number()
    .int()
    .min(1)
    .max(Report.longestDays)
    .optional()
    .openapi({ description: "So many days up to today, in place of `from` and `to`" }),
  agent: Filter.openapi({ description: "Whose work it was, where that is shown; `me` for one's own" }),
  weekday: z.coerce.number().int().min(1).max(7).optional().openapi({ description: "1 is Monday" }),
  hour: z.coerce.number().int().min(0).max(23).optional(),
};

export const Happened = z
  .object(happenedFields)
  .refine(
    ({ from, last, to }) => (last === undefined ? from !== undefined && to !== undefined : (from ?? to) === undefined),
    "either from one day to another, or the last days",
  )
  .openapi("Happened");
export type Happened = z.infer<typeof Happened>;

/** @throws report.period-invalid */
export const periodOf = (
  { from, to }: { readonly from: string; readonly to: string },
  { timeZone }: Pick<Entity.Entity, "timeZone">,
): Report.Period => {
  const period = Report.periodOf(from, to, timeZone);
  const days = Report.utcDays(period).length;
  if (to < from || days > Report.longestDays + 1)
    throw new Fault("report.period-invalid", { days: Report.longestDays });
  return period;
};

/** The days that are meant, on the bank's calendar. */
const daysOf = ({ from = "", last, to = "" }: Happened, now: string, timeZone: string) =>
  last === undefined ? { from, to } : Report.lastDays(last, now, timeZone);

/** What the conversations' logs tell of a period. */
export const readTold = async (
  { store }: Pick<Runtime, "store">,
  entityId: string,
  period: Report.Period,
): Promise<readonly Report.Told[]> => {
  const days = await inLanes(daysAtOnce, Report.utcDays(period), (day) => store.listTold(entityId, day));
  return days.flat().map(({ conversationId, facts }) => ({
    conversationId,
    facts: facts.filter(({ at }) => at >= period.from && at < period.until),
  }));
};

export type IsCounted = (fact: Report.Fact) => boolean;

/** Which facts a caller counts: everybody's, or one's own for who may see no others. */
export const ownOf = (caller: Caller): IsCounted => {
  if (caller.can.includes("read-reports")) return () => true;
  permit(caller, "read-own-report");
  return (fact) => Report.agentOf(fact) === caller.agentId;
};

export const isThere =
  ({ channel, team, topic }: Pick<Happened, "channel" | "team" | "topic">): IsCounted =>
  (fact) =>
    (team === undefined || fact.teamId === team) &&
    (channel === undefined || fact.channel === channel) &&
    (topic === undefined || fact.topic === topic);

/** Work for teams that agreed, by agents who are in one, and only of a year: whatever else was done stands under "others". */
export const agentsShown = async (
  { now, store }: Pick<Runtime, "now" | "store">,
  { agentFiguresTeamIds = [], id }: Entity.Entity,
  { from }: Report.Period,
): Promise<IsCounted> => {
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

/**
 * The conversations behind a figure, the newest happening first: those of the facts that the report counts, so that the
 * two agree. Whose work it was narrows it for who is shown that figure, and for one's own.
 */
export const readBehind = async (
  runtime: Runtime,
  caller: Caller,
  asked: Happened,
): Promise<readonly Report.Behind[]> => {
  const entity = await runtime.store.readEntity(caller.entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  const period = periodOf(daysOf(asked, runtime.now(), entity.timeZone), entity);
  const isWhose = await whose(runtime, caller, { asked, entity, period });
  const isWhere = isThere(asked);
  const isWhen = hoursOf(asked, entity.timeZone);
  return Report.behind(
    await readTold(runtime, entity.id, period),
    (fact) => Report.isOf(fact, asked.event) && isWhere(fact) && isWhen(fact) && isWhose(fact),
  );
};

type Asking = { readonly asked: Happened; readonly entity: Entity.Entity; readonly period: Report.Period };

/** @throws permission.denied for another's work, where one sees one's own alone */
const whose = async (runtime: Runtime, caller: Caller, { asked, entity, period }: Asking): Promise<IsCounted> => {
  if (asked.agent === undefined) return () => true;
  const agentId = asked.agent === "me" ? caller.agentId : asked.agent;
  const isTheirs: IsCounted = (fact) => Report.agentOf(fact) === agentId;
  if (agentId === caller.agentId && !caller.can.includes("read-reports")) return isTheirs;
  permit(caller, "read-reports");
  const isShown = await agentsShown(runtime, entity, period);
  return (fact) => isTheirs(fact) && isShown(fact);
};

const hoursOf = ({ hour, weekday }: Happened, timeZone: string): IsCounted => {
  if (hour === undefined && weekday === undefined) return () => true;
  const localTime = Report.createWallClock(timeZone);
  return ({ at }) => {
    const local = localTime(at);
    return (hour === undefined || local.hour === hour) && (weekday === undefined || local.weekday === weekday);
  };
};
