import { expect, test } from "vitest";
import * as Handoff from "#core/handoff";

const secure = {
  origin: "https://messages.banque.example",
  host: "banque.example",
  issuer: "https://identite.banque.example",
  clientId: "guichet",
  contexts: { other: ["urn:banque:simple"], account: ["urn:banque:strong", "urn:banque:stronger"] },
  arrival: { kind: "conversation" },
};
const key = { kty: "EC", crv: "P-256", x: "x", y: "y", kid: "2026" };
const isTaken = (changes: object): boolean => Handoff.SecureChannel.safeParse({ ...secure, ...changes }).success;

test("a secure channel lives on https, at plain origins, with public keys alone", () => {
  expect(isTaken({})).toBe(true);
  expect(isTaken({ origin: "http://localhost:3000", issuer: "http://localhost:3000/customers" })).toBe(true);
  for (const origin of [
    "http://banque.example",
    "https://banque.example/",
    "https://a:b@banque.example",
    "javascript:alert(1)",
  ]) {
    expect(isTaken({ origin }), origin).toBe(false);
  }
  for (const issuer of ["http://10.0.0.1", "ftp://banque.example", "https://banque.example/#x"]) {
    expect(isTaken({ issuer }), issuer).toBe(false);
  }
  const arrival = {
    kind: "redirect",
    url: "https://banque.example/m",
    encryptionKey: key,
    noticeKeys: [key],
    noticeIssuer: "banque",
  };
  expect(isTaken({ arrival })).toBe(true);
  for (const part of ["d", "p", "q", "k"]) {
    expect(isTaken({ arrival: { ...arrival, noticeKeys: [{ ...key, [part]: "secret" }] } }), part).toBe(false);
  }
  expect(isTaken({ arrival: { ...arrival, noticeKeys: [{ kty: "oct", k: "shared", kid: "1" }] } })).toBe(false);
});

test("a purpose that is not named asks for what the others do", () => {
  const parsed = Handoff.SecureChannel.parse(secure);
  expect(Handoff.contextsFor(parsed, "account")).toEqual(["urn:banque:strong", "urn:banque:stronger"]);
  expect(Handoff.contextsFor(parsed, "loan")).toEqual(["urn:banque:simple"]);
  expect(isTaken({ contexts: { account: ["urn:banque:strong"] } })).toBe(false);
});
