import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { eventually } from "../support/system.ts";
import { violationsOn } from "./axe.ts";
import type { Looking } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("the supervisor's wallboard", () => {
  const stage = openStage({
    prepare: async (system) => {
      await customer("Octave").post("@BanqueLumiere my transfer has not arrived", hoursAgo(3));
      await customer("Perrine").dm("When does the branch open?", hoursAgo(1.8));
      await system.conversation((card) => card.preview?.includes("branch") === true);
    },
  });
  const hoursAgo = (hours: number) => ({ at: new Date(Date.now() - hours * 3_600_000).toISOString() });
  const customer = (name: string) =>
    stage.system.simulator.customer({ platform: "x", handle: name.toLowerCase(), name });
  const at = async (looking: Looking = {}): Promise<Page> => (await stage.signIn({ who: "ines", ...looking })).page;
  const board = async (looking: Looking = {}): Promise<Page> => {
    const page = await at(looking);
    await page.locator('a.view[href="/wallboard"]').click();
    await page.locator(".tile").first().waitFor();
    return page;
  };
  const figure = (page: Page, name: string) => page.locator(".tile", { hasText: name }).locator(".tile-figure");

  test("an agent is not offered it", async () => {
    const page = await at({ who: "camille" });
    expect(await page.locator('a.view[href="/wallboard"]').count()).toBe(0);
  });

  test("a message that arrives changes the figure by itself, and the figure opens as a list", async () => {
    const page = await board();
    await eventually(async () => expect(await figure(page, "Overdue").textContent()).toBe("1"));
    const before = Number(await figure(page, "Open").textContent());
    await customer("Quentin").dm("Hello, are loans cheaper today?");
    await eventually(async () => expect(Number(await figure(page, "Open").textContent())).toBe(before + 1));
    await page.locator(".tile", { hasText: "Overdue" }).click();
    await page.locator(".work-row", { hasText: "Octave" }).waitFor();
    expect(await page.locator(".work-row").count()).toBe(1);
    await page.locator(".work-link").first().click();
    await page.locator(".message", { hasText: "my transfer" }).waitFor();
  });

  test("an hour of the past leads to the conversations it counts", async () => {
    const page = await board();
    const told = page.locator(".trend-when");
    const last = await told.textContent();
    await page.locator(".trend-chart .u-over").click({ position: { x: 5, y: 40 } });
    await eventually(async () => expect(await told.textContent()).not.toBe(last));
    expect(await told.textContent()).toContain("0 promises kept · 0 broken");
    // The promise to Octave was broken two hours after he wrote.
    await page.getByRole("button", { name: "As a table" }).click();
    const promises = page.locator(".trend-table tbody a");
    await promises.first().click();
    await page.locator("a.card", { hasText: "Octave" }).waitFor();
    await page.locator('a.view[href="/wallboard"]').click();
    const hours = page.locator(".heat td a");
    await hours.first().waitFor();
    const begun = (await hours.allTextContents()).map(Number);
    await hours.first().click();
    await eventually(async () => expect(await page.locator("a.card").count()).toBe(begun[0]));
  });

  test("opened by its own address it is live, and no word of a missing connection stays", async () => {
    const page = await board();
    await page.reload();
    await page.locator(".tile").first().waitFor();
    const before = Number(await figure(page, "Open").textContent());
    await customer("Rosalie").dm("Hello, where is my statement?");
    await page.getByText("Rosalie").first().waitFor();
    await eventually(async () => expect(Number(await figure(page, "Open").textContent())).toBe(before + 1));
    await page.locator(".banner[data-kind=offline]").waitFor({ state: "detached" });
  });

  test("several conversations are handed over at once, by keyboard", async () => {
    const page = await board();
    for (const status of ["present", "away"]) await stage.system.ask("camille", "PUT", "/api/me/presence", { status });
    const give = page.getByRole("combobox", { name: "Give to…" });
    await give.locator("option", { hasText: "Camille" }).waitFor({ state: "attached" });
    await page.locator(".tile", { hasText: "Open" }).click();
    const giveAll = async (to: { value: string } | { label: string }) => {
      await page.locator(".work-row").first().waitFor();
      await page.getByRole("checkbox", { name: "Select all" }).focus();
      await page.keyboard.press("Space");
      await page.getByText(/^\d+ selected$/).waitFor();
      await give.selectOption(to);
      await page.getByRole("checkbox", { name: "Select all" }).waitFor();
    };
    await giveAll({ label: "Back to the team" });
    await eventually(async () =>
      expect(await figure(page, "No agent").textContent()).toBe(await figure(page, "Open").textContent()),
    );
    await giveAll({ value: "camille" });
    await eventually(async () => expect(await figure(page, "No agent").textContent()).toBe("0"));
    await page.locator(".wall-agent", { hasText: "Camille" }).click();
    await page.locator(".work-row", { hasText: "Octave" }).locator(".work-holder", { hasText: "Camille" }).waitFor();
  });

  test("what is nearly late and nobody’s is told over every page, without the customer’s name", async () => {
    await stage.system.ask("camille", "PUT", "/api/me/presence", { status: "away" });
    const page = await board();
    const before = Number(await figure(page, "Open").textContent());
    await customer("Solveig").dm("Good evening, I need a statement");
    await eventually(async () => expect(Number(await figure(page, "Open").textContent())).toBe(before + 1));
    // Switched on by the person's own click; the page is behind another window.
    await page.context().grantPermissions(["notifications"]);
    await page.evaluate(`{
      window.shown = [];
      const { Notification: Real } = window;
      window.Notification = class extends Real {
        constructor(title, options) {
          super(title, options);
          window.shown.push({ title, ...options });
        }
      };
      document.hasFocus = () => false;
    }`);
    await page.locator(".rail-settings").click();
    await page.getByRole("switch", { name: "The browser notifies me" }).check();
    await page.keyboard.press("Escape");
    await customer("Tancrede").dm("Nobody has answered me", hoursAgo(1.7));
    const alert = page.locator('.alert[data-alert="unassigned"]');
    await alert.waitFor();
    expect(await alert.textContent()).toContain("A conversation nobody has is nearly late");
    expect(await alert.textContent()).not.toContain("Tancrede");
    const [told, below] = await Promise.all([alert.boundingBox(), page.locator(".panes").boundingBox()]);
    expect((told?.y ?? 0) + (told?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    const [shown, ...others] = (await page.evaluate("window.shown")) as { title: string; tag: string }[];
    expect(others).toEqual([]);
    expect(shown?.title).toBe("A conversation nobody has is nearly late");
    expect(JSON.stringify(shown)).not.toMatch(/Tancrede|answered me/i);
    expect(await violationsOn(page)).toEqual([]);
    await alert.getByRole("link").click();
    await page.locator(".message", { hasText: "Nobody has answered me" }).waitFor();
    await alert.waitFor({ state: "detached" });
  });

  test("a list of people is kept, and what one of them writes says so, and why", async () => {
    const page = await at();
    await page.locator('a.view[href="/directory"]').click();
    const press = page.getByRole("group", { name: "Press" });
    await press.getByLabel("Handles, one a line").fill("@lecourrierdusoir");
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("It holds for what arrives from now on.").waitFor();
    await customer("LeCourrierDuSoir").post("@BanqueLumiere is there an outage of online banking this morning?");
    await page.locator('a.view[href="/"]').click();
    const card = page.locator("a.card", { hasText: "LeCourrierDuSoir" });
    await card.locator(".tag-sign", { hasText: "Press" }).waitFor();
    await card.click();
    const details = page.locator("#details");
    await details.locator(".fact", { hasText: "Author" }).getByText("By the bank’s list of people").waitFor();
    await details
      .locator(".fact", { hasText: "Topic" })
      .getByText(/^Because of: /)
      .waitFor();
    await page.locator('a.view[href="/?view=heard"]').click();
    await page.getByText("Nothing was heard").waitFor();
  });

  test("an incident is opened, approved by somebody else and sent, and the board says so", async () => {
    await customer("Ursule").dm("My transfer is late");
    await stage.system.conversation((card) => card.preview === "My transfer is late");
    const page = await board();
    await page.locator('a.view[href="/incidents"]').click();
    await page.getByLabel("What is wrong").fill("Transfers are late");
    await page.getByRole("button", { name: "Open and gather" }).click();
    const incident = page.getByRole("article", { name: "Transfers are late" });
    await incident
      .getByText(/gathered/)
      .first()
      .waitFor();
    // Words for everybody need room: as wide as the incident they are written in.
    const [room, field] = await Promise.all([incident.boundingBox(), incident.getByLabel("In English").boundingBox()]);
    expect(field?.width).toBeGreaterThan((room?.width ?? 0) * 0.8);
    await incident.getByLabel("In English").fill("Transfers are late today. We come back to you.");
    await incident.getByRole("button", { name: "Propose" }).click();
    await incident.getByText("You wrote it: somebody else approves it.").waitFor();
    const other = await at({ who: "paul" });
    await other.locator('a.view[href="/incidents"]').click();
    await other.getByRole("button", { name: "Approve these words" }).click();
    await incident.getByRole("button", { name: /^Send to/ }).click();
    await incident.getByText(/sent the answer to/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.locator('a.view[href="/wallboard"]').click();
    const banner = page.locator(".wall-incident", { hasText: "Transfers are late" });
    await banner.getByRole("button", { name: /^\d+ conversations?$/ }).click();
    await page.locator(".work-where", { hasText: "Transfers are late" }).waitFor();
    await page.locator(".work-row", { hasText: "Ursule" }).waitFor();

    await page.locator('a.view[href="/incidents"]').click();
    await incident.getByText("Close the incident").first().click();
    await incident.getByLabel("What happened, and what was done").fill("A batch was late. It went out at noon.");
    await incident.getByRole("button", { name: "Close the incident" }).click();
    await page.getByText("No incident is open.").waitFor();
    await page.locator('a.view[href="/wallboard"]').click();
    await page.getByRole("link", { name: "Closed incidents" }).click();
    const past = page.getByRole("listitem").filter({ hasText: "Transfers are late" });
    await past.getByText("A batch was late. It went out at noon.").waitFor();
    expect(await past.textContent()).toMatch(
      /Opened.* by Inès.*Closed.* by Inès.*customers? told, in words approved by Paul/,
    );
    expect(await violationsOn(page)).toEqual([]);
    await past.getByRole("link", { name: "Transfers are late" }).press("Enter");
    await page.getByText("Transfers are late today. We come back to you.").waitFor();
    await page.getByText(/sent the answer to/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    // Compliance comes by the log.
    await other.goto(`${stage.system.url}/log`);
    await other.getByRole("link", { name: "Closed incidents" }).click();
    await other.getByRole("link", { name: "Transfers are late" }).waitFor();
  });

  const looks: [string, Looking][] = [
    ["wide and light", { width: 1440, scheme: "light" }],
    ["on a large dark screen, in French", { width: 1920, scheme: "dark", language: "fr-FR" }],
    ["on a telephone", { width: 390, scheme: "light" }],
  ];
  test.each(looks)("breaks no rule of WCAG 2.2 AA %s", async (_name, looking) => {
    const page = await board(looking);
    await page.locator(".heat td").first().waitFor();
    await page.locator(".work-row").first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
