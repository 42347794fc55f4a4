import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startTestSystem, type TestSystem } from "../support/system.ts";
import { launchBrowser } from "./chromium.ts";
import { cardOf, type Desk, signIn } from "./desk.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("going from place to place", () => {
  let system: TestSystem;
  let browser: Browser;
  let desk: Desk | undefined;
  let page: Page;
  beforeAll(async () => {
    [system, browser] = await Promise.all([startTestSystem({ page: true }), launchBrowser()]);
    for (const name of ["Zélie", "Yvette"]) {
      const handle = `${name.toLowerCase()}_imaginaire`;
      await system.simulator.customer({ platform: "x", handle, name: `${name} Imaginaire` }).post("Where is my card?");
    }
    desk = await signIn(browser, system, { who: "ines" });
    page = desk.page;
  }, 120_000);
  beforeEach(async () => {
    await page.goto(`${system.url}/`);
    await cardOf(page, "Zélie").waitFor();
    await cardOf(page, "Yvette").waitFor();
  });
  afterEach(() => expect(desk?.complaints).toEqual([]));
  afterAll(async () => {
    await desk?.context.close();
    await browser?.close();
    await system?.stop();
  });

  const isOpen = (name: string) => page.locator("h1.who-name", { hasText: name }).waitFor();
  const press = (name: string) => cardOf(page, name).click();

  test("each place has its address, and the way back leads through all of them", async () => {
    await press("Zélie");
    await isOpen("Zélie");
    await press("Yvette");
    await isOpen("Yvette");
    await page.waitForURL(/\/c\//);
    await page.goBack();
    await isOpen("Zélie");
    await page.goForward();
    await isOpen("Yvette");
    await page.goBack();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "All open" }).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/");
  });

  test("a place that is left before its address was written is on the way back all the same", async () => {
    const [first, second] = await page.locator("a.card .card-name").allTextContents();
    // What draws a conversation is there then, and each is shown within the task that asks for it.
    await press("Zélie");
    await isOpen("Zélie");
    await page.waitForURL(/\/c\//);
    await page.goBack();
    await page.locator("h1.who-name").waitFor({ state: "detached" });
    await page.evaluate(`(async () => {
      const [first, second] = [...document.querySelectorAll("a.card")];
      first.click();
      await new Promise((resolve) => setTimeout(resolve));
      second.click();
    })()`);
    await isOpen(second ?? "");
    await page.waitForURL(/\/c\//);
    await page.goBack();
    await isOpen(first ?? "");
  });

  test("a place reloads as what is shown", async () => {
    await press("Yvette");
    await isOpen("Yvette");
    await page.waitForURL(/\/c\//);
    await page.reload();
    await isOpen("Yvette");
  });

  test("a page of which a part is not fetched says what to do, and leaves the rest as it is", async () => {
    await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
    await page.getByRole("link", { name: "Channels", exact: true }).click();
    const alert = page.getByRole("alert").filter({ hasText: "This could not be shown" });
    await alert.waitFor();
    expect(desk?.complaints.splice(0)).toContainEqual(expect.stringContaining("dynamically imported"));
    await page.getByRole("link", { name: "Snoozed", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Snoozed" }).waitFor();
    expect(await alert.count()).toBe(0);
    await page.getByRole("link", { name: "Channels", exact: true }).click();
    await alert.waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await alert.getByRole("button", { name: "Load the page again" }).click();
    await page.getByRole("heading", { level: 1, name: "Channels" }).waitFor();
    desk?.complaints.splice(0);
  });

  test("the focus comes along to what has opened", async () => {
    await press("Zélie");
    await page.locator("h1.who-name:focus", { hasText: "Zélie" }).waitFor();
    await page.getByRole("link", { name: "Snoozed", exact: true }).click();
    await page.locator("#list-title:focus").waitFor();
  });

  test("the focus comes along from a dialog that closes as well", async () => {
    await page.keyboard.press("/");
    await page.locator(".search-field input").fill("yvette");
    await page.locator(".search-result", { hasText: "Yvette" }).first().click();
    await page.locator("h1.who-name:focus", { hasText: "Yvette" }).waitFor();
  });

  test("who has moved on before it was painted is not called back", async () => {
    await page.evaluate(`new Promise((resolve) => {
      const watching = new MutationObserver(() => {
        if (!document.querySelector(".conversation-head")) return;
        watching.disconnect();
        document.querySelector(".rail-settings").focus();
        resolve();
      });
      watching.observe(document.body, { childList: true, subtree: true });
      document.querySelector("a.card").click();
    })`);
    await page.locator("h1.who-name").waitFor();
    await page.locator(".composer-field").waitFor();
    expect(await page.evaluate("document.activeElement.className")).toContain("rail-settings");
  });
});
