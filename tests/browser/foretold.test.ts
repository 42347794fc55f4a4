import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startTestSystem, type TestSystem } from "../support/system.ts";
import { launchBrowser } from "./chromium.ts";
import { cardOf, type Desk, signIn } from "./desk.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("what the page knows before it is answered", () => {
  let system: TestSystem;
  let browser: Browser;
  let desk: Desk | undefined;
  let page: Page;
  beforeAll(async () => {
    [system, browser] = await Promise.all([startTestSystem({ page: true }), launchBrowser()]);
    const ask = (handle: string, name: string) => system.simulator.customer({ platform: "x", handle, name });
    await ask("zelie_imaginaire", "Zélie Imaginaire").post("Where is my transfer?");
    await ask("yvette_imaginaire", "Yvette Imaginaire").dm("Between us");
    desk = await signIn(browser, system, { who: "ines" });
    page = desk.page;
    await cardOf(page, "Zélie").waitFor();
  }, 120_000);
  afterEach(() => expect(desk?.complaints).toEqual([]));
  afterAll(async () => {
    await desk?.context.close();
    await browser?.close();
    await system?.stop();
  });

  /** Keeps answers back until they are let go. */
  const hold = async (pattern: RegExp) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route(pattern, async (route) => {
      await promise;
      await route.continue();
    });
    return async () => {
      resolve();
      await page.unrouteAll({ behavior: "wait" });
    };
  };

  test("what draws a conversation is there before one is opened", async () => {
    const letGo = await hold(/\/assets\/.*\.js$/);
    await cardOf(page, "Yvette").click();
    await page.locator(".message", { hasText: "Between us" }).waitFor();
    await page.getByLabel("Your reply to Yvette").waitFor();
    await letGo();
    await page.getByRole("complementary").getByText("Topic", { exact: true }).waitFor();
  });

  test("whose conversation it is stands there at once, and nothing can be done with it until it was read", async () => {
    const letGo = await hold(/\/api\/conversations\/[^/?]+$/);
    await cardOf(page, "Zélie").click();
    await page.locator("h1.who-name", { hasText: "Zélie" }).waitFor();
    expect(await page.locator(".conversation-head button:not(.details-button)").count()).toBe(0);
    expect(await page.locator(".composer-field").count()).toBe(0);
    await letGo();
    await page.locator(".message", { hasText: "Where is my transfer?" }).waitFor();
    await page.locator(".conversation-head").getByRole("button", { name: "Close", exact: true }).waitFor();
    await page.getByLabel("Your reply to Zélie").waitFor();
  });

  test("what is typed before there is a field for it stands in the field, and is no key of the page", async () => {
    const letGo = await hold(/\/api\/conversations\/[^/?]+$/);
    await cardOf(page, "Yvette").click();
    await page.locator("h1.who-name", { hasText: "Yvette" }).waitFor();
    const address = page.url();
    await page.keyboard.press("r");
    await page.keyboard.type("Just now, ");
    await letGo();
    await page.keyboard.type("joined to it");
    const field = page.locator(".composer-field");
    await field.waitFor();
    await page.keyboard.type(".");
    await expect.poll(() => field.inputValue()).toBe("Just now, joined to it.");
    expect(await field.evaluate((element) => element.matches(":focus"))).toBe(true);
    expect(page.url()).toBe(address);
    await field.fill("");
    await page.keyboard.press("Escape");
    // A note is begun in the same way.
    await cardOf(page, "Zélie").click();
    await page.keyboard.press("n");
    await page.keyboard.type("for colleagues");
    await page.getByLabel("Your note").and(page.locator(".composer-field")).waitFor();
    await expect.poll(() => field.inputValue()).toBe("for colleagues");
    await field.fill("");
    await page.keyboard.press("Escape");
    await cardOf(page, "Yvette").click();
    await page.getByLabel("Your reply to Yvette").waitFor();
  });

  test("a narrowed list shows what is known of it, and then what the API says", async () => {
    const letGo = await hold(/\/api\/conversations\?.*channel=/);
    await page.getByRole("button", { name: "Filter the list" }).click();
    await page.locator("#narrowing select").first().selectOption("x.dm");
    await cardOf(page, "Zélie").waitFor({ state: "detached" });
    await cardOf(page, "Yvette").waitFor();
    expect(await page.locator('li.card-slot[aria-setsize="-1"]').count()).toBe(1);
    await letGo();
    await page.locator('li.card-slot[aria-setsize="1"]', { hasText: "Yvette" }).waitFor();
    await page.getByRole("button", { name: "Clear the filters" }).click();
    await cardOf(page, "Zélie").waitFor();
  });

  test("an open conversation is found as its name is typed, in whatever view one is", async () => {
    await page.getByRole("link", { name: "Assigned to me" }).click();
    await cardOf(page, "Zélie").waitFor({ state: "detached" });
    const letGo = await hold(/\/api\/search$/);
    await page.keyboard.press("/");
    await page.locator(".search-field input").fill("zelie imag");
    const found = page.locator("h3:has-text('Open conversations') + ul .search-result");
    await found.waitFor();
    expect(await found.allTextContents()).toEqual([expect.stringContaining("Where is my transfer?")]);
    await found.click();
    await page.locator("h1.who-name", { hasText: "Zélie" }).waitFor();
    await letGo();
  });

  test("whose conversation it is stands there while the list is read again, and what is typed then is kept", async () => {
    await page.getByRole("link", { name: "All open" }).click();
    await cardOf(page, "Zélie").waitFor();
    const letGo = await hold(/\/api\/conversations(\?|\/[^/?]+$)/);
    await desk?.context.setOffline(true);
    await page.getByText("No connection.").waitFor();
    // The first thing that a line tells which stands again.
    const again = page.waitForRequest(/\/api\/conversations\?/);
    await desk?.context.setOffline(false);
    await again;
    await cardOf(page, "Zélie").click();
    await page.locator("h1.who-name", { hasText: "Zélie" }).waitFor();
    await page.keyboard.press("r");
    await page.keyboard.type("Just now");
    await letGo();
    const field = page.locator(".composer-field");
    await field.waitFor();
    await expect.poll(() => field.inputValue()).toBe("Just now");
    await field.fill("");
    // The cut itself is what the browser complains about.
    desk?.complaints.splice(0);
  });
});
