import { folded } from "#core/search";
import type { Agent, Card, Message } from "../../data/api-types.ts";
import type { Actor } from "./action-model.ts";

/** Whether and why an answer can be written here now. */
export type Writing = "open" | "closed" | "read-only" | "window-closed" | "held" | "another-application" | "encrypted";

export const writingOf = (
  card: Pick<Card, "status" | "replyWindowClosesAt" | "assignee" | "elsewhere">,
  mode: "reply" | "private" | "note",
  { me, can }: Actor,
  now: number,
): Writing => {
  if (!can("reply")) return "read-only";
  if (mode === "note") return "open";
  if (card.status === "closed") return "closed";
  // What a colleague holds is theirs to answer; supervisors may step in.
  if (card.assignee !== null && card.assignee !== me.agent.id && !can("assign")) return "held";
  if (card.elsewhere !== null) return card.elsewhere;
  const closesAt = card.replyWindowClosesAt;
  return closesAt !== null && Date.parse(closesAt) <= now ? "window-closed" : "open";
};

/** The counter speaks up when this share of the channel's room is used. */
const SPEAK_FROM = 0.8;

export type Counter = { state: "quiet" | "near" | "over"; left: number };

export const counterOf = ({ used, limit }: { used: number; limit: number }): Counter => {
  const left = limit - used;
  return { left, state: left < 0 ? "over" : used >= limit * SPEAK_FROM ? "near" : "quiet" };
};

/** A public answer signed the way banks sign on social networks: "… ^SL". Signed already, it stays as it is. */
export const signed = (text: string, initials: string | undefined): string =>
  !initials || text === "" || text.endsWith(`^${initials}`) ? text : `${text} ^${initials}`;

/** The newest of the customer's messages. */
export const missedOf = (messages: readonly Message[], count: number): Message[] =>
  messages.filter(({ direction }) => direction === "inbound").slice(-count);

type Window = (channel: Card["channel"], at: string, now: string) => { open: boolean };

/** The public message whose author can still be answered alone: the platform takes one such answer to each. */
export const privateTargetOf = (
  card: Pick<Card, "channel" | "visibility">,
  messages: readonly Message[],
  now: number,
  windowOf: Window,
): string | undefined => {
  if (card.visibility !== "public") return undefined;
  const last = messages.findLast(({ direction, removed }) => direction === "inbound" && removed !== true);
  if (!last || !windowOf(card.channel, last.occurredAt, new Date(now).toISOString()).open) return undefined;
  const isAnswered = messages.some(
    ({ delivery, direction, occurredAt, visibility }) =>
      direction === "outbound" && visibility === "private" && delivery !== "failed" && occurredAt > last.occurredAt,
  );
  return isAnswered ? undefined : last.id;
};

/** What is being written after an "@" before the caret, and where that begins. */
export const mentionAt = (text: string, caret: number): { from: number; letters: string } | undefined => {
  const written = /(?:^|\s)@([\p{L}-]*(?: [\p{L}-]*)?)$/u.exec(text.slice(0, caret));
  const letters = written?.[1];
  return letters === undefined ? undefined : { from: caret - letters.length - 1, letters };
};

const COLLEAGUES_SHOWN = 5;

/** Colleagues of whose name a part begins so; none once a name is written out. */
export const findColleagues = <Person extends Pick<Agent, "id" | "name">>(
  agents: readonly Person[],
  letters: string,
  me: string,
): Person[] => {
  const wanted = folded(letters);
  const others = agents.filter(({ id }) => id !== me);
  if (others.some(({ name }) => wanted.startsWith(`${folded(name)}`))) return [];
  return others
    .filter(
      ({ name }) =>
        folded(name).startsWith(wanted) ||
        folded(name)
          .split(" ")
          .some((part) => part.startsWith(wanted)),
    )
    .slice(0, COLLEAGUES_SHOWN);
};

/** Ids of those whom a note names. */
export const mentionedIn = (text: string, agents: readonly Pick<Agent, "id" | "name">[]): string[] =>
  agents.filter(({ name }) => folded(text).includes(`@${folded(name)}`)).map(({ id }) => id);

/** WhatsApp's own marks (faq.whatsapp.com, "How to format your messages"). */
export const FORMATS = [
  { name: "bold", sign: "*" },
  { name: "italic", sign: "_" },
  { name: "struck", sign: "~" },
] as const;

/** The marks stand at the words: a blank inside them would undo them. */
export const wrapped = (text: string, sign: string): string => {
  const words = text.trim();
  if (words === "") return `${sign}${sign}`;
  return text.replace(words, () => `${sign}${words}${sign}`);
};
