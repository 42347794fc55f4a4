import type { Agent, Me } from "../../data/api-types.ts";
import type { LogActor, LogEvent } from "../../data/log/api.ts";
import type { log } from "../../language/en/log.ts";
import type { Words } from "../../language/words.ts";
import { momentText } from "../../ui/time-model.ts";

type LogWords = typeof log;

export type Naming = {
  agents: readonly Pick<Agent, "id" | "name">[];
  teams: Me["entity"]["teams"];
  language: string;
  say: LogWords;
  words: Words;
};

/** Who did it; somebody who left is told by their id. */
export const actorText = ({ id, kind }: LogActor, { agents, say }: Naming): string => {
  if (kind === "contact") return say.customer;
  if (kind === "agent") return agents.find((agent) => agent.id === id)?.name ?? id ?? "";
  return say.part[id ?? ""] ?? id ?? "";
};

/** What happened, in words; an event that is newer than the page is told by its type. */
export const eventTitle = ({ type }: LogEvent, say: LogWords): string => {
  const titles: Readonly<Record<string, string>> = { ...say.event, ...say.change };
  return titles[String(type)] ?? String(type);
};

/** What else is known of it, as pairs of a name and a value. Ids of messages and digests are for the whole entry. */
export const factsOf = (event: LogEvent, naming: Naming): readonly Fact[] =>
  Object.entries(event).flatMap(([key, value]) => {
    const name = key === "of" && typeof value === "string" ? naming.say.reach["name"] : naming.say.fact[key];
    const text = name === undefined ? "" : valueText(key, value, naming);
    return name === undefined || text === "" ? [] : [{ name, value: text, ...pathOf(key, value) }];
  });

/** `path`: the page of what it names, where it has one. */
type Fact = { name: string; value: string; path?: string };

const pathOf = (key: string, value: unknown): { path?: string } => {
  if (typeof value !== "string") return {};
  if (key === "conversationId") return { path: `/log/${encodeURIComponent(value)}` };
  return key === "incidentId" ? { path: `/incidents/${encodeURIComponent(value)}` } : {};
};

/** The message of which an event tells that something was removed; its rules are kept with it. */
export const redactedIn = (event: LogEvent): string | undefined => {
  const { found, messageId } = event;
  const isFound = typeof found === "object" && found !== null && Object.keys(found).length > 0;
  return isFound && typeof messageId === "string" ? messageId : undefined;
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

const valueText = (key: string, value: unknown, naming: Naming): string => {
  const { agents, language, say, teams, words } = naming;
  switch (typeof value) {
    case "boolean":
      return value ? say.yes : say.no;
    case "number":
      return String(value);
    case "string":
      if (INSTANT.test(value)) return momentText(value, language);
      if (key === "by" && value in say.part) return say.part[value] ?? value;
      if (key === "agentId" || key === "by") return agents.find(({ id }) => id === value)?.name ?? value;
      if (key === "mark") return markText(value, say);
      if (key === "of") return say.reach[value] ?? value;
      if (key === "ground") return say.grounds[value] ?? value;
      if (key === "teamId") return teams.find(({ id }) => id === value)?.name ?? value;
      return say.value[key]?.[value] ?? known(key, value, words) ?? value;
    case "object":
      return value === null ? "" : compoundText(key, value, naming);
    default:
      return "";
  }
};

/** "at-risk-80", "breached", "escalation-1". */
const markText = (mark: string, say: LogWords): string => {
  const [, kind, number = ""] = /^(at-risk|escalation)-(\d+)$/.exec(mark) ?? [];
  if (kind === "at-risk") return `${number} %`;
  if (kind === "escalation") return say.step(number);
  return mark === "breached" ? say.passed : mark;
};

/** Values that the page has words for elsewhere. */
const known = (key: string, value: string, words: Words): string | undefined => {
  const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    target: words.deadline.target,
    outcome: words.conversation.outcome,
    channel: words.channel,
    visibility: words.visibility,
    priority: words.priority,
    role: words.role,
  };
  return catalogues[key]?.[value];
};

const compoundText = (key: string, value: object, naming: Naming): string => {
  if (Array.isArray(value)) return value.map((each) => valueText(key, each, naming)).join(", ");
  if (key === "found")
    return Object.entries(value)
      .map(([kind, count]) => `${count} × ${naming.words.mark.names[kind] ?? kind}`)
      .join(", ");
  // A promise: its kind, and when it is due.
  if (key === "target") {
    const { dueAt, kind } = value as { kind?: unknown; dueAt?: unknown };
    return [kind, dueAt].flatMap((part) => valueText(key, part, naming) || []).join(", ");
  }
  return "";
};
