import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as Aws from "#stacks/aws";

const root = process.cwd();

/** The sources that really are in a function's bundle, after what it does not use is dropped. */
const sourceOf = async (name: Aws.FunctionName): Promise<string> => {
  const outdir = mkdtempSync(join(tmpdir(), "guichet-bundle-"));
  const { metafile } = await Aws.bundleFunction(name, { root, outdir, withSdk: false });
  return Object.values(metafile.outputs)
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([file, { bytesInOutput }]) => file.startsWith("functions/") && bytesInOutput > 0)
    .map(([file]) => readFileSync(join(root, file), "utf8"))
    .join("\n");
};

const matches = (source: string, pattern: RegExp): string[] =>
  [...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ""))].sort();

describe.each(Aws.functionNames.filter((name) => name !== "claims"))("%s", (name) => {
  const plan = Aws.planOf(name);
  const source = sourceOf(name);

  it("is given every queue it sends to", async () => {
    const sent = matches(await source, /(?:queues\.send|effects\.set)\(\s*"(\w+)"/g);
    expect(plan.sends).toEqual(expect.arrayContaining(sent));
  });

  it("is given every secret it reads", async () => {
    const read = matches(await source, /\.(?:read|readAll)\(\s*"([A-Z_]+)"/g);
    expect(plan.secrets).toEqual(expect.arrayContaining(read));
  });

  it("is given the live connections if it writes to them", async () => {
    const uses = matches(await source, /sockets\.(post|close)\(/g);
    expect(plan.connections).toBe(uses.length > 0);
  });
});
