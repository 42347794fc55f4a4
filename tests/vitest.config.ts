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

/** What starts nothing and keeps nothing between calls: its modules are read once a worker, which halves its time. */
const PURE = ["tests/{core,web}/**/*.test.ts", "tests/*.test.ts"];

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    // Many times what the slowest takes on two cores; suites that need more name it, and why.
    testTimeout: 60_000,
    // The first suite with the page builds it.
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Whole systems leave something behind in a process: each file has one of its own.
      { extends: true, test: { name: "system", include: ["tests/**/*.test.ts"], exclude: PURE } },
      { extends: true, test: { name: "pure", include: PURE, isolate: false } },
    ],
  },
});
