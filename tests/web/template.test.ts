import { expect, test } from "vitest";
import type { Template, Version } from "../../web/inbox/data/reply/api.ts";
import { versionsOf } from "../../web/inbox/pages/template/model.ts";

const version = (number: number, state: Version["state"], body: string): Version => ({
  number,
  state,
  content: { name: "Merci", topic: "thanks", language: "fr", channels: [], audience: "public", body },
  steps: [{ did: "written", by: "paul", at: "2026-11-20T09:00:00.000Z" }],
});

test("a template's versions come newest first, each beside the words of the one before", () => {
  const template: Template = {
    id: "t_1",
    revision: 5,
    working: version(3, "draft", "Un grand merci."),
    approved: version(2, "approved", "Merci beaucoup."),
    ended: null,
    expired: false,
    reviewDue: false,
    use: { used: 0, changed: 0, outcomes: {} },
  };
  const told = versionsOf(template, [version(1, "retired", "Merci.")]);
  expect(told.map(({ before, version: { content, number } }) => [number, before, content.body])).toEqual([
    [3, "Merci beaucoup.", "Un grand merci."],
    [2, "Merci.", "Merci beaucoup."],
    [1, undefined, "Merci."],
  ]);
});
