import type { Card, Message } from "../../data/api-types.ts";

/** Messages that go into a part at most, as the API has it. */
export const MOST_TAKEN = 40;

/** What is kept in this conversation itself and has left or arrived: what another one keeps is split there. */
export const splittable = (messages: readonly Message[]): Message[] =>
  messages.filter(({ conversationId, delivery }) => conversationId === undefined && !UNDER_WAY.has(delivery));

const UNDER_WAY: ReadonlySet<Message["delivery"]> = new Set(["leaving", "held", "sending", "awaiting-approval"]);

/** Two messages of the customer, one for each side; and neither a part nor a secure conversation is divided. */
export const mayDivide = (card: Card, messages: readonly Message[]): boolean =>
  card.status === "open" &&
  card.channel !== "secure" &&
  card.splitFromId === null &&
  card.inboundCount > 1 &&
  messages.some(({ direction }) => direction === "inbound");

/** The newest of the customer's: mostly it is the other matter. */
export const firstChoice = (messages: readonly Message[]): readonly string[] => {
  const newest = messages.findLast(({ direction }) => direction === "inbound");
  return newest === undefined ? [] : [newest.id];
};

/** All that was said since the first that is chosen. */
export const onwardFrom = (messages: readonly Message[], chosen: readonly string[]): readonly string[] => {
  const first = messages.findIndex(({ id }) => chosen.includes(id));
  return first < 0 ? [] : messages.slice(first).map(({ id }) => id);
};

/** A message of the customer goes, and not more than a part holds; that one stays, the API sees to. */
export const mayGo = (messages: readonly Message[], chosen: readonly string[]): boolean =>
  chosen.length <= MOST_TAKEN &&
  messages.some(({ direction, id }) => direction === "inbound" && chosen.includes(id)) &&
  messages.some(({ direction, id }) => direction === "inbound" && !chosen.includes(id));
