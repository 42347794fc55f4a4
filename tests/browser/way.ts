import type { Page } from "playwright-core";
import { expect } from "vitest";
import { conversation as english } from "../../web/inbox/language/en/conversation.ts";
import { message as englishMessage } from "../../web/inbox/language/en/message.ts";
import { conversation as french } from "../../web/inbox/language/fr/conversation.ts";
import { message as frenchMessage } from "../../web/inbox/language/fr/message.ts";
import type { Looking } from "./desk.ts";

/** What has to be there no more until a page is whole. */
const UNREAD = ".bone, .page[aria-busy=true]";

/** Every place of the rail, as far as the person who is signed in sees it. */
export const pagesOf = (page: Page): Promise<string[]> =>
  page.locator(".ways a.view").evaluateAll((ways) => ways.map((way) => way.getAttribute("href") ?? ""));

/** The page that was opened has its title and all it reads. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator("h1").first().waitFor();
  await expect.poll(() => page.locator(UNREAD).count(), { timeout: 20_000 }).toBe(0);
};

type Opening = [name: string, open: (page: Page) => Promise<void>, shown: string];

/** What opens over an open conversation: how a keyboard opens it, and what is there then. */
export const dialogs = (language: Looking["language"]): Opening[] => {
  const [words, more] = language === "fr-FR" ? [french, frenchMessage] : [english, englishMessage];
  const bare =
    (key: string) =>
    async (page: Page): Promise<void> => {
      await page.locator("h1").first().focus();
      await page.keyboard.press(key);
    };
  const palette = async (page: Page): Promise<void> => {
    await page.keyboard.press("Control+k");
    await page.locator(".palette-field").waitFor();
  };
  const named =
    (action: string) =>
    async (page: Page): Promise<void> => {
      await palette(page);
      await page.keyboard.type(action);
      await page.keyboard.press("Enter");
    };
  const pressed =
    (button: string) =>
    async (page: Page): Promise<void> => {
      await page.locator(button).first().press("Enter");
    };
  const written =
    (text: string) =>
    async (page: Page): Promise<void> => {
      await bare("r")(page);
      await page.locator(".composer-field").fill(text);
    };
  return [
    ["assign", pressed(".actions button[aria-haspopup] >> nth=0"), "[role=menu]"],
    ["snooze", pressed(".actions button[aria-haspopup] >> nth=1"), "[role=menu]"],
    ["close", pressed(".actions button[aria-haspopup] >> nth=2"), "[role=menu]"],
    ["more, with macros", pressed(".actions button[aria-haspopup] >> nth=3"), "[role=menu]"],
    ["sort and follow up", bare("l"), "[role=dialog] .care"],
    ["split", bare("s"), "[role=dialog] .split-messages"],
    ["link", named(words.contact.link), "[role=dialog] input[type=search]"],
    ["refer", named(more.referral.refer), "[role=dialog]"],
    ["personal data", pressed(".personal-data"), "[role=dialog]"],
    ["the secure channel", bare("o"), ".secure-way-form"],
    ["palette", palette, ".palette"],
    ["help and settings", bare("?"), "[role=dialog] .settings"],
    ["templates", written("/"), ".template-option"],
    ["emoji", pressed(".emoji-place button"), ".emoji-picker"],
  ];
};
