import { bundleFolder, bundleFunction } from "./bundle.ts";
import { functionNames } from "./plan.ts";

const root = process.cwd();

await Promise.all(functionNames.map((name) => bundleFunction(name, { root, outdir: bundleFolder(root, name) })));
process.stdout.write(`${functionNames.length} functions bundled\n`);
