import { describe, expect, test } from "vitest";
import { Fault } from "#core/fault";
import * as Template from "#core/template";

const at = (day: number) => `2026-11-${String(day).padStart(2, "0")}T09:00:00.000Z`;
const content: Template.Content = {
  name: "Horaires",
  topic: "opening-hours",
  language: "fr",
  channels: [],
  audience: "public",
  body: "[[Nous ouvrons à 9 h.]]",
};
type Step = readonly [Template.Change, string];
const following = (steps: readonly Step[], from: Template.Template = { id: "t_1" }) =>
  steps.reduce(
    (so, [what, by], index) => {
      const { past, template } = Template.change(so.template, what, { by, at: at(index + 1) });
      return { template, past: past === undefined ? so.past : [...so.past, past] };
    },
    { template: from, past: [] as readonly Template.Version[] },
  );
const write = (body = content.body): Template.Change => ({ type: "write", content: { ...content, body } });
const approved: readonly Step[] = [
  [write(), "ines"],
  [{ type: "submit" }, "ines"],
  [{ type: "approve" }, "paul"],
];

describe("the way of a template", () => {
  test("it says who wrote, submitted and approved it, and when", () => {
    const { template } = following(approved);
    expect(template.approved).toMatchObject({ number: 1, state: "approved" });
    expect(template.approved?.steps.map(({ at: when, by, did }) => [did, by, when])).toEqual([
      ["written", "ines", at(1)],
      ["submitted", "ines", at(2)],
      ["approved", "paul", at(3)],
    ]);
  });

  test("nobody approves what they wrote last", () => {
    const steps: readonly Step[] = [
      [write(), "ines"],
      [{ type: "submit" }, "paul"],
      [{ type: "approve" }, "ines"],
    ];
    expect(() => following(steps)).toThrow(new Fault("template.own-work"));
  });

  test("nobody approves what they wrote, however often it went back and forth since", () => {
    const backAndForth = Array.from({ length: 30 }, (): readonly Step[] => [
      [{ type: "submit" }, "ines"],
      [{ type: "return" }, "ines"],
    ]).flat();
    const steps: readonly Step[] = [[write(), "ines"], ...backAndForth, [{ type: "submit" }, "ines"]];
    const { template } = following(steps);
    expect(template.working?.steps).toHaveLength(40);
    expect(() => following([[{ type: "approve" }, "ines"]], template)).toThrow(new Fault("template.own-work"));
    expect(following([[{ type: "approve" }, "paul"]], template).template.approved?.number).toBe(1);
  });

  test("what is approved stays in use while its next version is written, and is kept when that takes its place", () => {
    const draft = following([[write("[[Nous ouvrons à 8 h.]]"), "ines"]], following(approved).template).template;
    expect(draft.approved?.number).toBe(1);
    expect(draft.working).toMatchObject({ number: 2, state: "draft" });
    const { past, template } = following(
      [
        [{ type: "submit" }, "ines"],
        [{ type: "approve" }, "paul"],
      ],
      draft,
    );
    expect(template.approved?.number).toBe(2);
    expect(past).toMatchObject([{ number: 1, state: "retired" }]);
  });

  test("a change after review goes back to being a draft", () => {
    const steps: readonly Step[] = [
      [write(), "ines"],
      [{ type: "submit" }, "ines"],
      [write("Autre"), "paul"],
    ];
    expect(following(steps).template.working).toMatchObject({ number: 1, state: "draft" });
    expect(() => following([...steps, [{ type: "approve" }, "ines"]])).toThrow(new Fault("template.wrong-state"));
  });

  test("a retired one is used no more, and what is written anew is another version", () => {
    const { template } = following([...approved, [{ type: "retire" }, "ines"]]);
    expect(template.approved).toBeUndefined();
    expect(following([[write(), "ines"]], template).template.working?.number).toBe(2);
  });

  test("an expired one is unusable, one to be reviewed is not", () => {
    const version = following(approved).template.approved;
    const with_ = (dates: Partial<Template.Content>) =>
      version === undefined ? undefined : { ...version, content: { ...version.content, ...dates } };
    expect(Template.isUsable(with_({ expiresAt: at(9) }), at(9))).toBe(false);
    expect(Template.isUsable(with_({ expiresAt: at(9) }), at(8))).toBe(true);
    expect(Template.isUsable(with_({ reviewAt: at(5) }), at(9))).toBe(true);
  });
});

describe("what is offered", () => {
  const occasion: Template.Occasion = {
    channel: "x.mention",
    visibility: "public",
    isVerified: false,
    values: { fr: {}, en: {} },
    now: at(10),
  };
  const offered = (changes: Partial<Template.Content>, where: Partial<Template.Occasion> = {}) => {
    const template = following([
      [{ type: "write", content: { ...content, ...changes } }, "ines"],
      [{ type: "submit" }, "ines"],
      [{ type: "approve" }, "paul"],
    ]).template;
    return Template.offersFor([template], { ...occasion, ...where }).length === 1;
  };

  test("what is for private or verified customers is not offered in public", () => {
    expect(offered({ audience: "private" })).toBe(false);
    expect(offered({ audience: "private" }, { visibility: "private" })).toBe(true);
    expect(offered({ audience: "verified" }, { visibility: "private" })).toBe(false);
    expect(offered({ audience: "verified" }, { visibility: "private", isVerified: true })).toBe(true);
  });

  test("what no longer fits its channel with its locked mention is not offered", () => {
    expect(offered({ body: `[[${"é".repeat(281)}]]` })).toBe(false);
    expect(offered({ body: `[[${"é".repeat(280)}]]` })).toBe(true);
    expect(offered({ body: `[[${"é".repeat(281)}]]` }, { channel: "x.dm", visibility: "private" })).toBe(true);
  });

  test("only its own channels get it", () => {
    expect(offered({ channels: ["messenger"] })).toBe(false);
    expect(offered({ channels: ["x.mention", "messenger"] })).toBe(true);
  });

  test("expired ones and drafts are not offered", () => {
    expect(offered({ expiresAt: at(9) })).toBe(false);
    expect(Template.offersFor([following([[write(), "ines"]]).template], occasion)).toEqual([]);
  });

  test("the customer's language and topic come first", () => {
    const all = Template.starterLibrary.map(({ content: each, id }) => {
      const begun = Template.begin(id, each, { by: "starter", at: at(1) });
      return Template.change(begun, { type: "approve" }, { by: "paul", at: at(2) }).template;
    });
    const [first] = Template.offersFor(all, { ...occasion, language: "en", topic: "branch" });
    expect(first).toMatchObject({ language: "en", topic: "opening-hours" });
  });
});
