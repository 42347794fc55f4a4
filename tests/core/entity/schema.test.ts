import { expect, test } from "vitest";
import * as Entity from "#core/entity";
import * as Sla from "#core/sla";

const bank = {
  id: "aubepine",
  name: "Banque Aubépine",
  languages: ["fr"],
  timeZone: "Europe/Paris",
  accounts: [],
  teams: [{ id: "social", name: "Social" }],
  slaPolicies: [Sla.defaultPolicy],
};
const secure = {
  origin: "https://message.aubepine.test",
  host: "message.aubepine.test",
  issuer: "https://id.aubepine.test",
  clientId: "guichet",
  contexts: { other: ["urn:aubepine"] },
  arrival: { kind: "conversation" },
};
const accepts = (changes: object): boolean => Entity.Entity.safeParse({ ...bank, ...changes }).success;

test("late answers go to an https address alone, and only where a receiver finds our keys", () => {
  const escalationHook = { url: "https://si.aubepine.test/retards" };
  expect(accepts({ secure, escalationHook })).toBe(true);
  expect(accepts({ escalationHook })).toBe(false);
  for (const url of ["http://si.aubepine.test/retards", "https://moi:secret@si.aubepine.test/", "ftp://si.test", ""]) {
    expect(accepts({ secure, escalationHook: { url } })).toBe(false);
  }
});
