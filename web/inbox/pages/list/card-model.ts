import type { Card } from "../../data/api-types.ts";

/** What people have done about a conversation, beside its name: put before the others or after them, put off. */
export type Care = "priority" | "snoozed";

export const caresOf = (card: Card): Care[] => [
  ...(card.priority === "normal" ? [] : ["priority" as const]),
  ...(card.snoozed ? ["snoozed" as const] : []),
];

/** What the last line of a card can tell, before who holds it. */
export type Fact =
  | "exposed"
  | "impostor"
  | "deadline"
  | "window"
  | "visibility"
  | "held"
  | "refused"
  | "awaiting-approval"
  | "draft"
  | "unsent"
  | "audience"
  | "tag";

/** `hasDraft`: something of one's own was begun here. `tag`: the name of its first one, where it is known. */
type Known = { now: number; hasDraft: boolean; tag: string | undefined };

/** What it does tell, in its order: most conversations have nothing but a deadline and who can read them. */
export const factsOf = (card: Card, { hasDraft, now, tag }: Known): Fact[] => {
  const facts: Fact[] = [];
  // What everybody can read at the network, and whoever poses as the bank there, must not stay.
  if (card.exposedAt) facts.push("exposed");
  if (card.isImpostor || card.hasImpostor) facts.push("impostor");
  facts.push("deadline");
  if (windowLeft(card, now) !== undefined) facts.push("window");
  facts.push("visibility");
  if (card.held > 0) facts.push("held");
  if (card.decided?.decision === "refused") facts.push("refused");
  if (card.awaitingApproval > 0) facts.push("awaiting-approval");
  if (hasDraft) facts.push("draft");
  if (card.unsent > 0) facts.push("unsent");
  if (card.audience) facts.push("audience");
  if (tag !== undefined) facts.push("tag");
  return facts;
};

/** The platform's own deadline is told when it is less than this away: until then nobody has to think of it. */
const TELL_WITHIN_MS = 8 * 3_600_000;

/** What is left until the platform takes no answer any more, in milliseconds; undefined where nobody has to think of it. */
export const windowLeft = (card: Card, now: number): number | undefined => {
  const { awaiting, replyWindowClosesAt, status } = card;
  if (replyWindowClosesAt === null || status === "closed" || !awaiting) return undefined;
  const left = Date.parse(replyWindowClosesAt) - now;
  return left < TELL_WITHIN_MS ? left : undefined;
};
