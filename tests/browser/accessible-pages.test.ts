import { expect, test } from "vitest";
import { violationsOn } from "./axe.ts";
import { gatherCrowd } from "./crowd.ts";
import { cardOf, type Looking } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";
import { dialogs, pagesOf, settled } from "./way.ts";

describeInBrowser("for everybody, on every page and in every dialog", () => {
  const stage = openStage({ prepare: gatherCrowd });
  const extremes: [string, Looking][] = [
    ["the narrowest light telephone, in French", { width: 320, scheme: "light", language: "fr-FR" }],
    ["a wide dark page", { width: 1440, scheme: "dark" }],
  ];

  test.each(extremes)("no page of any role breaks WCAG 2.2 AA on %s", async (_name, looking) => {
    const seen = new Set<string>();
    for (const who of ["ines", "paul", "rose"] as const) {
      const { context, page } = await stage.signIn({ ...looking, who });
      // What an administrator may do besides stands on pages that others see too.
      for (const path of await pagesOf(page)) {
        if (seen.has(path) && who !== "rose") continue;
        seen.add(path);
        await page.locator(`.ways a.view[href="${path}"]`).click();
        await settled(page);
        expect([path, await violationsOn(page)]).toEqual([path, []]);
      }
      await context.close();
    }
    expect([...seen]).toEqual(expect.arrayContaining(["/wallboard", "/approvals", "/channels", "/directory", "/log"]));
  });

  test.each(extremes)(
    "every dialog opens without a mouse, breaks no rule of WCAG 2.2 AA and gives the focus back on %s",
    async (_name, looking) => {
      const { page } = await stage.signIn({ ...looking, who: "ines" });
      await cardOf(page, "Regine").click();
      await page.locator(".composer-field").waitFor();
      for (const [name, open, shown] of dialogs(looking.language)) {
        await open(page);
        await page.locator(shown).first().waitFor();
        expect([name, await violationsOn(page)]).toEqual([name, []]);
        await page.keyboard.press("Escape");
        await page.locator(shown).first().waitFor({ state: "detached" });
        await expect
          .poll(async () => [name, await page.evaluate("document.activeElement !== document.body")])
          .toEqual([name, true]);
      }
    },
  );
});
