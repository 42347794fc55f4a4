import { expect, test } from "vitest";
import { cleared, VIEWS } from "../../web/inbox/data/inbox/model.ts";
import { chooseLanguage } from "../../web/inbox/language/model.ts";
import { conversationPath, filterOf, listPath, openIdOf, viewPath } from "../../web/inbox/pages/frame/model.ts";

test("what is shown can be read back from the address", () => {
  for (const view of VIEWS.filter((each) => each !== "dated")) {
    for (const channel of [undefined, "x.dm"]) {
      const url = new URL(listPath({ view, channel }), "http://localhost");
      expect(filterOf(Object.fromEntries(url.searchParams))).toEqual({ view, channel });
    }
  }
});

test("an address that was cut within a letter opens what is not there, and breaks nothing", () => {
  expect(openIdOf("/c/c_%E0%A4")).toBe("c_%E0%A4");
});

test("an address nobody made shows everything that is open", () => {
  expect(filterOf({ view: "nonsense", channel: ["a", "b"] })).toEqual({ view: "all", channel: undefined });
});

test.each([
  { view: "dated", event: "closed", from: "2026-11-02", to: "2026-11-08", team: "social", weekday: "1", hour: "9" },
  { view: "mine", event: "broken.first-response", last: "30", agent: "me" },
] as const)("what happened, and when, stands in the address: %o", (filter) => {
  const url = new URL(listPath(filter), "http://localhost");
  expect(filterOf(Object.fromEntries(url.searchParams))).toEqual(filter);
});

test.each([
  [{ view: "dated" }, { view: "all" }],
  [{ view: "dated", event: "lost", last: "7" }, { view: "all" }],
  [{ view: "dated", event: "closed", from: "2026-02-30", to: "2026-03-01" }, { view: "all" }],
  [{ view: "closed", event: "closed", from: "2026-03-02", to: "2026-03-01" }, { view: "closed" }],
  [{ view: "mentions", event: "closed", last: "7" }, { view: "mentions" }],
  [
    { view: "dated", event: "closed", last: "7", hour: "24", weekday: "0" },
    { view: "dated", event: "closed", last: "7" },
  ],
])("a date that is none is left out of what is shown: %o", (search, filter) => {
  expect(filterOf(search)).toEqual(filter);
});

test("the view by date begins with what came in lately, and a cleared one keeps its date", () => {
  const url = new URL(viewPath("dated"), "http://localhost");
  expect(filterOf(Object.fromEntries(url.searchParams))).toEqual({ view: "dated", event: "received", last: "7" });
  const filter = { view: "dated", event: "closed", last: "7", agent: "me", channel: "x.dm" } as const;
  expect(cleared(filter)).toEqual({ view: "dated", event: "closed", last: "7" });
  expect(cleared({ ...filter, view: "mine" })).toEqual({ view: "mine" });
});

test("an id cannot leave its place in the address", () => {
  const path = conversationPath("../a?b", { view: "mine" });
  expect(path).toBe("/c/..%2Fa%3Fb?view=mine");
  expect(openIdOf(path.slice(0, path.indexOf("?")))).toBe("../a?b");
});

test("the language is the first wish we speak", () => {
  expect(chooseLanguage([null, undefined, "de-DE", "fr-CA", "en"])).toBe("fr");
  expect(chooseLanguage(["EN-gb"])).toBe("en");
  expect(chooseLanguage(["de"])).toBe("en");
});
