import { describe, expect, test } from "vitest";
import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import * as Report from "#core/report";
import * as Sla from "#core/sla";
import { labelled, opening, policies, received, replied } from "../../support/conversation.ts";

type Step = readonly [Conversation.Command, Sla.Instant, Audit.Actor?];

/** The facts of a conversation whose commands were obeyed one after another, an entry each. */
const factsOf = (steps: readonly Step[], promises: readonly Sla.Policy[] = policies): readonly Report.Fact[] => {
  let state: Conversation.Conversation | undefined;
  let story: Report.Story | undefined;
  const facts: Report.Fact[] = [];
  for (const [index, [command, at, actor = { kind: "system", id: "ingest" } as const]] of steps.entries()) {
    const events = Conversation.decide(state, command, at);
    if (events.length === 0) continue;
    for (const event of events) state = Conversation.evolve(state, event, at);
    const entry = { version: index + 1, commitId: `${index}`, at, actor, events, previous: Audit.genesis };
    const told = Report.tell(story, entry, promises);
    story = told?.story;
    facts.push(...(told?.facts ?? []));
  }
  return facts;
};

const of = <What extends Report.Fact["what"]>(facts: readonly Report.Fact[], what: What) =>
  facts.filter((fact): fact is Extract<Report.Fact, { what: What }> => fact.what === what);

const office: Sla.Policy = { ...Sla.defaultPolicy, id: "office", version: 3, escalation: [] };
const within = (command: Conversation.Command): Conversation.Command =>
  ({ ...command, policies: [office] }) as Conversation.Command;
const camille: Audit.Actor = { kind: "agent", id: "camille" };
const taken: Conversation.Command = { type: "assign", agentId: "camille", by: "agent" };
const accepted = (messageId: string): Conversation.Command => ({ type: "accept", messageId, by: "platform", policies });
const closed: Conversation.Command = { type: "close", outcome: "answered" };

/** Paris is an hour ahead of UTC in winter. */
const friday = (time: string): Sla.Instant => `2026-11-20T${time}:00.000Z`;
const monday = (time: string): Sla.Instant => `2026-11-23T${time}:00.000Z`;

describe("what a log tells the reports", () => {
  test("Friday 17:30 answered Monday 10:30 is on time, two hours of work and sixty-five of waiting", () => {
    const facts = factsOf(
      [
        [within(received("m_1", friday("16:30"))), friday("16:30")],
        [taken, monday("09:20"), camille],
        [replied("r_1"), monday("09:29"), camille],
        [{ type: "attempt", messageId: "r_1" }, monday("09:29")],
        [accepted("r_1"), monday("09:30")],
      ],
      [office],
    );
    expect(of(facts, "answered")).toEqual([
      {
        what: "answered",
        target: "first-response",
        at: monday("09:30"),
        businessSeconds: 2 * 3600,
        customerSeconds: 65 * 3600,
        agentId: "camille",
        teamId: "social",
        channel: "x.mention",
        topic: "other",
      },
    ]);
    expect(of(facts, "promise")).toMatchObject([{ target: "first-response", isKept: true, agentId: "camille" }]);
    expect(of(facts, "worked")).toMatchObject([{ agentId: "camille", seconds: 9 * 60 }]);
  });

  test("a broken promise is counted at its deadline and never again, though it is answered later", () => {
    const facts = factsOf([
      [received("m_1", monday("09:00")), monday("09:00")],
      [{ type: "mark" }, monday("11:00")],
      [taken, monday("12:00"), camille],
      [replied("r_1"), monday("12:10"), camille],
      [accepted("r_1"), monday("12:10")],
    ]);
    expect(of(facts, "promise")).toMatchObject([{ target: "first-response", isKept: false, at: monday("11:00") }]);
    expect(of(facts, "answered")).toMatchObject([{ customerSeconds: 3 * 3600 + 600 }]);
  });

  test("a promise that no timer marked and that was answered late is broken all the same", () => {
    const facts = factsOf([
      [received("m_1", monday("09:00")), monday("09:00")],
      [replied("r_1"), monday("12:00"), camille],
      [accepted("r_1"), monday("12:00")],
    ]);
    expect(of(facts, "promise")).toMatchObject([{ isKept: false }]);
  });

  test("closed late before any timer said so, a promise is broken at its deadline and once, and so is the resolution", () => {
    const facts = factsOf([
      [received("m_1", monday("09:00")), monday("09:00")],
      [{ type: "close", outcome: "no-answer-needed" }, `2026-11-24T10:00:00.000Z`, camille],
      [{ type: "mark" }, `2026-11-24T10:01:00.000Z`],
      [{ type: "reopen", policies }, `2026-11-24T10:02:00.000Z`, camille],
      [{ type: "mark" }, `2026-11-24T10:03:00.000Z`],
    ]);
    expect(of(facts, "promise").map(({ at, isKept, target }) => [target, isKept, at])).toEqual([
      ["first-response", false, monday("11:00")],
      ["resolution", false, `2026-11-24T09:00:00.000Z`],
    ]);
  });

  test("what listening found is no conversation until its author speaks to us, or one of us takes it up", () => {
    const heard = (messageId: string, at: Sla.Instant, conversationId = "c_1") =>
      ({
        ...received(messageId, at, opening(conversationId)),
        expectsAnswer: false,
        isHeard: true,
      }) as Conversation.Command;
    const left = factsOf([
      [heard("m_1", monday("09:00")), monday("09:00")],
      [heard("m_2", monday("09:10")), monday("09:10")],
      [{ type: "close", outcome: "no-answer-needed" }, monday("09:20"), camille],
      [heard("m_3", monday("09:30")), monday("09:30")],
    ]);
    expect(left.map(({ what }) => what)).toEqual(["heard", "heard", "heard"]);
    const spoken = factsOf([
      [heard("m_1", monday("09:00")), monday("09:00")],
      [received("m_2", monday("09:30")), monday("09:30")],
    ]);
    expect(spoken.map(({ at, what }) => [what, at])).toEqual([
      ["heard", monday("09:00")],
      ["opened", monday("09:30")],
      ["received", monday("09:30")],
    ]);
    const takenUp = factsOf([
      [heard("m_1", monday("09:00")), monday("09:00")],
      [taken, monday("09:05"), camille],
      [replied("r_1"), monday("09:06"), camille],
      [accepted("r_1"), monday("09:06")],
      [closed, monday("09:07"), camille],
    ]);
    expect(takenUp.map(({ what }) => what)).toEqual(["heard", "opened", "worked", "sent", "worked", "closed"]);
    expect(Report.sumUp(takenUp, () => undefined, undefined).total).toMatchObject({ heard: 1, opened: 1, received: 0 });
  });

  test("closing in time without an answer neither keeps nor breaks the promise to answer", () => {
    const facts = factsOf([
      [received("m_1", monday("09:00")), monday("09:00")],
      [taken, monday("09:05"), camille],
      [{ type: "close", outcome: "no-answer-needed" }, monday("09:06"), camille],
    ]);
    expect(of(facts, "promise")).toMatchObject([{ target: "resolution", isKept: true }]);
    expect(of(facts, "closed")).toMatchObject([{ outcome: "no-answer-needed", agentId: "camille" }]);
    expect(of(facts, "worked")).toMatchObject([{ seconds: 60 }]);
  });

  test("an answer that was on its way when its conversation was closed counts when the platform takes it", () => {
    const facts = factsOf([
      [received("m_1", monday("09:00")), monday("09:00")],
      [replied("r_1"), monday("09:30"), camille],
      [closed, monday("09:30"), camille],
      [accepted("r_1"), monday("09:31")],
    ]);
    expect(of(facts, "answered")).toMatchObject([{ customerSeconds: 31 * 60, agentId: "camille" }]);
    expect(of(facts, "promise").map(({ target, isKept }) => [target, isKept])).toEqual([
      ["resolution", true],
      ["first-response", true],
    ]);
  });

  test("the resolution counts open time without the waiting for the customer, and all of it as the customer lived it", () => {
    const facts = factsOf([
      [received("m_1", monday("09:00")), monday("09:00")],
      [replied("r_1"), monday("09:30"), camille],
      [accepted("r_1"), monday("09:30")],
      [received("m_2", monday("14:00")), monday("14:00")],
      [replied("r_2"), monday("14:20"), camille],
      [accepted("r_2"), monday("14:20")],
      [closed, monday("15:00"), camille],
    ]);
    expect(of(facts, "resolved")).toMatchObject([{ businessSeconds: 50 * 60, customerSeconds: 6 * 3600 }]);
    expect(of(facts, "promise").map(({ target, isKept }) => [target, isKept])).toEqual([
      ["first-response", true],
      ["next-response", true],
      ["resolution", true],
    ]);
  });

  test("the way to the secure channel is told step by step, and how long it took", () => {
    const id = { handoffId: "h_1" };
    const facts = factsOf([
      [received("m_1", monday("09:00")), monday("09:00")],
      [
        {
          type: "offer-handoff",
          ...id,
          messageId: "o_1",
          agentId: "camille",
          way: "secure-page",
          purpose: "other",
          language: "fr",
          visibility: "private",
          digest: "d",
        },
        monday("09:10"),
        camille,
      ],
      [{ type: "open-handoff", ...id }, monday("09:20")],
      [{ type: "sign-in-handoff", ...id, customerId: "k" }, monday("09:25")],
    ]);
    expect(of(facts, "handoff").map(({ secondsSinceOffer, step }) => [step, secondsSinceOffer])).toEqual([
      ["offered", undefined],
      ["opened", undefined],
      ["signed-in", 15 * 60],
    ]);
    expect(Report.sumUp(facts, () => undefined, undefined).total.handoff).toMatchObject({
      offered: 1,
      "signed-in": 1,
      arrival: { count: 1, p50Seconds: 900 },
    });
  });

  test("an offer that ends before the customer is there says where it stopped; an invitation into private is none", () => {
    const offer = (way: "secure-page" | "private-message", handoffId: string) =>
      ({
        type: "offer-handoff",
        handoffId,
        messageId: `o_${handoffId}`,
        agentId: "camille",
        way,
        purpose: "other",
        language: "fr",
        visibility: "private",
        digest: "d",
      }) as const;
    const facts = factsOf([
      [received("m_1", monday("09:00")), monday("09:00")],
      [offer("private-message", "h_0"), monday("09:05"), camille],
      [offer("secure-page", "h_1"), monday("09:10"), camille],
      [accepted("o_h_1"), monday("09:11")],
      [offer("secure-page", "h_2"), monday("10:10"), camille],
      [accepted("o_h_2"), monday("10:11")],
      [{ type: "open-handoff", handoffId: "h_2" }, monday("10:20")],
      [{ type: "refuse-handoff", handoffId: "h_2", reason: "not-a-customer" }, monday("10:21")],
    ]);
    expect(Report.sumUp(facts, () => undefined, undefined).total.handoff).toMatchObject({
      offered: 2,
      delivered: 2,
      opened: 1,
      "signed-in": 0,
      revoked: 1,
      refused: 1,
      stoppedAfter: { offered: 0, delivered: 1, opened: 1 },
      arrival: { count: 0, p50Seconds: null },
    });
  });

  test("an automatic answer is sent by nobody and answers nothing", () => {
    const facts = factsOf([
      [received("m_1", monday("09:00")), monday("09:00")],
      [
        { type: "answer-automatically", messageId: "a_1", reason: "urgent", visibility: "private", digest: "d" },
        monday("09:00"),
      ],
      [accepted("a_1"), monday("09:01")],
    ]);
    expect(of(facts, "sent")).toMatchObject([{ isAutomatic: true }]);
    expect(of(facts, "answered")).toEqual([]);
  });

  test("everything of an entry stands under the topic that the same entry gave it", () => {
    const facts = factsOf([[labelled("m_1", monday("09:00"), { topic: "cards" }), monday("09:00")]]);
    expect(facts.map(({ topic, what }) => [what, topic])).toEqual([
      ["opened", "cards"],
      ["received", "cards"],
    ]);
  });

  test("a conversation that comes back is reopened, and what it takes counts from there", () => {
    const facts = factsOf([
      [received("m_1", monday("09:00")), monday("09:00")],
      [replied("r_1"), monday("09:30"), camille],
      [accepted("r_1"), monday("09:30")],
      [closed, monday("09:40"), camille],
      [received("m_2", monday("15:00"), opening()), monday("15:00")],
      [replied("r_2"), monday("15:10"), camille],
      [accepted("r_2"), monday("15:10")],
      [closed, monday("15:20"), camille],
    ]);
    expect(of(facts, "reopened")).toHaveLength(1);
    expect(of(facts, "resolved").map((fact) => fact.customerSeconds)).toEqual([40 * 60, 20 * 60]);
  });
});
