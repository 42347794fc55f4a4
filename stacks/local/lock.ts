import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Makes a data folder this process' own until the returned function is called. The lock is the operating system's, by
 * way of SQLite: however the process ends, it ends too.
 * @throws an error with the code `FOLDER_IN_USE` when somebody else has it
 */
export const lockFolder = (dataDir: string): (() => void) => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(dataDir, "lock"));
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw Object.assign(new Error(`${dataDir} is in use`, { cause }), { code: "FOLDER_IN_USE" });
  }
  return () => database.close();
};
