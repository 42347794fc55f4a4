import { expect, test } from "vitest";
import { upon } from "../../web/inbox/data/settings.ts";

const read = { version: 1, lists: { fr: { promise: ["remboursé"], advice: [] }, en: { promise: [], advice: [] } } };

test("what was changed here stays upon what somebody else kept meanwhile, whose other changes hold", () => {
  const mine = { ...read, lists: { ...read.lists, fr: { promise: ["remboursé", "offert"], advice: [] } } };
  const theirs = { version: 2, lists: { ...read.lists, fr: { promise: ["remboursé"], advice: ["placez"] } } };
  expect(upon(mine, read, theirs)).toEqual({
    version: 2,
    lists: { ...read.lists, fr: { promise: ["remboursé", "offert"], advice: ["placez"] } },
  });
});

test("what was taken away here is not brought back by who left it", () => {
  const charter = { version: 1, fr: "Oui", en: "Yes" };
  const kit: { version: number; charter?: typeof charter; facts: string[] } = { version: 1, charter, facts: [] };
  expect(upon({ version: 1, facts: [] }, kit, { ...kit, version: 2, facts: ["a"] })).toEqual({
    version: 2,
    facts: ["a"],
  });
});
