import { expect, test } from "vitest";
import { bury, letterOf } from "../support/bury.ts";
import { eventually } from "../support/system.ts";
import { violationsOn } from "./axe.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("the page of channels", () => {
  const stage = openStage();

  test.each([
    {
      looking: { who: "rose", language: "fr-FR", width: 390, scheme: "dark" },
      title: "Ce qui n’a pas pu être traité",
      row: ["Réception", "message", "c_perdu"],
      button: "Les traiter de nouveau",
      news: "1 message est de retour dans sa file.",
      name: "perdu",
    },
    {
      looking: { who: "rose", language: "en-GB", width: 1440, scheme: "light" },
      title: "What could not be handled",
      row: ["Taking in", "message", "c_lost"],
      button: "Handle them again",
      news: "1 message is back in its queue.",
      name: "lost",
    },
  ] as const)("what could not be handled is named and handled again at a press ($looking.language)", async (seen) => {
    await bury(stage.system.runtime, letterOf(seen.name));
    const desk = await stage.signIn(seen.looking);
    const { page } = desk;
    await page.goto(`${stage.system.url}/channels`);
    const section = page.getByRole("region", { name: seen.title });
    await section.locator("tbody tr").waitFor();
    expect((await section.locator("tbody td").allTextContents()).slice(0, 3)).toEqual(seen.row);
    expect(await section.textContent()).not.toContain("Mots");
    expect(await violationsOn(page)).toEqual([]);
    await section.getByRole("button", { name: seen.button }).click();
    await section.getByText(seen.news).waitFor();
    expect(await section.locator("tbody tr").count()).toBe(0);
    await eventually(async () => {
      const key = { entityId: "lumiere", conversationId: `c_${seen.name}` };
      expect(await stage.system.runtime.store.readHead(key)).toBeDefined();
    });
  });
});
