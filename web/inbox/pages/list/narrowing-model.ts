import type { Counted } from "../../data/api-types.ts";
import type { Desk } from "../../data/desk.ts";
import { type Happened, type Happening, happenedIn } from "../../data/inbox/happening.ts";
import { type Filter, NARROWINGS, type Narrowing } from "../../data/inbox/model.ts";
import { language, words } from "../../language/index.ts";
import { daysText, weekdayText } from "../../ui/time-model.ts";
import { narrowWords } from "./words.ts";

/** What one chooses from to narrow a list: values with their names. */
export const optionsOf = (desk: Desk, name: Narrowing): [string, string][] => {
  switch (name) {
    case "channel":
      return Object.entries(words().channel);
    case "audience":
      return Object.entries(words().audience);
    case "priority":
      return Object.entries(words().priority);
    case "team":
      return desk.me.entity.teams.map((team) => [team.id, team.name]);
    case "tag":
      return desk
        .tags()
        .filter(({ retired }) => !retired)
        .map((tag) => [tag.id, tag.name]);
    default:
      return Object.entries(narrowWords.words()[name]);
  }
};

/** A condition of the list, in words, and the list without it. */
export type Chip = { id: string; text: string; without: Filter };

/** Everything a list is narrowed by, each to be taken away alone. A list by date without its date is that of all open ones. */
export const chipsOf = (desk: Desk, filter: Filter): Chip[] => {
  const say = narrowWords.words();
  const narrowed = NARROWINGS.flatMap((name) => {
    const value = filter[name];
    if (!value) return [];
    const named = optionsOf(desk, name).find(([each]) => each === value)?.[1] ?? value;
    return [{ id: name, text: say.chip(say.name[name], named), without: { ...filter, [name]: undefined } }];
  });
  const { agent, event, hour, weekday } = filter;
  if (event === undefined) return narrowed;
  const more = [
    { id: "weekday", value: weekday, text: () => weekdayText(Number(weekday), language()) },
    { id: "hour", value: hour, text: () => say.hour(Number(hour)) },
    { id: "agent", value: agent, text: () => (agent === "me" ? say.byMe : say.by(desk.agentName(agent ?? ""))) },
  ].flatMap(({ id, text, value }) => (value ? [{ id, text: text(), without: { ...filter, [id]: undefined } }] : []));
  return [{ id: "event", text: happenedText(filter), without: withoutHappened(filter) }, ...more, ...narrowed];
};

export const withoutHappened = ({ view, ...filter }: Filter): Filter => ({
  ...filter,
  ...Object.fromEntries(Object.keys(happenedIn(filter)).map((name) => [name, undefined])),
  view: view === "dated" ? "all" : view,
});

/** "Closed, 2–8 November 2026" */
export const happenedText = ({ event, from, last, to }: Happened): string => {
  const say = narrowWords.words();
  const what = say.happened[event as Happening];
  return say.when(what, last ? say.last(Number(last)) : daysText(from ?? "", to ?? "", language()));
};

/** How many there are; nothing where the list is narrowed by what the count does not know. */
export const countedText = (filter: Filter, counted: Counted | undefined): string => {
  const isOther = (["language", "priority", "sentiment", "audience", "tag"] as const).some((name) => filter[name]);
  if (counted === undefined || isOther || filter.view !== "dated") return "";
  const { conversations, times } = counted;
  const say = narrowWords.words();
  return conversations === times ? say.counted(conversations) : say.countedTimes(conversations, times);
};
