import fc from "fast-check";
import { expect, test } from "vitest";
import * as Channel from "#core/channel";
import * as Template from "#core/template";
import { readNotation } from "../../../core/template/text/index.ts";

const body = "Bonjour {contact|à vous}. [[Appelez le {fact.line|numéro au dos}.]] {slot:un mot} {signature}";
const segments = Template.segmentsOf(body);
const values = { contact: "Violette", signature: "^CM", facts: { line: "01 99 00 12 34" } };

test("a template fills its variables, leaves its slots empty and says where each piece stands", () => {
  const { pieces, text } = Template.fill(segments, values);
  expect(text).toBe("Bonjour Violette. Appelez le 01 99 00 12 34. ^CM");
  const said = pieces.map(({ end, kind, start }) => [kind, text.slice(start, end)]);
  expect(said).toContainEqual(["locked", "01 99 00 12 34"]);
  expect(said).toContainEqual(["slot", ""]);
  expect(said).toContainEqual(["variable", "Violette"]);
});

test("a variable without a value says its fall-back", () => {
  expect(Template.fill(segments, {}).text).toBe("Bonjour à vous. Appelez le numéro au dos. ");
});

test.each([
  ["Bonjour Violette, courage ! Appelez le 01 99 00 12 34. ^CM", []],
  ["Bonjour.\n\nAppelez  le 01 99 00 12 34.", []],
  ["Bonjour Violette. Appelez le 01 99 00 12 35. ^CM", ["Appelez le 01 99 00 12 34."]],
  ["Bonjour Violette. ^CM", ["Appelez le 01 99 00 12 34."]],
])("of %j the locked words that changed are %j", (text, expected) => {
  expect(Template.changedLocks(segments, values, text)).toEqual(expected);
});

test("a link made anew for each conversation is no change of the locked words around it", () => {
  const linked = Template.segmentsOf("[[Suivez {link|la messagerie}, sans code.]]");
  expect(Template.changedLocks(linked, {}, "Suivez https://example.com/s/1, sans code.")).toEqual([]);
  expect(Template.changedLocks(linked, {}, "Suivez https://example.com/s/1, avec code.")).toHaveLength(1);
});

test.each([
  ["[[ouvert", "open"],
  ["fermé]]", "nested"],
  ["[[un [[deux]]]]", "nested"],
  ["{inconnu}", "name"],
  ["{contact", "open"],
  ["[[{slot:ici}]]", "slot-locked"],
])("%j is refused: %s", (written, why) => expect(readNotation(written)).toMatchObject({ isValid: false, why }));

test("whatever is written, what can be read holds every letter of it that is no notation", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (written) => {
      const read = readNotation(written);
      if (!read.isValid || /[[\]{}]/.test(written)) return;
      expect(Template.fill(read.segments, {}).text).toBe(written);
    }),
  );
});

test("every starter can be read, fits a public post where it is public, and has its twin in the other language", () => {
  for (const { content } of Template.starterLibrary) {
    expect(Template.Content.safeParse(content).success).toBe(true);
    const { text } = Template.fill(Template.segmentsOf(content.body), { contact: "Maximilienne", signature: "^CM" });
    if (content.audience === "public")
      expect([content.name, Template.fits("x.mention", text)]).toEqual([content.name, true]);
    expect(Template.fits("instagram.dm", text)).toBe(true);
  }
  const topics = (language: string) =>
    Template.starterLibrary.filter(({ content }) => content.language === language).map(({ content }) => content.topic);
  expect(topics("fr")).toEqual(topics("en"));
  expect(topics("fr")).toHaveLength(11);
  expect(Channel.channels).toContain("x.mention");
});
