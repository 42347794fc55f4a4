import { expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import * as Guard from "#core/guard";
import * as Referral from "#core/referral";
import { en } from "../../web/inbox/language/en/index.ts";
import { log as english } from "../../web/inbox/language/en/log.ts";
import { log as french } from "../../web/inbox/language/fr/log.ts";
import { actorText, eventTitle, factsOf, type Naming } from "../../web/inbox/pages/log/model.ts";

const naming: Naming = {
  agents: [{ id: "camille", name: "Camille Moreau" }],
  teams: [{ id: "social", name: "Social networks" }],
  language: "en",
  say: english,
  words: en,
};
const told = (event: Record<string, unknown>) =>
  factsOf(event, naming).map(({ name, value }) => `${name} ${value}`.trim());

test("people and parts of the system are told by name, who is not known by their id", () => {
  expect(actorText({ kind: "agent", id: "camille" }, naming)).toBe("Camille Moreau");
  expect(actorText({ kind: "agent", id: "left" }, naming)).toBe("left");
  expect(actorText({ kind: "contact" }, naming)).toBe("The customer");
  expect(actorText({ kind: "system", id: "clock" }, { ...naming, say: french })).toBe("l’horloge");
});

test("an event has its words, and one that is newer than the page its type", () => {
  expect(eventTitle({ type: "assigned" }, french)).toBe("Attribuée");
  expect(eventTitle({ type: "entity-changed" }, english)).toBe("Bank changed");
  expect(eventTitle({ type: "of-tomorrow" }, english)).toBe("of-tomorrow");
});

test("what an erasure or a hold covers is told in words, on which ground, and is no number of an entry", () => {
  const asked = { type: "erasure-requested", conversationId: "c_1", of: "contact", ground: "objection" };
  expect(told(asked)).toEqual([
    "conversation c_1",
    "covers everything of the contact",
    "ground objection to the processing",
  ]);
  expect(told({ type: "hold-placed", of: "conversation" })).toEqual(["covers this conversation"]);
  expect(told({ type: "not-done", of: 2, code: "erasure.on-hold" })).toEqual(["entry 2", "code erasure.on-hold"]);
  expect(told({ type: "erased", messages: 2, notes: 1 })).toEqual(["messages 2", "notes 1"]);
});

test("no reason that the log can name is told as the program writes it", () => {
  const reasons = [...Conversation.noAnswerReasons, ...Conversation.refusals, ...Referral.refusals];
  for (const say of [english, french]) {
    expect(reasons.filter((reason) => say.value["reason"]?.[reason] === undefined)).toEqual([]);
    expect(Guard.reviewReasons.filter((reason) => say.value["reasons"]?.[reason] === undefined)).toEqual([]);
    const fields = [...Object.keys(Entity.Entity.shape), ...Object.keys(Entity.Agent.shape)];
    expect(new Set(fields.filter((field) => say.value["fields"]?.[field] === undefined))).toEqual(
      new Set(["revision", "removed"]),
    );
  }
});

test("what else is known is told in words; digests and ids of messages are for the whole entry", () => {
  expect(told({ type: "assigned", agentId: "camille", by: "router" })).toEqual(["agent Camille Moreau", "by routing"]);
  expect(told({ type: "received", messageId: "m_1", digest: "ab", found: { card: 2 } })).toEqual([
    "removed 2 × card number",
  ]);
  expect(told({ type: "moved", teamId: "social" })).toEqual(["team Social networks"]);
  const marks = ["at-risk-80", "breached", "escalation-1"].flatMap((mark) => told({ type: "marked", mark }));
  expect(marks).toEqual(["mark 80 %", "mark passed", "mark step 1 after it"]);
  expect(told({ type: "clock-started", target: { kind: "resolution", dueAt: "2026-11-23T09:00:00.000Z" } })).toEqual([
    expect.stringMatching(/^promise .*23 November 2026/),
  ]);
  expect(told({ type: "unassigned", agentId: "camille", reason: "silent" })).toEqual([
    "agent Camille Moreau",
    "reason the agent was away",
  ]);
  expect(told({ type: "agent-changed", fields: ["capacity", "teamIds", "of-tomorrow"], role: "admin" })).toEqual([
    "fields conversations at a time, teams, of-tomorrow",
    "role Administrator",
  ]);
  expect(told({ type: "clock-stopped", late: false })).toEqual(["late no"]);
});
