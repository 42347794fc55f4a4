import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** CHROMIUM_PATH names one; else it is where systems put it. */
const NAMED = process.env["CHROMIUM_PATH"];
const PLACES = [
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

export const executablePath = (NAMED === undefined ? PLACES : [NAMED]).find((path) => existsSync(path));

export const MISSING =
  "\n\n  NO CHROMIUM FOUND: THE BROWSER TESTS DID NOT RUN. Install one, or name it in CHROMIUM_PATH.\n\n";

export const launchBrowser = (): Promise<Browser> => {
  if (executablePath === undefined) throw new Error(MISSING);
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
};
