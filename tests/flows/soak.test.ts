import { expect, test } from "vitest";
import { soak } from "../support/soak/index.ts";

test("a bad day leaves exactly the right messages, once, in order, though the worker is killed and all comes twice", async () => {
  const { conversations, duplicates, kills, late, secondDeliveries, wrong } = await soak({
    seed: 7,
    updates: 1_500,
    kills: 2,
  });
  expect(wrong).toEqual([]);
  expect(Math.min(duplicates, late)).toBeGreaterThan(40);
  expect([conversations, kills, secondDeliveries]).toEqual([58, 4, 1_497]);
}, 180_000);
