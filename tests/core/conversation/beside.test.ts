import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import * as Sla from "#core/sla";
import { at, opening, outcomeOf, policies, received } from "../../support/conversation.ts";

const day = 24 * 60;
const publicly = opening("c_public");
const privately = { ...opening("c_private"), channel: "x.dm", visibility: "private" } as const;

const begun = (place: Conversation.Opening, minute: number) =>
  outcomeOf([[received("m_1", at(minute), place), at(minute)]]);
const asking = (place: Conversation.Opening, minute: number, beside: Conversation.Beside | undefined) =>
  ({ ...received("m_2", at(minute), place), ...(beside === undefined ? {} : { beside }) }) as Conversation.Command;
const beside = (other: Conversation.Conversation, minute: number, place: Conversation.Opening = privately) =>
  Conversation.besideOf([other], { id: place.conversationId, visibility: place.visibility, at: at(minute) });
const typesOf = (state: Conversation.Conversation | undefined, command: Conversation.Command, now: string) =>
  Conversation.decide(state, command, now).map((event) => event.type);

describe("what one person says in public and in private", () => {
  test("belongs together within a day, the other side of the secure channel apart", () => {
    const mention = begun(publicly, 0);
    expect(beside(mention, day)?.conversationId).toBe("c_public");
    expect(beside(mention, day + 1)).toBeUndefined();
    expect(beside(mention, 1, { ...privately, visibility: "public" })).toBeUndefined();
    expect(beside({ ...mention, channel: "secure", visibility: "private" }, 1, publicly)).toBeUndefined();
  });

  test("is one promise: it keeps its deadline and goes on where they wrote last", () => {
    const mention = begun(publicly, 0);
    const message = outcomeOf([[asking(privately, 60, beside(mention, 60)), at(60)]]);
    expect(message.clock).toMatchObject({ kind: "first-response", startedAt: at(0), dueAt: at(120) });
    const lead = { type: "lead-beside", conversationId: "c_private", startedAt: at(0) } as const;
    const left = outcomeOf([[lead, at(60)]], mention);
    expect(left.clock).toBeUndefined();
    expect(left).toMatchObject({ besideId: "c_private", isAwaiting: true });
    expect(left.resolution?.dueAt).toBe(mention.resolution?.dueAt);
    expect(Conversation.decide(left, lead, at(61))).toEqual([]);
  });

  test("does not become less late by moving, and its breach is not told again", () => {
    const late = outcomeOf([[{ type: "mark" }, at(121)]], begun(publicly, 0));
    const message = outcomeOf([[asking(privately, 130, beside(late, 130)), at(130)]]);
    expect(Conversation.isBreached(message)).toBe(true);
    expect(Conversation.decide(message, { type: "mark" }, at(131))).toEqual([]);
  });

  test("is due sooner where what they add cannot wait", () => {
    const command = {
      ...asking(privately, 10, beside(begun(publicly, 0), 10)),
      policies: [...policies, Sla.urgentPolicy],
    } as Conversation.Command;
    expect(outcomeOf([[command, at(10)]]).clock).toMatchObject({ startedAt: at(0), dueAt: at(25) });
  });

  test("has one agent, at once where one has the other", () => {
    const mine = outcomeOf([[{ type: "assign", agentId: "camille", by: "agent" }, at(1)]], begun(publicly, 0));
    expect(outcomeOf([[asking(privately, 5, beside(mine, 5)), at(5)]]).assigneeId).toBe("camille");
    const mention = begun(publicly, 0);
    const along = { type: "assign-beside", agentId: "yanis", lastInboundAt: at(5) } as const;
    expect(outcomeOf([[along, at(6)]], mention).assigneeId).toBe("yanis");
    expect(typesOf(mine, along, at(6))).toEqual([]);
    expect(outcomeOf([[{ ...along, from: "camille" }, at(6)]], mine).assigneeId).toBe("yanis");
    expect(typesOf(mention, { ...along, lastInboundAt: at(day + 1) }, at(day + 1))).toEqual([]);
  });

  test("is answered first once; what is still open on the other side is promised a next answer", () => {
    const mention = begun(publicly, 0);
    const message = outcomeOf([[asking(privately, 10, beside(mention, 10)), at(10)]]);
    const answer = { type: "answer-beside", at: at(30), policies } as const;
    expect(Conversation.decide(message, answer, at(30))).toMatchObject([
      { type: "clock-stopped", target: "first-response", reason: "answered", startedAt: at(0), late: false },
      { type: "clock-started", target: { kind: "next-response", startedAt: at(30) } },
    ]);
    const after = outcomeOf([[answer, at(30)]], message);
    expect(Conversation.decide(after, { ...answer, at: at(40) }, at(40))).toEqual([]);
    const counted = Conversation.decide(message, { ...answer, isCounted: true }, at(30));
    expect(counted[0]).toMatchObject({ type: "clock-stopped", reason: "joined" });
  });

  test("asked after the first answer is a next question, not a first one", () => {
    const answered = { ...begun(publicly, 0), hasBeenAnswered: true };
    const { clock: _, ...other } = answered;
    const message = outcomeOf([[asking(privately, 60, beside(other, 60)), at(60)]]);
    expect(message.clock).toMatchObject({ kind: "next-response", startedAt: at(60) });
  });

  test("begun at the same moment, is one promise all the same: the earlier one", () => {
    const mention = begun(publicly, 0);
    const message = begun(privately, 1);
    const joined = outcomeOf(
      [[{ type: "join-beside", beside: beside(mention, 1) as Conversation.Beside }, at(1)]],
      message,
    );
    expect(joined).toMatchObject({ besideId: "c_public", clock: { startedAt: at(0), dueAt: at(120) } });
    const other = outcomeOf(
      [[{ type: "join-beside", beside: beside(message, 1, publicly) as Conversation.Beside }, at(1)]],
      mention,
    );
    expect(other.clock?.startedAt).toBe(at(0));
  });

  test("is promised as before where it was left, when it is closed without an answer", () => {
    const lead = { type: "lead-beside", conversationId: "c_private", startedAt: at(0) } as const;
    const left = outcomeOf([[lead, at(60)]], begun(publicly, 0));
    const close = {
      type: "close-beside",
      kind: "first-response",
      startedAt: at(0),
      closedAt: at(90),
      isLate: false,
      policies,
    } as const;
    const again = outcomeOf([[close, at(90)]], left);
    expect(again.clock).toMatchObject({ dueAt: at(120), fired: ["at-risk-50"] });
    expect(typesOf(again, { type: "mark" }, at(120))).toEqual(["marked", "marked"]);
  });

  test("is broken once: closed late where they wrote last, its breach is not told again where it was left", () => {
    const lead = { type: "lead-beside", conversationId: "c_private", startedAt: at(0) } as const;
    const left = outcomeOf([[lead, at(60)]], begun(publicly, 0));
    const close = {
      type: "close-beside",
      kind: "first-response",
      startedAt: at(0),
      closedAt: at(130),
      isLate: true,
      policies,
    } as const;
    const again = outcomeOf([[close, at(130)]], left);
    expect(Conversation.isBreached(again)).toBe(true);
    expect(Conversation.decide(again, { type: "mark" }, at(131))).toEqual([]);
  });
});
