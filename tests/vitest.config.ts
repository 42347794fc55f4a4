import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, so that two workers end together and not one of them alone with a browser. */
const LONGEST_FIRST = [
  "/functions/workers/crash",
  "/browser/accessib",
  "/browser/",
  "/flows/",
  "/stacks/",
  "/functions/",
];

/** Within a place the largest files first, as BaseSequencer has them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST_FIRST.findIndex((path) => moduleId.includes(`/tests${path}`));
      return place === -1 ? LONGEST_FIRST.length : place;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["tests/**/*.test.ts"],
    // Many times what the slowest takes on two cores; suites that need more name it, and why.
    testTimeout: 60_000,
    // The first suite with the page builds it.
    hookTimeout: 120_000,
    pool: "forks",
    // A worker reads every module once: to read them anew for each file took as long as the tests. So a file leaves nothing
    // behind: what it starts it stops, and what it changes of the process (an SDK's client that it mocks) it puts back.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
