import { expect, test } from "vitest";
import type * as Conversation from "#core/conversation";
import { at, opening, outcomeOf, received, replied } from "../../support/conversation.ts";

const place = { ...opening(), channel: "x.dm", visibility: "private" } as const;

const offered: Conversation.Command = {
  type: "offer-handoff",
  handoffId: "h_1",
  messageId: "m_2",
  agentId: "camille",
  way: "secure-page",
  purpose: "card",
  language: "fr",
  visibility: "private",
  digest: "d",
};
const written = {
  "an offer of the secure channel": offered,
  "an answer to everybody in an incident": { ...replied("m_2"), forIncident: true },
  "an automatic answer": {
    type: "answer-automatically",
    messageId: "m_2",
    reason: "urgent",
    visibility: "private",
    digest: "d",
  },
} as Record<string, Conversation.Command>;

const waits = (code: string, minute: number): Conversation.Command => ({
  type: "await-turn",
  messageId: "m_2",
  code,
  until: at(minute),
});

test.each(Object.entries(written))("%s stays what it is while it waits for its turn", (_, command) => {
  const [queued] = outcomeOf([
    [received("m_1", at(0), place), at(0)],
    [command, at(1)],
  ]).outbox;
  const [waiting] = outcomeOf([
    [received("m_1", at(0), place), at(0)],
    [command, at(1)],
    [waits("send.waits-turn", 10), at(1)],
    [{ type: "attempt", messageId: "m_2" }, at(10)],
    [waits("send.rate-limited", 20), at(10)],
  ]).outbox;
  expect(waiting).toEqual({ ...queued, attempts: 1, notBefore: at(20), code: "send.rate-limited" });
});
