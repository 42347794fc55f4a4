import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const sources = globSync("{core,functions,stacks,web}/**/*.{ts,tsx}", { cwd: root }).filter(
  (file) => !file.includes("node_modules"),
);
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );

/** core/sla, functions/api, stacks/aws … : the room a file belongs to. web/ is one room. */
const roomOf = (path: string): string => (path.startsWith("web/") ? "web" : path.split("/").slice(0, 2).join("/"));

test("a room is entered only through its index", () => {
  const trespasses = sources.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith("."))
      .filter((target) => roomOf(normalize(join(dirname(file), target))) !== roomOf(file))
      .map((target) => `${file} -> ${target}`),
  );
  expect(trespasses).toEqual([]);
});

test("only sst.config.ts and the stacks' entry know sst", () => {
  const knowing = sources.filter((file) =>
    importsOf(file).some((target) => target === "sst" || target.startsWith("sst/")),
  );
  expect(knowing.filter((file) => file !== "stacks/index.ts")).toEqual([]);
});

/** What a file runs of the project's own: its imports and what it passes on, but for types. */
const runs = (file: string): string[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/^(?:import|export)(?! type)[^"';]*from "([^"]+)"/gm)].map(
    (match) => match[1] ?? "",
  );

const reached = (starts: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const waiting = [...starts];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const target of runs(file)) {
      if (target.startsWith(".")) waiting.push(normalize(join(dirname(file), target)));
      if (target.startsWith("#core/")) waiting.push(`core/${target.slice("#core/".length)}/index.ts`);
    }
  }
  return seen;
};

test("what the page runs of core needs nothing that a browser lacks", () => {
  const onPage = [...reached(sources.filter((file) => file.startsWith("web/inbox/")))].filter((file) =>
    file.startsWith("core/"),
  );
  expect(onPage).toContain("core/redaction/redact.ts");
  const needing = onPage.filter(
    (file) =>
      runs(file).some((target) => target.startsWith("node:")) ||
      /\b(?:Buffer|process)[.(]/.test(readFileSync(join(root, file), "utf8")),
  );
  expect(needing).toEqual([]);
});
