import { expect, test } from "vitest";
import { VIEWS } from "../../web/inbox/data/inbox/model.ts";
import { chooseLanguage } from "../../web/inbox/language/model.ts";
import { conversationPath, filterOf, listPath, openIdOf } from "../../web/inbox/pages/frame/model.ts";

test("what is shown can be read back from the address", () => {
  for (const view of VIEWS) {
    for (const channel of [undefined, "x.dm"]) {
      const url = new URL(listPath({ view, channel }), "http://localhost");
      expect(filterOf(Object.fromEntries(url.searchParams))).toEqual({ view, channel });
    }
  }
});

test("an address nobody made shows everything that is open", () => {
  expect(filterOf({ view: "nonsense", channel: ["a", "b"] })).toEqual({ view: "all", channel: undefined });
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
