import { expect, test } from "vitest";
import { soak } from "../support/soak/index.ts";

test("a bad day leaves exactly the right messages, once, in order, though the worker is killed and SQS delivers again", async () => {
  const asked = { seed: 7, updates: 300, kills: 1, againEvery: 3, visibilitySeconds: 4 };
  const { conversations, duplicates, kills, late, secondDeliveries, wrong } = await soak(asked);
  expect(wrong).toEqual([]);
  expect(Math.min(duplicates, late, conversations)).toBeGreaterThan(5);
  expect(kills).toBe(2);
  expect(secondDeliveries).toBeGreaterThan(75);
}, 120_000);
