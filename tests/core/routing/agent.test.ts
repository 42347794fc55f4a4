import { describe, expect, test } from "vitest";
import * as Routing from "#core/routing";

const now = "2026-03-23T10:00:00.000Z";

const desk = (agentId: string, more: Partial<Routing.Desk> = {}): Routing.Desk => ({
  agentId,
  present: true,
  load: 0,
  capacity: 4,
  idleSince: "2026-03-23T09:00:00.000Z",
  languages: ["fr"],
  skills: [],
  ...more,
});

const question: Routing.Waiting = {
  conversationId: "c1",
  waitingSince: "2026-03-23T09:50:00.000Z",
  urgent: false,
  breached: false,
  language: "fr",
  topic: "cards",
  channel: "messenger",
};

const pick = (desks: Routing.Desk[], more: Partial<Routing.Waiting> = {}): string | undefined =>
  Routing.pickAgent({ ...question, ...more }, desks, now);

describe("the choice of an agent", () => {
  test("leaves the conversation waiting while nobody present has room", () => {
    expect(
      pick([desk("away", { present: false }), desk("full", { load: 4 }), desk("closed", { capacity: 0 })]),
    ).toBeUndefined();
    expect(pick([])).toBeUndefined();
  });

  test("goes to the longest idle among equals", () => {
    const desks = [desk("noor", { idleSince: "2026-03-23T09:30:00.000Z" }), desk("theo"), desk("zoe")];
    expect(pick(desks)).toBe("theo");
  });

  test("goes to the least loaded for their capacity", () => {
    expect(pick([desk("half", { load: 2 }), desk("quarter", { load: 2, capacity: 8 })])).toBe("quarter");
  });

  test("prefers training for the topic, and does without rather than wait", () => {
    const trained = desk("trained", { load: 3, skills: ["cards"] });
    expect(pick([desk("idle"), trained])).toBe("trained");
    expect(pick([desk("idle"), { ...trained, load: 4 }])).toBe("idle");
  });

  test("stays with the agent who answered last while present and with room", () => {
    const last = desk("last", { load: 3 });
    const trained = desk("trained", { skills: ["cards"] });
    expect(pick([trained, last], { lastAgentId: "last" })).toBe("last");
    expect(pick([trained, { ...last, present: false }], { lastAgentId: "last" })).toBe("trained");
    expect(pick([trained, { ...last, load: 4 }], { lastAgentId: "last" })).toBe("trained");
  });

  test("waits for somebody present who speaks the language, and for nobody when there is none", () => {
    const german = desk("german", { languages: ["fr", "de"] });
    expect(pick([desk("french"), german], { language: "de" })).toBe("german");
    expect(pick([desk("french"), { ...german, load: 4 }], { language: "de" })).toBeUndefined();
    expect(pick([desk("french"), { ...german, present: false }], { language: "de" })).toBe("french");
  });

  test("asks for two slots for a talk on the secure channel", () => {
    expect(pick([desk("busy", { load: 3 })], { channel: "secure" })).toBeUndefined();
    expect(pick([desk("busy", { load: 3 })])).toBe("busy");
    expect(Routing.slotsOf("secure")).toBe(2);
  });

  test("does not put an agent last whose clock runs ahead", () => {
    const ahead = desk("ahead", { idleSince: "2026-03-23T11:00:00.000Z" });
    expect(pick([desk("now", { idleSince: now }), ahead])).toBe("ahead");
  });
});
