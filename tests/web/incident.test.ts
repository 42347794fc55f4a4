import { expect, test } from "vitest";
import { newsAmong } from "../../web/inbox/data/incident/news.ts";
import type { Alert, Incident } from "../../web/inbox/data/incident/types.ts";

const at = "2026-11-23T09:00:00.000Z";
const alert = (topic?: Alert["topic"]): Alert => ({
  ...(topic ? { topic } : {}),
  raisedAt: at,
  lastSeenAt: at,
  peak: { count: 8, usual: 0, deviations: 4 },
});
const incident = (rule: Omit<Incident["rule"], "since">, status: Incident["status"] = "open"): Incident => ({
  id: "i_1",
  title: "Late",
  rule: { ...rule, since: at },
  status,
  openedAt: at,
  openedBy: "ines",
  closedAt: null,
  summary: null,
  answer: null,
  walk: null,
  open: 8,
  breached: 0,
  timeline: [],
});

test("what a running incident is about is not offered once more", () => {
  const alerts = [alert(), alert("payments")];
  expect(newsAmong(alerts, [])).toEqual(alerts);
  expect(newsAmong(alerts, [incident({ topic: "payments" })])).toEqual([alert()]);
  expect(newsAmong(alerts, [incident({})])).toEqual([alert("payments")]);
  expect(newsAmong(alerts, [incident({ topic: "payments" }, "closed")])).toEqual(alerts);
  // It gathers one channel alone: elsewhere there is more than usual too.
  expect(newsAmong(alerts, [incident({ topic: "payments", channel: "x.dm" })])).toEqual(alerts);
});
