import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testCard } from "../support/canary.ts";
import { drawCard, photograph } from "../support/photograph.ts";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";
import { launchBrowser } from "./chromium.ts";
import { cardOf, signIn } from "./desk.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("pictures on the page", () => {
  let system: TestSystem;
  let browser: Browser;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startTestSystem({ page: true }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  test("an open conversation shows a picture when it was checked, and says of another that it is withheld", async () => {
    const card = await photograph(drawCard({ number: testCard("4970", 55_000_000_001), expiry: "09/29" }));
    const customer = system.simulator.customer({ platform: "x", name: "Ondine Photo", handle: "ondine_photo" });
    await customer.say("private", "Voici ma carte");
    const { complaints, context, page } = await signIn(browser, system);
    await cardOf(page, "Ondine").click();
    await page.locator(".message", { hasText: "Voici ma carte" }).waitFor();
    await customer.say("private", "En photo", { pictures: [system.simulator.hang(card)] });
    const picture = page.getByAltText("Picture from the customer, with personal data covered");
    await picture.waitFor({ timeout: 60_000 });
    await eventually(async () =>
      expect(await picture.evaluate((image) => Number(Reflect.get(image, "naturalWidth")))).toBe(980),
    );
    expect(await picture.getAttribute("src")).toMatch(/^blob:/);
    await customer.say("private", "Et ceci", { pictures: [system.simulator.hang(new Uint8Array([1, 2, 3]))] });
    await page.getByText("Picture withheld: it could not be checked").waitFor({ timeout: 60_000 });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
