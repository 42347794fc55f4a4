import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { describe, expect, test } from "vitest";

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

const executablePath = PLACES.find((path) => path !== undefined && existsSync(path));

const MISSING = "\n\n  NO CHROMIUM FOUND: THE BROWSER TESTS DID NOT RUN. Install one, or name it in CHROMIUM_PATH.\n\n";

/** A suite in a real browser. Without one it is skipped, loudly, and fails where CI is set. */
export const describeInBrowser = (name: string, suite: () => void): void => {
  if (executablePath !== undefined) describe(name, suite);
  else if (process.env["CI"]) test(name, () => expect.unreachable(MISSING));
  else {
    process.stderr.write(MISSING);
    describe.skip(name, suite);
  }
};

export const launchBrowser = (): Promise<Browser> => {
  if (executablePath === undefined) throw new Error(MISSING);
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
};
