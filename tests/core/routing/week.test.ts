import { expect, test } from "vitest";
import { run } from "../../bench/routing.ts";

test("in a simulated bank week at most half the promises are broken that taking turns breaks", async () => {
  const figures = new Map<string, number>();
  for await (const { figure, value } of run()) figures.set(figure, value);
  const of = (name: string): number => figures.get(`routing.${name}`) ?? Number.NaN;
  expect(of("ours.breaches-of-round-robin")).toBeLessThanOrEqual(50);
  expect(of("ours.breach-rate-urgent")).toBeLessThan(of("round-robin.breach-rate-urgent"));
  expect(of("ours.first-response-p90")).toBeLessThan(of("round-robin.first-response-p90"));
  expect(of("ours.unanswered")).toBe(0);
});
