import { bundleFolder, bundleFunction } from "./bundle.ts";
import { functionNames } from "./plan.ts";

const root = process.cwd();

for (const name of functionNames) await bundleFunction(name, { root, outdir: bundleFolder(root, name) });
process.stdout.write(`${functionNames.length} functions bundled\n`);
