import { randomUUID } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * What was kept under `name` in the data folder; made and kept the first time, readable by its owner only.
 * Without a folder it is made anew: nothing outlives the process.
 * Two processes that make it at once end with the same text.
 */
export const keepOnce = (dataDir: string | undefined, name: string, make: () => string): string => {
  if (dataDir === undefined) return make();
  makeFolder(dataDir);
  const path = join(dataDir, name);
  return readKept(path) ?? writeOnce(path, make());
};

/**
 * A folder and those above it, its owner's alone. Step by step: Node's `recursive` never ends where a system keeps no folders
 * of ours, as below /proc.
 */
export const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
};

/** A link appears whole or not at all, and never replaces what is there. */
const writeOnce = (path: string, text: string): string => {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, "utf8");
};

const readKept = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
};

/** Whether an error of Node's carries this code, such as `EADDRINUSE`. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
