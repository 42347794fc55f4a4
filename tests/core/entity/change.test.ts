import { expect, test } from "vitest";
import * as Entity from "#core/entity";
import * as Sla from "#core/sla";

const lumiere: Entity.Entity = {
  id: "lumiere",
  name: "Banque Lumière",
  languages: ["fr"],
  timeZone: "Europe/Paris",
  accounts: [{ platform: "x", accountId: "900100200300", teamId: "social", name: "Lumière" }],
  teams: [{ id: "social", name: "Réseaux sociaux" }],
  slaPolicies: [Sla.defaultPolicy],
};
const camille: Entity.Agent = {
  id: "camille",
  entityId: "lumiere",
  name: "Camille Imaginaire",
  role: "agent",
  teamIds: ["social"],
  capacity: 3,
  languages: ["fr"],
};

test("a change of a bank is told by its fields and by the ids of what was added, removed or changed", () => {
  const after: Entity.Entity = {
    ...lumiere,
    name: "Banque de la Lumière",
    accounts: [{ platform: "facebook", accountId: "900100200301", teamId: "social", name: "Lumière" }],
    teams: [{ id: "social", name: "Réseaux" }],
  };
  expect(Entity.entityChange(lumiere, after)).toEqual({
    type: "entity-changed",
    fields: ["accounts", "name", "teams"],
    items: {
      added: ["account facebook:900100200301"],
      removed: ["account x:900100200300"],
      changed: ["team social"],
    },
  });
});

test("what is the same in another order is no change", () => {
  expect(Entity.entityChange(lumiere, { ...lumiere, teams: [{ name: "Réseaux sociaux", id: "social" }] })).toBe(
    undefined,
  );
  expect(Entity.agentChange(camille, { ...camille })).toBeUndefined();
});

test("a person is told by id, role and teams, and never by name", () => {
  const event = Entity.agentChange(undefined, camille);
  expect(event).toMatchObject({ type: "agent-added", agentId: "camille", role: "agent", teamIds: ["social"] });
  const promoted = Entity.agentChange(camille, { ...camille, name: "C. Imaginaire", role: "admin" });
  expect(promoted).toMatchObject({ type: "agent-changed", fields: ["name", "role"], role: "admin" });
  const removed = Entity.agentChange(camille, { ...camille, removed: true });
  expect(removed).toEqual({ type: "agent-removed", agentId: "camille" });
  expect(Entity.agentChange({ ...camille, removed: true }, camille)?.type).toBe("agent-added");
  expect(JSON.stringify([event, promoted, removed])).not.toContain("Imaginaire");
});
