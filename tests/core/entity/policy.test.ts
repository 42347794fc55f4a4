import { expect, test } from "vitest";
import * as Entity from "#core/entity";
import * as Sla from "#core/sla";

const calm: Sla.Policy = { ...Sla.defaultPolicy, id: "calm" };
const bank: Entity.Entity = {
  id: "aubepine",
  name: "Banque Aubépine",
  languages: ["fr"],
  timeZone: "Europe/Paris",
  accounts: [],
  teams: [{ id: "social", name: "Social" }],
  slaPolicies: [calm],
};
const promised = (entity: Entity.Entity, subject: Sla.PolicySubject) => Entity.policiesFor(entity, subject).at(-1);
const named = (entity: Entity.Entity) => entity.slaPolicies.map(({ id, version }) => `${id} ${version}`);

test("a bank without rules promises a quarter of an hour for what is urgent, its own policy for the rest", () => {
  expect(promised(bank, { priority: "urgent" })).toEqual(Sla.urgentPolicy);
  expect(promised(bank, { priority: "normal" })).toEqual(calm);
});

test("the first of its own rules that fits is the promise", () => {
  const cards: Sla.Policy = { ...calm, id: "cards", firstResponseSeconds: 3600 };
  const entity = { ...bank, slaRules: [{ policy: cards, when: { topic: ["cards"], channel: ["x.dm"] } }] };
  expect(promised(entity, { topic: "cards", channel: "x.dm" })).toEqual(cards);
  expect(promised(entity, { topic: "cards", channel: "messenger" })).toEqual(calm);
});

test("terms that change get the next version, and the earlier ones stay", () => {
  const shorter = { ...calm, firstResponseSeconds: 600 };
  const changed = Entity.revise(bank, { ...bank, slaPolicies: [shorter] });
  expect(named(changed)).toEqual(["calm 1", "calm 2"]);
  expect(promised(changed, {})).toEqual({ ...shorter, version: 2 });
  expect(Entity.policiesFor(changed, {})).toContainEqual(calm);
});

test("a rule that is changed or dropped leaves its policy among the earlier ones", () => {
  const cards: Sla.Policy = { ...calm, id: "cards" };
  const when = { topic: ["cards"] };
  const first = Entity.revise(bank, { ...bank, slaRules: [{ policy: cards, when }] });
  const second = Entity.revise(first, {
    ...first,
    slaRules: [{ policy: { ...cards, resolutionSeconds: 60 }, when }],
  });
  expect(second.slaRules?.[0]?.policy.version).toBe(2);
  const third = Entity.revise(second, { ...second, slaRules: [] });
  expect(Entity.policiesFor(third, {}).map(({ id, version }) => `${id} ${version}`)).toEqual(
    expect.arrayContaining(["cards 1", "cards 2"]),
  );
  expect(promised(third, { topic: "cards" })).toEqual(calm);
});

test("saving what was read, or the same change twice, changes nothing", () => {
  const change = { ...bank, slaPolicies: [{ ...calm, firstResponseSeconds: 600 }], slaRules: [] };
  const once = Entity.revise(bank, change);
  expect(Entity.revise(once, once)).toEqual(once);
  expect(promised(Entity.revise(once, change), {})).toEqual(promised(once, {}));
});
