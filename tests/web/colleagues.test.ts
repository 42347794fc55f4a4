import { expect, test } from "vitest";
import type { Api } from "../../web/inbox/data/api.ts";
import { createColleagues } from "../../web/inbox/data/colleagues.ts";

const ines = (present: boolean) => ({
  id: "ines",
  name: "Inès Lambert",
  role: "supervisor" as const,
  present,
  load: 0,
  capacity: 4,
  teamIds: [],
});

/** Answers that come when they are told to, in any order. */
const later = () => {
  const answers: ((present: boolean) => void)[] = [];
  const agents: Api["agents"] = () =>
    new Promise((resolve) => answers.push((present) => resolve({ items: [ines(present)] })));
  const colleagues = createColleagues({ api: { agents }, me: "ines", report: () => undefined });
  return { answers, colleagues, isHere: () => colleagues.agents()[0]?.present };
};

test("who was read as absent before the line stood is read again once it does", async () => {
  const { answers, colleagues, isHere } = later();
  const first = colleagues.loadAgents();
  answers[0]?.(false);
  await first;
  expect(isHere()).toBe(false);
  const met = colleagues.meetAgents();
  answers[1]?.(true);
  await met;
  expect(isHere()).toBe(true);
});

test("an answer that was asked for before the line stood, and comes after, changes nothing", async () => {
  const { answers, colleagues, isHere } = later();
  const first = colleagues.loadAgents();
  const met = colleagues.meetAgents();
  answers[1]?.(true);
  await met;
  answers[0]?.(false);
  await first;
  expect(isHere()).toBe(true);
});

test("who is known to be there is not asked for again, but after a gap", async () => {
  const { answers, colleagues } = later();
  const first = colleagues.loadAgents();
  answers[0]?.(true);
  await first;
  await colleagues.meetAgents();
  expect(answers).toHaveLength(1);
  void colleagues.meetAgents();
  expect(answers).toHaveLength(2);
});
