import type { Browser, BrowserContext, Page } from "playwright-core";
import type { TestSystem } from "../support/system.ts";

export type Looking = {
  who?: "camille" | "yanis" | "nadia" | "ines" | "paul" | "rose";
  language?: "fr-FR" | "en-GB";
  scheme?: "light" | "dark";
  width?: number;
};

export type Desk = {
  page: Page;
  context: BrowserContext;
  /** What the browser complained about: scripts' errors, refusals by the security policy, failed requests. */
  complaints: string[];
};

/** Well within a test's own time, so that a failure says what was missing. */
const PATIENCE_MS = 25_000;

/** A fresh browser profile at the front door. */
export const openDoor = async (
  browser: Browser,
  system: Pick<TestSystem, "url">,
  looking: Looking = {},
): Promise<Desk> => {
  const { language = "en-GB", scheme = "light", width = 1440 } = looking;
  const context = await browser.newContext({
    locale: language,
    colorScheme: scheme,
    viewport: { width, height: width < 700 ? 844 : 900 },
    reducedMotion: "reduce",
    timezoneId: "Europe/Paris",
  });
  context.setDefaultTimeout(PATIENCE_MS);
  // What a script tries and catches is refused without a word on the console.
  await context.addInitScript(
    "addEventListener('securitypolicyviolation', (refused) =>" +
      " console.error('refused by ' + refused.violatedDirective + ': ' + refused.blockedURI));",
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(system.url);
  // The silent check leads to the issuer and back: whoever goes elsewhere meanwhile would be cut off by its return.
  await page.locator("main.door button.primary").waitFor();
  return { page, context, complaints };
};

/** Through the door and the issuer's page of people, to the list. */
export const signIn = async (
  browser: Browser,
  system: Pick<TestSystem, "url">,
  looking: Looking = {},
): Promise<Desk> => {
  const desk = await openDoor(browser, system, looking);
  await desk.page.locator("main.door button.primary").click();
  await desk.page.locator(`button[name=person][value=${looking.who ?? "camille"}]`).click();
  await desk.page.locator(".list-title").waitFor();
  await foretold(desk.page);
  return desk;
};

/**
 * What the page fetches ahead is there. A file that is under way while a test begins to hold answers back may not arrive:
 * whoever does so waits for this first.
 */
export const foretold = (page: Page): Promise<void> =>
  page.locator("html[data-foretold]").waitFor({ state: "attached" });

/** A customer's card in the list. */
export const cardOf = (page: Page, name: string) => page.locator("a.card", { hasText: name });
