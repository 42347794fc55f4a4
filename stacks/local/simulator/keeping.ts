import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { keepOnce } from "../folder.ts";
import { type Entry, keyOf, type Thread } from "./world.ts";

/** The threads of earlier runs, and a place for those of this one. */
export type Keeping = {
  read(): Thread[];
  keep(thread: Thread): void;
  stop(): void;
};

const CIPHER = "aes-256-gcm";
/** NIST SP 800-38D: 96 bits of initialisation vector, 128 of tag. */
const [VECTOR_BYTES, TAG_BYTES] = [12, 16];

/**
 * Threads in `DATA_DIR/simulator.db`, with what customers wrote as the platforms have it: sealed by a key of the folder's,
 * so that no number lies open on this machine. Pictures and files are not kept.
 */
export const openKeeping = (dataDir: string): Keeping => {
  const key = Buffer.from(
    keepOnce(dataDir, "simulator-key", () => randomBytes(32).toString("base64url")),
    "base64url",
  );
  const database = new DatabaseSync(join(dataDir, "simulator.db"));
  database.exec("CREATE TABLE IF NOT EXISTS thread (key TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT");
  const write = database.prepare("INSERT OR REPLACE INTO thread (key, sealed) VALUES (?, ?)");
  return {
    read: () =>
      database
        .prepare("SELECT sealed FROM thread")
        .all()
        .map(({ sealed }) => JSON.parse(open(key, sealed as Uint8Array)) as Thread),
    keep: (thread) => {
      // An echo may still be on its way when the rest has stopped.
      if (!database.isOpen) return;
      write.run(keyOf(thread), seal(key, JSON.stringify({ ...thread, entries: thread.entries.map(withoutBytes) })));
    },
    stop: () => database.close(),
  };
};

const withoutBytes = ({ file, ...entry }: Entry): Entry => {
  if (file === undefined) return entry;
  const { bytes: _, ...named } = file;
  return { ...entry, file: named };
};

/** The vector, the tag, the text. */
const seal = (key: Buffer, text: string): Buffer => {
  const vector = randomBytes(VECTOR_BYTES);
  const cipher = createCipheriv(CIPHER, key, vector);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([vector, cipher.getAuthTag(), sealed]);
};

const open = (key: Buffer, sealed: Uint8Array): string => {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, VECTOR_BYTES));
  decipher.setAuthTag(sealed.subarray(VECTOR_BYTES, VECTOR_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(VECTOR_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
};
