import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import type * as Report from "#core/report";
import { received } from "../../support/conversation.ts";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
  const entity = (await system.ask("admin", "GET", "/api/entity")).body;
  const agreed = { ...entity, agentFiguresTeamIds: ["social"] };
  expect((await system.ask("admin", "PUT", "/api/entity", agreed)).status).toBeLessThan(300);
});
afterAll(() => system.stop());

type Item = { readonly id: string; readonly status: string; readonly happenedAt: string };
type Listed = {
  readonly items: readonly Item[];
  readonly cursor?: string;
  readonly counted: { readonly conversations: number; readonly times: number };
};

const listed = async (query: string, who = "supervisor") => {
  const { body, status } = await system.ask(who, "GET", `/api/conversations?status=any&${query}`);
  return { status, ...(body as unknown as Listed) };
};

/** Every page of a list, each as small as `limit`. */
const walked = async (query: string, limit = 3): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let cursor = "";
  do {
    const page = await listed(`${query}&limit=${limit}${cursor === "" ? "" : `&cursor=${cursor}`}`);
    items.push(...page.items);
    cursor = page.cursor ?? "";
  } while (cursor !== "");
  return items;
};

type Figures = {
  readonly opened: number;
  readonly received: number;
  readonly reopened: number;
  readonly sent: { readonly byPeople: number };
  readonly closed: Record<string, number>;
  readonly promises: Record<string, { readonly kept: number; readonly broken: number }>;
};

/** What the report says, by the name under which the list is asked for it. */
const named = ({ closed, opened, promises, received: got, reopened, sent }: Figures): [Report.Happening, number][] => [
  ["opened", opened],
  ["received", got],
  ["reopened", reopened],
  ["sent.byPeople", sent.byPeople],
  ["closed", Object.values(closed).reduce((sum, each) => sum + each, 0)],
  ["closed.answered", closed["answered"] ?? 0],
  ["closed.redirected", closed["redirected"] ?? 0],
  ["kept.first-response", promises["first-response"]?.kept ?? 0],
  ["broken.first-response", promises["first-response"]?.broken ?? 0],
  ["broken", Object.values(promises).reduce((sum, { broken }) => sum + broken, 0)],
];

const group = { team: "team", channel: "channel", topic: "topic", weekday: "weekday", hour: "hour", agent: "agent" };

describe("the figures of days around the change of the clocks", () => {
  const place = { entityId: "lumiere", teamId: "social", visibility: "private", accountId: "900100200301" } as const;
  const period = "from=2026-10-24&to=2026-10-26";
  /** Every forty minutes from the afternoon of the 23rd to the morning of the 27th. */
  const instants = Array.from({ length: 130 }, (_, index) =>
    new Date(Date.UTC(2026, 9, 23, 14) + index * 40 * 60_000).toISOString(),
  );
  const factOf = (at: string, index: number): Report.Fact => {
    const where = {
      at,
      teamId: index % 5 === 0 ? "press" : "social",
      channel: index % 3 === 0 ? "messenger" : "x.dm",
      topic: index % 2 === 0 ? "cards" : "fraud",
    } as const;
    const kinds: readonly Report.Fact[] = [
      { ...where, what: "received" },
      { ...where, what: "closed", outcome: index % 4 === 0 ? "answered" : "redirected", agentId: "camille" },
      { ...where, what: "promise", target: "first-response", isKept: index % 6 === 2, agentId: "nadia" },
      { ...where, what: "sent", agentId: index % 8 === 3 ? "nadia" : "camille" },
    ];
    return kinds[index % kinds.length] ?? { ...where, what: "opened" };
  };

  beforeAll(async () => {
    const { store } = system.runtime;
    for (let index = 0; index < 40; index += 1) {
      const key = { ...place, conversationId: `c_behind_${index}`, channel: "messenger" } as const;
      const command = received(`m_behind_${index}`, "2026-10-23T12:00:00.000Z", key);
      await store.commit(key, {
        commitId: "receive",
        actor: { kind: "contact" },
        at: "2026-10-23T12:00:00.000Z",
        decide: (state) => Conversation.decide(state, command, "2026-10-23T12:00:00.000Z"),
      });
    }
    for (const [index, at] of instants.entries()) {
      const key = { entityId: "lumiere", conversationId: `c_behind_${index % 40}` };
      await store.putFacts(key, index + 1, [factOf(at, index)]);
    }
  });

  test.each([undefined, ...Object.keys(group)])("are those of the conversations behind them, by %s", async (by) => {
    const { body } = await system.ask("supervisor", "GET", `/api/reports?${period}&by=${by ?? "day"}`);
    const groups =
      by === undefined
        ? [{ key: undefined, figures: body["total"] as unknown as Figures }]
        : (body["groups"] as unknown as { key: string; figures: Figures }[]);
    let seen = 0;
    for (const { figures, key } of groups) {
      if (key === "others") continue;
      const where = key === undefined ? "" : `&${by}=${key}`;
      for (const [event, count] of named(figures)) {
        if (count === 0 && key !== undefined) continue;
        const query = `event=${event}&${period}${where}`;
        const { counted, items } = await listed(`${query}&limit=100`);
        expect([query, counted.times]).toEqual([query, count]);
        expect(items).toHaveLength(counted.conversations);
        seen += count;
      }
    }
    expect(seen).toBeGreaterThan(50);
  });

  test("each day of the bank's calendar has its own, and together they are the period's", async () => {
    const { body } = await system.ask("supervisor", "GET", `/api/reports?${period}&by=day`);
    const days = body["groups"] as unknown as { key: string; figures: Figures }[];
    expect(days.map(({ key }) => key)).toEqual(["2026-10-24", "2026-10-25", "2026-10-26"]);
    for (const { figures, key } of days) {
      const { counted } = await listed(`event=received&from=${key}&to=${key}`);
      expect(counted.times).toBe(figures.received);
      for (const { happenedAt } of await walked(`event=received&from=${key}&to=${key}`)) {
        const local = new Date(happenedAt).toLocaleDateString("sv", { timeZone: "Europe/Paris" });
        expect(local).toBe(key);
      }
    }
    // The day on which the clocks go back has 25 hours.
    expect(days[1]?.figures.received).toBeGreaterThan(days[0]?.figures.received ?? 0);
  });

  test.each(["newest", "oldest"])("come page by page, each once, the %s first", async (sort) => {
    const query = `event=closed&${period}&sort=${sort}`;
    const items = await walked(query);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items).toHaveLength((await listed(query)).counted.conversations);
    const at = items.map(({ happenedAt }) => happenedAt);
    expect(at).toEqual(sort === "newest" ? at.toSorted().toReversed() : at.toSorted());
  });

  test("words are looked for among them alone", async () => {
    const happened = { event: "closed", from: "2026-10-24", to: "2026-10-26", channel: "messenger" };
    const among = async (more: object) => {
      const asked = { text: "c_behind", status: "open", ...more };
      const { body } = await system.ask("agent", "POST", "/api/search", asked);
      return (body["items"] as unknown as { card: Item }[]).map(({ card }) => card.id).toSorted();
    };
    const { items } = await listed("event=closed&from=2026-10-24&to=2026-10-26&channel=messenger&limit=100");
    expect(await among({ happened })).toEqual(items.map(({ id }) => id).toSorted());
    expect((await among({})).length).toBeGreaterThan(items.length);
    expect(await among({ happened, status: "closed" })).toEqual([]);
  });

  test("whose work it was is asked for oneself, and for those whose figures are shown", async () => {
    const query = `event=sent.byPeople&${period}`;
    expect((await listed(`${query}&agent=camille`, "yanis")).status).toBe(403);
    const own = await listed(`${query}&agent=me`, "agent");
    expect(own).toEqual(await listed(`${query}&agent=camille`, "agent"));
    expect(own.counted.times).toBeGreaterThan(0);
    const { body } = await system.ask("agent", "GET", `/api/reports?${period}`);
    expect((body["total"] as unknown as Figures).sent.byPeople).toBe(own.counted.times);
    const shown = await listed(`${query}&agent=camille`);
    expect(shown.counted.times).toBeLessThan(own.counted.times);
    expect((await listed(`${query}&team=press&agent=camille`)).counted).toEqual({ conversations: 0, times: 0 });
  });

  test.each([
    ["event=closed", 400],
    ["event=closed&from=2026-10-24", 400],
    ["", 400],
    ["event=closed&from=2026-10-26&to=2026-10-24", 422],
    ["event=lost&from=2026-10-24&to=2026-10-26", 400],
    [`event=closed&${period}&cursor=bm9uc2Vuc2U`, 400],
  ])("a question that is none is refused: %s", async (query, status) => {
    expect((await listed(query)).status).toBe(status);
  });
});

test("what is written, answered, closed and closed again stands behind the figure of its day", async () => {
  const today = new Date().toLocaleDateString("sv", { timeZone: "Europe/Paris" });
  const customer = system.simulator.customer({ platform: "x", handle: "odile_fictive", name: "Odile Fictive" });
  await customer.dm("Bonjour, mon virement n'est pas arrivé");
  const { id } = await system.conversation((card) => card.contact.handle === "odile_fictive");
  const close = () =>
    eventually(async () => {
      const answer = await system.ask("agent", "POST", `/api/conversations/${id}/close`, { reason: "settled" });
      expect(answer.status).toBe(200);
    });
  await close();
  await customer.dm("Toujours rien !");
  await eventually(async () => expect((await system.read(id)).status).toBe("open"));
  await close();
  const query = `event=closed&from=${today}&to=${today}`;
  await eventually(async () => expect((await listed(query)).counted).toEqual({ conversations: 1, times: 2 }));
  expect((await listed(query)).items).toMatchObject([{ id, status: "closed" }]);
  const { body } = await system.ask("supervisor", "GET", `/api/reports?from=${today}&to=${today}`);
  expect((body["total"] as unknown as Figures).closed).toMatchObject({ "no-answer-needed": 2 });
});
