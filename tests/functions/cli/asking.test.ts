import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const root = new URL("../../..", import.meta.url).pathname;

const run = (command: string, words: readonly string[] = [], { input = "", env = {} } = {}) => {
  const options = { cwd: root, input, encoding: "utf8", env: { ...process.env, ...env } } as const;
  const { status, stderr, stdout } = spawnSync(process.execPath, [command, ...words], options);
  return { status, stderr, stdout };
};

const commands = ["redact", "due", "verify", "inspect"].map((name) => [name, `functions/cli/${name}.ts`] as const);

test.each(commands)(
  "%s says how it is asked when nothing comes, and when it is asked in a way it does not know",
  (name, path) => {
    for (const [words, input] of [
      [name === "inspect" ? ["x"] : [], ""],
      [["--colour"], "{}"],
      [["file.json", "other.json"], "{}"],
    ] as const) {
      const { status, stderr } = run(path, words, { input });
      expect(status).toBeGreaterThan(0);
      expect(stderr).toContain(`Usage: npm run -s ${name}`);
      expect(stderr).not.toMatch(/\n\s+at |node:internal/);
    }
  },
);

test.each(commands)("%s says what is wrong with what it cannot read, without a word of it", (name, path) => {
  const { status, stderr, stdout } = run(path, name === "inspect" ? ["meta"] : [], { input: '{"Fontaine": ' });
  expect(status).toBeGreaterThan(0);
  expect(stderr).toContain(`Usage: npm run -s ${name}`);
  expect(stdout + stderr).not.toMatch(/Fontaine|\n\s+at |Invalid input/);
});

test("a file that is JSON and no dossier is told what is missing in it", () => {
  const { status, stderr } = run("functions/cli/verify.ts", [], { input: '{"format":"guichet-dossier/1"}' });
  expect(status).toBe(2);
  expect(stderr).toContain("conversationId, exportedAt, head, entries");
});

test.each([
  ["PORT", "abc", "a number from 0 to 65535"],
  ["DEMO", "no", "on or off"],
  ["LOG", "loud", "debug, info, warn or error"],
])("%s=%s is refused with what it may be", (name, value, wanted) => {
  for (const command of ["stacks/local/start.ts", "stacks/local/token.ts"]) {
    const { status, stderr } = run(command, command.endsWith("token.ts") ? ["agent"] : [], { env: { [name]: value } });
    expect([status, stderr.trim()]).toEqual([1, `${name}=${value} cannot be used: it has to be ${wanted}.`]);
  }
});
