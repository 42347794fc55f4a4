import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** CHROMIUM_PATH names one; else it is where systems put it. */
const NAMED = process.env["CHROMIUM_PATH"];
/** The same engine without a window of its own: a page is opened in a third of the time. */
const WINDOWLESS = "/usr/bin/chromium-headless-shell";
const WINDOWED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const firstOf = (paths: readonly string[]): string | undefined =>
  (NAMED === undefined ? paths : [NAMED]).find((path) => existsSync(path));

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const executablePath = firstOf([WINDOWLESS, ...WINDOWED]);

export const MISSING =
  "\n\n  NO CHROMIUM FOUND: THE BROWSER TESTS DID NOT RUN. Install one, or name it in CHROMIUM_PATH.\n\n";

export const launchBrowser = (path = executablePath): Promise<Browser> => {
  if (path === undefined) throw new Error(MISSING);
  return chromium.launch({ executablePath: path, args: FLAGS, headless: true });
};

/** The browser as people have it, to be measured. */
export const launchWholeBrowser = (): Promise<Browser> => launchBrowser(firstOf(WINDOWED));
