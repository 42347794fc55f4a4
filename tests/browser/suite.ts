import { describe, expect, test } from "vitest";
import { executablePath, MISSING } from "./chromium.ts";

/** A suite in a real browser. Without one it is skipped, loudly, and fails where CI is set. */
export const describeInBrowser = (name: string, suite: () => void): void => {
  if (executablePath !== undefined) describe(name, suite);
  else if (process.env["CI"]) test(name, () => expect.unreachable(MISSING));
  else {
    process.stderr.write(MISSING);
    describe.skip(name, suite);
  }
};
