import type * as Conversation from "#core/conversation";
import type { Item } from "./table.ts";

/**
 * What most cards say. It is left out where a card is kept: four indexes hold a copy of each, and one of up to 1 KB is
 * written for half of what a larger one costs (Amazon DynamoDB Developer Guide, "Read and write operations"). Cards that
 * were written before a field was on them say the same of it.
 */
const usual = {
  assignee: null,
  dueAt: null,
  target: null,
  atRisk: false,
  nearlyDue: false,
  breached: false,
  resolution: null,
  topic: null,
  urgency: "normal",
  priority: "normal",
  priorityByHand: false,
  escalated: false,
  incidentId: null,
  alarm: null,
  language: null,
  sentiment: null,
  abusive: false,
  doNotFeed: false,
  complaintSuggested: false,
  complaint: null,
  tags: [],
  snoozed: null,
  followUpAt: null,
  underReview: false,
  lastAgentId: null,
  audience: null,
  placeId: null,
  overheard: false,
  besideId: null,
  mergedIntoId: null,
  mergedIds: [],
  splitFromId: null,
  partIds: [],
  awaiting: false,
  lastInboundAt: null,
  closedAt: null,
  exposedAt: null,
  lateFromPlatform: false,
  exposedSeconds: 0,
  elsewhere: null,
  handoff: null,
  unsent: 0,
  held: 0,
  awaitingApproval: 0,
  decided: null,
  isImpostor: false,
  hasImpostor: false,
  erased: null,
  onHold: false,
} as const satisfies Partial<Conversation.Card>;

/** A card as it is kept: JSON of what is not usual about it. */
export const sealCard = (card: Conversation.Card): string =>
  JSON.stringify(Object.fromEntries(Object.entries(card).filter(([name, value]) => !isUsual(name, value))));

export const openCard = (item: Item): Conversation.Card =>
  ({ ...usual, ...JSON.parse(String(item["card"])) }) as Conversation.Card;

const usualValues: Readonly<Record<string, unknown>> = usual;

const isUsual = (name: string, value: unknown): boolean => {
  const expected = usualValues[name];
  return value === expected || (Array.isArray(value) && value.length === 0 && Array.isArray(expected));
};
