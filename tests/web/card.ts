import type { Card, Conversation, Message } from "../../web/inbox/data/api-types.ts";

/** A customer's card as the API gives it; what a test is about is said by the test. */
export const card = (changes: Partial<Card> = {}): Card => ({
  id: "c_lea",
  channel: "x.mention",
  visibility: "public",
  status: "open",
  contact: { name: "Léa Fontaine", handle: "@leafontaine" },
  preview: "Bonjour, ma carte est bloquée",
  assignee: null,
  teamId: "social",
  dueAt: "2026-11-23T11:00:00.000Z",
  target: "first-response",
  atRisk: false,
  breached: false,
  priority: "normal",
  awaiting: true,
  openedAt: "2026-11-23T09:00:00.000Z",
  lastMessageAt: "2026-11-23T09:00:00.000Z",
  closedAt: null,
  elsewhere: null,
  unsent: 0,
  held: 0,
  inboundCount: 1,
  exposedAt: null,
  isImpostor: false,
  hasImpostor: false,
  version: 1,
  replyWindowClosesAt: null,
  ...changes,
});

export const message = (changes: Partial<Message> = {}): Message => ({
  id: "m_1",
  kind: "message",
  direction: "inbound",
  visibility: "public",
  text: "Bonjour",
  redactions: [],
  around: [],
  attachments: [],
  occurredAt: "2026-11-23T09:00:00.000Z",
  author: { name: "Léa Fontaine" },
  ...changes,
});

export const conversation = (changes: Partial<Conversation> = {}): Conversation => ({
  ...card(),
  messages: [],
  events: [],
  ...changes,
});
