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
