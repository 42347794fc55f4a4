import { describe, expect, test } from "vitest";
import { executablePath, MISSING } from "./chromium.ts";

/** A busy machine is no failure; what is missing is named long before this. */
const A_TEST_MS = 120_000;

/** A suite in a real browser. Without one it is skipped, loudly, and fails where CI is set. */
export const describeInBrowser = (name: string, suite: () => void): void => {
  // Once more on a machine so busy that the browser itself ran out of time; what is wrong is wrong twice.
  if (executablePath !== undefined) describe(name, { timeout: A_TEST_MS, retry: 1 }, suite);
  else if (process.env["CI"]) test(name, () => expect.unreachable(MISSING));
  else {
    process.stderr.write(MISSING);
    describe.skip(name, suite);
  }
};
