import type { Agent, Card, Me, Permission } from "../../data/api-types.ts";

/** Who acts: their id and what they may do. */
export type Actor = { me: Pick<Me, "agent">; can: (permission: Permission) => boolean };

/** A free one can be taken by whoever answers; a colleague's only by who assigns. */
export const mayTake = (card: Card | undefined, { me, can }: Actor): boolean =>
  card !== undefined &&
  card.status === "open" &&
  can("reply") &&
  card.assignee !== me.agent.id &&
  (card.assignee === null || can("assign"));

/** A free conversation is closed by whoever answers; a colleague's only by who assigns. */
export const mayClose = (card: Card, { me, can }: Actor): boolean =>
  card.status === "open" && can("reply") && (card.assignee === null || card.assignee === me.agent.id || can("assign"));

/** What was said is there to go on with: nothing was erased, or somebody has written since. */
export const hasWords = ({ erased }: Card): boolean => erased === null || erased.isPast;

/** What concerns its place in time and among teams: whoever holds it, anybody while it is free, and who assigns. */
export const mayCareFor = (card: Card, { me, can }: Actor): boolean =>
  can("reply") && (card.assignee === null || card.assignee === me.agent.id || can("assign"));

/** To whom this agent may give the card: everybody who answers, or for who does not assign, themselves. */
export const candidatesOf = (agents: readonly Agent[], { me, can }: Actor): Agent[] =>
  agents.filter(({ id, role }) => (role === "agent" || role === "supervisor") && (can("assign") || id === me.agent.id));

/** Whether the menu of holders has anything to offer: assigning, or putting back one's own. */
export const mayHandOn = (card: Card, { me, can }: Actor): boolean =>
  card.status === "open" && (can("assign") || (can("reply") && card.assignee === me.agent.id));
