import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where a Chromium may be; CHROMIUM_PATH names another. */
const PLACES = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const executablePath = PLACES.find((path) => path !== undefined && existsSync(path));

export const MISSING =
  "\n\n  NO CHROMIUM FOUND: THE BROWSER TESTS DID NOT RUN. Install one, or name it in CHROMIUM_PATH.\n\n";

export const launchBrowser = (): Promise<Browser> => {
  if (executablePath === undefined) throw new Error(MISSING);
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
};
