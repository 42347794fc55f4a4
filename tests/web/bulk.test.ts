import { expect, test } from "vitest";
import type { Api } from "../../web/inbox/data/api.ts";
import { ApiFault } from "../../web/inbox/data/api-fault.ts";
import { doInBulk, type Progress } from "../../web/inbox/data/care/bulk.ts";
import { createChanges } from "../../web/inbox/data/changes.ts";
import { findInCards } from "../../web/inbox/data/search/model.ts";
import { snoozeChoices } from "../../web/inbox/pages/conversation/snooze-model.ts";
import { refusalsOf } from "../../web/inbox/pages/list/refusal-model.ts";
import { card } from "./card.ts";

const cards = Array.from({ length: 10 }, (_, number) => card({ id: `c_${number}`, inboundCount: number }));

const apiThat = (tag: Api["tag"]): Api => ({ tag }) as Partial<Api> as Api;

test("what is refused for one of many does not hold up the others, and is told with its reason", async () => {
  const told: Progress[] = [];
  const taken = new ApiFault("refused", { status: 409, code: "conversation.taken" });
  const api = apiThat(async (id) => {
    if (id === "c_3") throw taken;
    return card({ id });
  });
  await doInBulk(api, cards, { does: "tag", tagId: "t_1" }, (progress) => told.push(progress));
  expect(told.at(-1)).toEqual({ done: 10, total: 10, refused: [{ id: "c_3", fault: taken }], isOver: true });
  expect(told.map(({ done }) => done)).toEqual([...told.map(({ done }) => done)].sort((a, b) => a - b));
});

test("each conversation has a command of its own, with a key of its own", async () => {
  const keys = new Map<string, string>();
  const api = apiThat(async (id, key) => {
    keys.set(id, key);
    return card({ id });
  });
  await doInBulk(api, cards, { does: "tag", tagId: "t_1" }, () => undefined);
  expect(new Set(keys.values()).size).toBe(cards.length);
});

test("where the session is over nothing more is tried", async () => {
  let asked = 0;
  const api = apiThat(async () => {
    asked += 1;
    throw new ApiFault("expired");
  });
  await doInBulk(api, cards, { does: "tag", tagId: "t_1" }, () => undefined);
  expect(asked).toBeLessThan(cards.length);
});

test("what is no longer to be seen is told as gone, and what is there as changed", async () => {
  const told: string[] = [];
  const changes = createChanges({ cards: async () => ({ items: [card({ id: "c_1" })] }) });
  const isOver = new Promise<void>((resolve) => {
    changes.listen({
      touched: (ids) => told.push(`touched ${ids.join(" ")}`),
      changed: (known) => told.push(`changed ${known.map(({ id }) => id).join(" ")}`),
      gone: (id) => {
        told.push(`gone ${id}`);
        resolve();
      },
      everything: () => told.push("everything"),
    });
  });
  changes.touch(["c_1", "c_2"]);
  await isOver;
  expect(told).toEqual(["touched c_1 c_2", "changed c_1", "gone c_2"]);
});

test("more changes than the API gives cards are read as a list", async () => {
  const changes = createChanges({ cards: async () => expect.unreachable() });
  const told = new Promise((resolve) => changes.listen({ everything: () => resolve("everything") }));
  changes.touch(Array.from({ length: 101 }, (_, number) => `c_${number}`));
  expect(await told).toBe("everything");
});

test("a snooze until Monday is never for today, and every end is to come", () => {
  for (let day = 23; day < 30; day += 1) {
    const now = new Date(2026, 10, day, 17, 30);
    for (const { id, until } of snoozeChoices(now)) {
      if (until === undefined) continue;
      expect(new Date(until).getTime()).toBeGreaterThan(now.getTime());
      if (id === "monday") expect(new Date(until).getDay()).toBe(1);
    }
  }
});

test("cards at hand are found by the beginnings of words, whatever their accents", () => {
  const lea = card({ id: "c_lea", contact: { name: "Léa Fontaine", handle: "leafontaine" }, preview: "Ma carte" });
  expect(findInCards([lea], "lea CART")).toEqual([lea]);
  expect(findInCards([lea], "ontaine")).toEqual([]);
  expect(findInCards([lea], "  ")).toEqual([]);
});

test("of many that are refused each reason is told once, with those it is of", () => {
  const refused = ["a", "b", "c"].map((id) => ({ id, fault: id === "b" ? "taken" : "not answered" }));
  expect(refusalsOf(refused, ({ fault }) => String(fault))).toEqual([
    { reason: "not answered", ids: ["a", "c"] },
    { reason: "taken", ids: ["b"] },
  ]);
});
