import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The folders whose files take longest, so that two workers end together and not one of them alone with a browser. */
const LONGEST_FIRST = ["browser", "flows", "stacks", "functions"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification) => {
      const place = LONGEST_FIRST.findIndex((folder) => file.moduleId.includes(`/tests/${folder}/`));
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
    // A test that hangs is told; one on a machine that is busy with six other things is not failed for it.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "system", include: ["tests/**/*.test.ts"], exclude: PURE } },
      { extends: true, test: { name: "pure", include: PURE, isolate: false } },
    ],
  },
});
