import { expect, test } from "vitest";
import * as Incident from "#core/incident";
import type { Redacted } from "#core/redaction";

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString();

test("sending that is stopped on its way says how far it came, and other words can be proposed at once", () => {
  const begun = Incident.begin(
    { id: "i_1", title: "Cartes" as Redacted, rule: { since: at(0) } },
    { agentId: "ines", now: at(0) },
  );
  const gathered = begun.walk === undefined ? begun : Incident.walked(begun, { ...begun.walk, isOver: true }, at(1));
  const proposed = Incident.propose(gathered, { fr: "Nous revenons." as Redacted }, { agentId: "ines", now: at(2) });
  const sending = Incident.send(Incident.approve(proposed, 1, { agentId: "paul", now: at(3) }), {
    agentId: "ines",
    now: at(4),
  });
  const half = sending.walk === undefined ? sending : Incident.walked(sending, { ...sending.walk, done: 25 }, at(5));
  const stopped = Incident.withhold(half, at(6));
  expect(stopped.walk).toMatchObject({ isOver: true, done: 25 });
  expect(stopped.timeline.at(-1)).toEqual({ type: "withheld", at: at(6), agentId: "ines", count: 25 });
  expect(Incident.withhold(stopped, at(7))).toBe(stopped);
  expect(
    Incident.propose(stopped, { fr: "Patience." as Redacted }, { agentId: "ines", now: at(8) }).answer,
  ).toMatchObject({
    version: 2,
  });
});
