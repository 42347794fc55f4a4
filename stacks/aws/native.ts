import { execFile } from "node:child_process";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { bundleFolder } from "./bundle.ts";
import { functionNames, planOf } from "./plan.ts";

/**
 * Puts packages with native parts beside the bundles that need them, as they are for Lambda: linux on arm64, in the
 * versions and with the checksums of the lock file. A zip of 60 MB, and no Docker on the way. It asks the registry, so
 * it is part of a deployment and not of synthesis.
 */
export const carryPackages = async (root: string): Promise<void> => {
  const carrying = functionNames.filter((name) => planOf(name).packages.length > 0);
  if (carrying.length === 0) return;
  const workshop = join(root, ".build/native");
  await rm(workshop, { recursive: true, force: true });
  await mkdir(workshop, { recursive: true });
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) await cp(join(root, file), join(workshop, file));
  await promisify(execFile)("npm", install, { cwd: workshop });
  for (const name of carrying) {
    for (const each of planOf(name).packages) {
      const to = join(bundleFolder(root, name), "node_modules", each);
      await cp(join(workshop, "node_modules", each), to, { recursive: true, filter: isForLambda });
    }
  }
};

const install = [
  "ci",
  "--omit=dev",
  "--ignore-scripts",
  "--os=linux",
  "--cpu=arm64",
  "--libc=glibc",
  "--no-audit",
  "--no-fund",
];

/** onnxruntime-node carries the libraries of every system, 290 MB of them. */
const isForLambda = (path: string): boolean =>
  !/\/napi-v\d+\/(?!linux$|linux\/arm64)[^/]+(\/|$)/.test(path) && !/\/linux\/x64(\/|$)/.test(path);
