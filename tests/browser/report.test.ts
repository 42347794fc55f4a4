import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type * as Report from "#core/report";
import { violationsOn } from "./axe.ts";
import type { Looking } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

const looks: [string, Looking][] = [
  ["a wide light page", { width: 1440, scheme: "light" }],
  ["a dark telephone in French", { width: 390, scheme: "dark", language: "fr-FR" }],
];

/** A day with two kept promises and a broken one, as the logs would have told it. */
const factsOf = (at: string): readonly Report.Fact[] => {
  const place = { teamId: "social", channel: "x.dm", topic: "cards", at } as const;
  const promise = (isKept: boolean) => ({ ...place, what: "promise", target: "first-response", isKept }) as const;
  return [
    { ...place, what: "opened" },
    { ...place, what: "received" },
    { ...place, what: "sent", agentId: "camille" },
    promise(true),
    promise(true),
    promise(false),
    {
      ...place,
      what: "answered",
      target: "first-response",
      businessSeconds: 1500,
      customerSeconds: 5400,
      agentId: "camille",
    },
    { ...place, what: "closed", outcome: "answered", agentId: "camille" },
  ];
};

describeInBrowser("reports", () => {
  const stage = openStage({
    prepare: async (system) => {
      const now = new Date().toISOString();
      await system.runtime.store.putFacts({ entityId: "lumiere", conversationId: "c_told" }, 1, factsOf(now));
    },
  });

  test.each(looks)("a supervisor reads the week, and nothing breaks WCAG 2.2 AA on %s", async (_name, looking) => {
    const desk = await stage.signIn({ ...looking, who: "ines" });
    const { page } = desk;
    const french = looking.language === "fr-FR";
    await page.getByRole("link", { name: french ? "Rapports" : "Reports" }).click();
    await page.locator(".report-value").first().waitFor();
    expect(await page.locator(".report-value").first().textContent()).toBe(french ? "66,7\u00a0%" : "66.7%");
    await page.getByRole("combobox", { name: french ? "Par" : "By", exact: true }).selectOption("channel");
    await page.getByRole("rowheader", { name: french ? "X, message privé" : "X, private message" }).waitFor();
    expect(page.url()).toContain("by=channel");
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });

  test("the spreadsheet holds what the page shows", async () => {
    const desk = await stage.signIn({ who: "ines" });
    const { page } = desk;
    await page.getByRole("link", { name: "Reports" }).click();
    await page.locator(".report-value").first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Spreadsheet (CSV)" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^guichet-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d-day\.csv$/);
    const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
    expect(lines.at(-2)).toMatch(/^Total,1,1,1,0,2,1,/);
  });

  test("days in the wrong order and days without anything are told, not shown as zeros", async () => {
    const desk = await stage.signIn({ who: "ines" });
    const { page } = desk;
    await page.goto(`${stage.system.url}/reports?from=2026-01-05&to=2026-01-04`);
    await page.getByText("The last day comes before the first.").waitFor();
    await page.getByLabel("To", { exact: true }).fill("2026-01-06");
    await page.getByText("Nothing happened on these days.").waitFor();
  });

  test("an agent is told that the figures are the own, and is not offered those of others", async () => {
    const desk = await stage.signIn();
    const { page } = desk;
    await page.getByRole("link", { name: "Reports" }).click();
    await page.getByText("Your own work. Nobody else sees these figures.").waitFor();
    await page.locator(".report-value").first().waitFor();
    const choices = page.getByRole("combobox", { name: "By", exact: true }).locator("option");
    expect(await choices.evaluateAll((options) => options.map((option) => option.getAttribute("value")))).toEqual([
      "day",
      "weekday",
      "hour",
      "team",
      "channel",
      "topic",
    ]);
  });
});
