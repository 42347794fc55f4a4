import { readdirSync } from "node:fs";

/**
 * `npm run bench -- redaction routing`: each file of this folder that exports `run` prints its figures, one JSON line
 * each; without names all of them.
 */
type Figure = {
  readonly figure: string;
  readonly value: number | string;
  readonly unit: string;
  readonly note?: string;
};
type Bench = { readonly run?: () => AsyncIterable<Figure> };

const folder = new URL(".", import.meta.url);
const known = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && file !== "run.ts")
  .map((file) => file.slice(0, -3));

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no bench named ${unknown.join(", ")}; there are ${known.join(", ")}`);
  process.exit(2);
}

for (const name of asked.length > 0 ? asked : known) {
  const { run } = (await import(new URL(`${name}.ts`, folder).href)) as Bench;
  if (run === undefined) continue;
  for await (const figure of run()) console.log(JSON.stringify({ bench: name, ...figure }));
}
