import type { Happening } from "../../data/inbox/happening.ts";
import type { Breakdown, Question } from "../../data/report/api.ts";
import { listPath } from "../frame/model.ts";

/** A line of a report. */
export type Group = { by: Breakdown; key: string };

type Asked = Omit<Question, "by"> & { isOwn: boolean };

/** The list of what a figure counts; none for agents who are not shown one by one. */
export const behindPath = (
  { channel, from, isOwn, team, to, topic }: Asked,
  event: Happening,
  group?: Group,
): string | undefined => {
  const within = group === undefined ? {} : placeOf(group);
  if (within === undefined) return undefined;
  return listPath({
    view: "dated",
    event,
    from,
    to,
    team,
    channel,
    topic,
    ...(isOwn ? { agent: "me" } : {}),
    ...within,
  });
};

const placeOf = ({ by, key }: Group): Readonly<Record<string, string>> | undefined => {
  switch (by) {
    case "day":
      return { from: key, to: key };
    case "hour":
      return { hour: String(Number(key)) };
    case "agent":
      return key === "others" ? undefined : { agent: key };
    default:
      return { [by]: key };
  }
};
