import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import * as Aws from "#stacks/aws";

it.each(Aws.functionNames)(
  "%s stands alone: its bundle starts far from node_modules and exports a handler",
  async (name) => {
    const outdir = mkdtempSync(join(tmpdir(), "guichet-bundle-"));
    await Aws.bundleFunction(name, { root: process.cwd(), outdir });
    const { handler } = await import(pathToFileURL(join(outdir, "index.mjs")).href);
    expect(handler).toBeTypeOf("function");
  },
);
