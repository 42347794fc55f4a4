import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import type * as Report from "#core/report";
import { received } from "../support/conversation.ts";
import { eventually, type TestSystem } from "../support/system.ts";
import { violationsOn } from "./axe.ts";
import { cardOf, type Looking } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

const looks: [string, Looking][] = [
  ["a wide light page", { width: 1440, scheme: "light" }],
  ["a dark telephone in French", { width: 390, scheme: "dark", language: "fr-FR" }],
];

/** A day with two kept promises and a broken one, as the logs would have told it beside what was received. */
const factsOf = (at: string): readonly Report.Fact[] => {
  const place = { teamId: "social", channel: "x.dm", topic: "cards", at } as const;
  const promise = (isKept: boolean) => ({ ...place, what: "promise", target: "first-response", isKept }) as const;
  return [
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

/** The conversation that the facts are told of. */
const putConversation = async ({ runtime: { store } }: TestSystem, at: string) => {
  const place = { entityId: "lumiere", conversationId: "c_told" } as const;
  const command = received("m_told", at, {
    ...place,
    teamId: "social",
    channel: "x.dm",
    visibility: "private",
    accountId: "900100200300",
  });
  await store.commit(place, {
    commitId: "receive",
    actor: { kind: "contact" },
    at,
    label: { name: "Aurore Fictive", preview: "Bonjour" },
    decide: (state) => Conversation.decide(state, command, at),
  });
};

describeInBrowser("reports", () => {
  const stage = openStage({
    prepare: async (system) => {
      const now = new Date().toISOString();
      await putConversation(system, now);
      await system.runtime.store.putFacts({ entityId: "lumiere", conversationId: "c_told" }, 99, factsOf(now));
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
    await expect.poll(() => page.url()).toContain("by=channel");
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });

  test.each(looks)("a figure leads to the conversations it counts, on %s", async (_name, looking) => {
    const desk = await stage.signIn({ ...looking, who: "ines" });
    const { page } = desk;
    const french = looking.language === "fr-FR";
    await page.getByRole("link", { name: french ? "Rapports" : "Reports" }).click();
    await page
      .locator("tfoot")
      .getByRole("link", { name: french ? /en retard : 1/ : /late: 1/ })
      .click();
    await cardOf(page, "Aurore Fictive").waitFor();
    await page.getByText(french ? "1 conversation" : "1 conversation", { exact: true }).waitFor();
    await expect.poll(() => page.url()).toMatch(/view=dated&event=broken\.first-response&from=/);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    // Sent to a colleague, the address shows the same.
    await page.reload();
    await cardOf(page, "Aurore Fictive").waitFor();
    await page.goBack();
    await page.locator(".report-value").first().waitFor();
  });

  test("what a list is narrowed by is taken away one by one by keyboard, and kept as a view", async () => {
    const { page } = await stage.signIn({ who: "ines" });
    await page.goto(`${stage.system.url}/?view=dated&event=closed&last=7&channel=x.dm&team=social`);
    await cardOf(page, "Aurore Fictive").waitFor();
    await page.getByRole("button", { name: "Filter the list" }).click();
    await page.getByRole("textbox", { name: "Name of the view" }).fill("Closed this week");
    await page.getByRole("button", { name: "Keep this view" }).click();
    await page.getByRole("link", { name: "Closed this week" }).waitFor();
    await page.getByRole("combobox", { name: "What happened" }).selectOption("reopened");
    await page.getByText("Nothing happened on these days").waitFor();
    await page.getByRole("link", { name: "Closed this week" }).click();
    await cardOf(page, "Aurore Fictive").waitFor();
    const chips = page.getByRole("list", { name: "Filters that are on" }).getByRole("button");
    expect(await chips.allTextContents()).toEqual([
      "Closed: Last 7 days",
      "Channel: X, private message",
      "Team: Réseaux sociaux",
    ]);
    await chips.nth(1).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => chips.allTextContents()).toEqual(["Closed: Last 7 days", "Team: Réseaux sociaux"]);
    expect(await page.locator(":focus").textContent()).toBe("Team: Réseaux sociaux");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(":focus").textContent()).toBe("Closed: Last 7 days");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "All open" }).waitFor();
    // The address follows what is shown.
    await expect.poll(() => new URL(page.url()).search).toBe("");
  });

  test("words are looked for in the list by date, until one wants them looked for everywhere", async () => {
    const { page } = await stage.signIn({ who: "ines" });
    await page.goto(`${stage.system.url}/?view=dated&event=reopened&last=7`);
    await page.getByText("Nothing happened on these days").waitFor();
    await page.getByRole("button", { name: "Search conversations" }).click();
    await page.getByRole("searchbox").fill("aurore");
    await page.getByText("Nothing found so far. Everything was looked through.").waitFor();
    await page.getByRole("checkbox", { name: "Only in this list (Reopened: Last 7 days)" }).uncheck();
    await page.locator("a.search-result", { hasText: "Aurore Fictive" }).first().waitFor();
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
    await page.getByLabel("From", { exact: true }).fill("2020-01-01");
    await page.getByText("is longer than 400 days: ask for it in parts").waitFor();
    // The refusal itself, as the browser tells it.
    expect(desk.complaints.splice(0)).toEqual([expect.stringContaining("422")]);
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

  test("a list by date says as of when it is, and is read again where one asks for it", async () => {
    const { page } = await stage.signIn({ who: "ines", width: 390 });
    await page.goto(`${stage.system.url}/?view=dated&event=received&last=7`);
    const again = page.getByRole("button", { name: /^As of \d\d:\d\d: refresh$/ });
    await again.waitFor();
    await stage.system.simulator.customer({ platform: "x", handle: "berthe_fictive", name: "Berthe Fictive" }).dm("Hi");
    await eventually(async () => {
      await again.click();
      await again.waitFor();
      expect(await cardOf(page, "Berthe Fictive").count()).toBe(1);
    });
    expect(await violationsOn(page)).toEqual([]);
  });
});
