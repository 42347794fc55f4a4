import { readFileSync } from "node:fs";
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
