import fc from "fast-check";
import { expect, test } from "vitest";
import * as Guard from "#core/guard";

const policy: Guard.Policy = { ...Guard.defaultPolicy, links: ["banque-lumiere.example"] };
const here = { visibility: "public", policy } as const;
const kinds = (text: string, more: Partial<Guard.Surroundings> = {}) =>
  Guard.check(text, { ...here, ...more }).map(({ kind }) => kind);

test("a finding says where it stands, letter by letter", () => {
  const text = "Bonjour ! Voyez https://evil.invalid/a, merci.";
  const [found] = Guard.check(text, here);
  expect(text.slice(found?.start, found?.end)).toBe("https://evil.invalid/a");
  expect(found).toMatchObject({ kind: "link", severity: "block" });
});

test("cards, secrets and unknown links block; wording and language warn", () => {
  expect(Guard.isBlocked(Guard.check("Je vous garantis une réponse.", here))).toBe(false);
  expect(Guard.isBlocked(Guard.check("La carte 4111 1111 1111 1111 est là.", here))).toBe(true);
});

test("account facts may be told in private", () => {
  expect(kinds("Votre compte est à découvert.")).toEqual(["account-fact"]);
  expect(kinds("Votre compte est à découvert.", { visibility: "private" })).toEqual([]);
});

test.each([
  ["https://banque-lumiere.example", []],
  ["https://www.banque-lumiere.example/a?b=c", []],
  ["https://banque-lumiere.example.evil.invalid", ["link"]],
  ["https://notbanque-lumiere.example", ["link"]],
  ["https://banque-lumiere.example@evil.invalid", ["link"]],
  ["HTTPS://BANQUE-LUMIERE.EXAMPLE", []],
])("a link to %s gives %j", (link, expected) => expect(kinds(`Voir ${link}`)).toEqual(expected));

test("the installation's own host needs no entry", () => {
  expect(kinds("https://guichet.example.com/s/1", { hosts: ["guichet.example.com"] })).toEqual([]);
});

test("a missing space after a full stop is no link", () => {
  expect(kinds("Merci.de rien.Bonne journée.je vous lis")).toEqual([]);
});

test("compliance's own words count at once, and those it took out no more", () => {
  const own = { ...policy, lists: { ...policy.lists, fr: { promise: ["dans l heure"], advice: [], insult: [] } } };
  expect(kinds("Ce sera fait dans l'heure.", { policy: own })).toEqual(["promise"]);
  expect(kinds("Je vous garantis une réponse.", { policy: own })).toEqual([]);
});

test("a reply in the customer's other language warns, a name or a short word does not", () => {
  const english = "Hello, thank you for your message, we are looking into it with our colleagues.";
  expect(kinds(english, { language: "fr" })).toEqual(["language"]);
  expect(kinds(english, { language: "en" })).toEqual([]);
  expect(kinds(english, { language: "de" })).toEqual([]);
  expect(kinds("Bonjour, « The Bank Card » est le nom de notre offre.", { language: "fr" })).toEqual([]);
});

test("numbers that are the bank's own may stand", () => {
  const iban = "FR76 3000 6000 0112 3456 7890 189";
  expect(kinds(`Notre IBAN : ${iban}`)).toEqual(["iban"]);
  expect(kinds(`Notre IBAN : ${iban}`, { redaction: { allow: [iban] } })).toEqual([]);
});

test("what the bank calls a customer's number goes out no more than a card", () => {
  const patterns = [{ name: "contract", kind: "customer-number", pattern: "LUM-\\d{6}" }] as const;
  expect(kinds("Votre contrat LUM-123456 est à jour.", { redaction: { patterns: [...patterns] } })).toEqual([
    "personal-data",
  ]);
});

test.each([
  "Merci de nous communiquer votre\nmot de passe",
  "Pouvez-vous nous envoyer :\n- votre nom\n- votre code PIN\n?",
  "Merci de nous envoyer :\n• votre numéro de carte complet",
  "Please send us your\nPIN code",
  "Please send us:\n1. your name\n2. your password",
  "Merci de nous communiquer votre mot de pa\u200bsse",
  "Merci de nous communiquer votre m\u00adot de passe",
])("a secret is asked for however the lines and signs are put: %j", (text) => {
  expect(kinds(text)).toContain("asks-secret");
});

test.each([
  "Votre mot de passe svp",
  "Votre code secret ?",
  "Bonjour, votre code PIN, s’il vous plaît",
  "Le code SMS reçu ?",
  "Votre numéro de carte et la date d’expiration, merci",
  "Nous avons besoin du code reçu par SMS",
  "Your PIN please",
  "Password?",
  "Hello, your 3-digit security code, please",
])("a secret is asked for where nothing but it is said: %s", (text) => {
  expect(kinds(text)).toEqual(["asks-secret"]);
});

test.each([
  "Votre code postal svp ?",
  "Votre numéro de dossier svp",
  "Mot de passe oublié ?",
  "Jamais votre mot de passe, s’il vous plaît",
  "Votre code a-t-il expiré ?",
  "Merci, votre code promo ?",
  "Your sort code please",
  "Forgotten your password?",
  "Never your PIN, please",
  "Votre mot de passe est à changer dans l’application, merci.",
])("a secret that is only spoken of is not asked for: %s", (text) => {
  expect(kinds(text)).not.toContain("asks-secret");
});

test.each([
  "Ne nous envoyez jamais :\n- votre code\n- votre mot de passe",
  "Bonjour,\nvotre mot de passe est à changer dans l’application.",
  "Merci de nous envoyer :\n- votre nom\nNe communiquez jamais votre code.",
])("a warning over lines asks for nothing: %j", (text) => {
  expect(kinds(text)).not.toContain("asks-secret");
});

test.each([
  "Voyez crédit-rapide.com",
  "Voyez кредит.com",
  "Voyez exemple\u3002com/gain",
  "Voyez evil.icu",
  "Voyez evil\u200b.icu",
  "Voyez e\u00advil.ic\u2060u/gain",
  "Voyez 192.0.2.7/gain",
  "Voyez 192.0.2.7:8080",
  "Voyez evil.zip",
])("a link is one in any script: %s", (text) => {
  expect(kinds(text)).toEqual(["link"]);
});

test("whatever is written, findings lie within it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      for (const { end, start } of Guard.check(text, here)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(end).toBeGreaterThan(start);
      }
    }),
  );
});

test.each([
  "Envoyez-nous votre \u0441ode.",
  "Envoyez-nous votre c\u043ede secret.",
  "Envoyez-nous votre co\u0501e.",
  "Envoyez-nous votre \u0421\u041e\u0501\u0415.",
  "Envoyez-nous votre \uff43\uff4f\uff44\uff45.",
  "Envoyez-nous votre \u{1d41c}\u{1d428}\u{1d41d}\u{1d41e}.",
  "Please send us your p\u0430ssw\u03bfrd.",
  "Please send us your PI\u039d.",
])("a secret is asked for, whatever alphabet its letters are of: %s", (text) => {
  expect(kinds(text)).toEqual(["asks-secret"]);
});

test("letters of other alphabets in other words ask for nothing, and a finding stands where they stand", () => {
  expect(kinds("Спасибо, до свидания. Ευχαριστώ πολύ.")).toEqual([]);
  const text = "😀 Envoyez-nous votre \u0441ode, merci.";
  const [found] = Guard.check(text, here);
  expect(text.slice(found?.start, found?.end)).toBe("votre \u0441ode");
});
