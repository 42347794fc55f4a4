import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { makeFolder } from "./folder.ts";

/**
 * Makes a data folder this process' own until the returned function is called. The lock is the operating system's, by
 * way of SQLite: however the process ends, it ends too.
 * @throws an error with the code `FOLDER_IN_USE` when somebody else has it, `FOLDER_UNUSABLE` when nothing can be written there
 */
export const lockFolder = (dataDir: string): (() => void) => {
  const database = openLock(dataDir);
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw Object.assign(new Error(`${dataDir} is in use`, { cause }), { code: "FOLDER_IN_USE" });
  }
  return () => database.close();
};

const openLock = (dataDir: string): DatabaseSync => {
  try {
    makeFolder(dataDir);
    return new DatabaseSync(join(dataDir, "lock"));
  } catch (cause) {
    throw Object.assign(new Error(`${dataDir} cannot be written`, { cause }), { code: "FOLDER_UNUSABLE" });
  }
};
