import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as Identity from "#core/identity";
import { Secret } from "#core/secret";
import { keepOnce } from "../folder.ts";
import { type Entry, keyOf, type Thread } from "./world.ts";

/** A place for threads, and those of earlier runs. `keep` seals on its way; `stop` waits for what is on it. */
export type Keeping = {
  readonly known: readonly Thread[];
  keep(thread: Thread): void;
  stop(): Promise<void>;
};

/**
 * Threads in `DATA_DIR/simulator.db`, with what customers wrote as the platforms have it: sealed by a key of the folder's,
 * so that no number lies open on this machine. Pictures and files are not kept.
 */
export const openKeeping = async (dataDir: string): Promise<Keeping> => {
  const key = new Secret(keepOnce(dataDir, "simulator-key", () => randomBytes(32).toString("base64url")));
  const database = new DatabaseSync(join(dataDir, "simulator.db"));
  database.exec("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, sealed TEXT NOT NULL) STRICT");
  const write = database.prepare("INSERT OR REPLACE INTO kept (key, sealed) VALUES (?, ?)");
  const rows = database.prepare("SELECT sealed FROM kept").all();
  const known = await Promise.all(
    rows.map(async ({ sealed }) => (await Identity.openEvidence(String(sealed), key)) as Thread),
  );
  let isOpen = true;
  let last = Promise.resolve();
  return {
    known,
    keep: (thread) => {
      // An echo may still be on its way when the rest has stopped.
      if (!isOpen) return;
      const now = { ...thread, entries: thread.entries.map(withoutBytes) };
      last = last.then(async () => {
        write.run(keyOf(thread), await Identity.sealEvidence(now, key));
      });
    },
    stop: async () => {
      isOpen = false;
      await last;
      database.close();
    },
  };
};

const withoutBytes = ({ file, ...entry }: Entry): Entry => {
  if (file === undefined) return entry;
  const { bytes: _, ...named } = file;
  return { ...entry, file: named };
};
