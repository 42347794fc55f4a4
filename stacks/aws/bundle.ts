import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { buildSecureAssets } from "#stacks/assets";
import { type FunctionName, functionNames, planOf } from "./plan.ts";

export const bundleFolder = (root: string, name: FunctionName): string => join(root, ".build/functions", name);

type Bundling = {
  root: string;
  outdir: string;
  /** False leaves `@aws-sdk/*` to the one that Lambda's runtime carries. */
  withSdk?: boolean;
};

/**
 * Bundles one function into `outdir` as minified ES modules, `index.mjs` first: what is imported only when needed is a
 * file of its own. The AWS SDK is part of it: the version that was tested runs, only what is used is read, and it
 * starts sooner than the runtime's own copy.
 */
export const bundleFunction = async (name: FunctionName, { root, outdir, withSdk = true }: Bundling) => {
  await rm(outdir, { recursive: true, force: true });
  if (planOf(name).hasPage) await writeAssets(outdir);
  return build({
    ...common,
    absWorkingDir: root,
    entryPoints: { index: planOf(name).entry },
    outdir,
    external: [...(withSdk ? [] : ["@aws-sdk/*"]), ...native],
  });
};

const writeAssets = async (outdir: string): Promise<void> => {
  const { script, style } = await buildSecureAssets();
  await mkdir(outdir, { recursive: true });
  await writeFile(join(outdir, "page.js"), script);
  await writeFile(join(outdir, "page.css"), style);
};

/** No bundle can hold these; those of a function that does not carry them drop what asks for them. */
const native = functionNames.flatMap((name) => planOf(name).packages);

const common = {
  bundle: true,
  minify: true,
  splitting: true,
  metafile: true,
  format: "esm",
  platform: "node",
  target: "node24",
  outExtension: { ".js": ".mjs" },
  // Packages name their ES modules in "module"; esbuild's default for Node prefers the CommonJS ones, which hold more.
  mainFields: ["module", "main"],
  legalComments: "none",
  logLevel: "silent",
  banner: {
    // CommonJS packages inside an ES module still ask for Node's own modules by `require`.
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
} satisfies BuildOptions;
