import { idOf } from "./id.ts";
import type { SentFile } from "./upload.ts";

export const platforms = ["x", "facebook", "instagram", "whatsapp"] as const;
export type Platform = (typeof platforms)[number];
export type Visibility = "public" | "private";
/** How far the platform brought what the bank wrote. */
export type Standing = "sent" | "delivered" | "read" | "failed";

/** One thing said. `at` is the platform's timestamp, ISO 8601. `marker` is what the bank sent along for itself. */
export type Entry = {
  readonly id: string;
  readonly from: "customer" | "bank";
  readonly visibility: Visibility;
  readonly text: string;
  readonly at: string;
  readonly inReplyTo?: string;
  readonly marker?: string;
  /** Addresses of the pictures that came with it. */
  readonly pictures?: readonly string[];
  /** Of the bank's: a file that it sent. Its bytes are there in the run in which it was sent; `size` counts them. */
  readonly file?: Omit<SentFile, "bytes"> & Partial<SentFile> & { readonly size: number };
  /** On Instagram: a story of the customer's that names the bank. */
  readonly isStory?: true;
  /** A reaction of the customer's to something of the bank's, as an emoji. */
  readonly reaction?: string;
  /** How often it was edited, and when last. X gives each edit an id of its own: `earlierIds`, oldest first. */
  readonly edits?: number;
  readonly editedAt?: string;
  readonly earlierIds?: readonly string[];
  readonly isRemoved?: true;
  /** The bank hid it. */
  readonly isHidden?: boolean;
  /** Of the bank's, on X: a button below it opens a private message. */
  readonly invitesPrivately?: true;
  /** Of the bank's: how far it got. */
  readonly standing?: Standing;
};

/** A customer and all they said and were told. Meta knows a person by another id in private. */
export type Thread = {
  readonly platform: Platform;
  readonly name: string;
  readonly handle?: string;
  readonly publicId: string;
  readonly privateId: string;
  /** WhatsApp's own id of a person, which goes before the telephone number. */
  readonly userId?: string;
  readonly entries: readonly Entry[];
};

export type Profile = { readonly platform: Platform; readonly name: string; readonly handle?: string };

export type World = ReturnType<typeof createWorld>;

/** `known`: the threads of earlier runs. */
export const createWorld = (known: readonly Thread[] = []) => {
  const threads = new Map(known.map((thread) => [keyOf(thread), { ...thread, entries: [...thread.entries] }]));
  const listeners = new Set<(thread: Thread) => void>();
  const open = (profile: Profile): Thread => {
    const thread = { ...profile, ...idsOf(profile), entries: [] };
    const found = threads.get(keyOf(thread));
    if (found === undefined) threads.set(keyOf(thread), thread);
    return found ?? thread;
  };
  const look = (platform: Platform, id: string): Thread | undefined =>
    [...threads.values()].find((thread) => thread.platform === platform && knows(thread, id));
  /** The thread with the person or the entry of this id; a stranger's where nobody said it here. */
  const find = (platform: Platform, id: string): Thread => look(platform, id) ?? stranger(platform, id);
  const stranger = (platform: Platform, id: string): Thread => {
    const thread = { platform, name: "…", publicId: id, privateId: id, entries: [] };
    threads.set(keyOf(thread), thread);
    return thread;
  };
  const tell = (thread: Thread) => {
    for (const listener of listeners) listener(thread);
  };
  return {
    open,
    find,
    look,
    /** The thread that was spoken in last comes first. */
    threads: (): readonly Thread[] => [...threads.values()].toSorted(byLastEntry),
    add: (thread: Thread, entry: Entry): void => {
      const found = threads.get(keyOf(thread));
      if (found === undefined) return;
      found.entries.push(entry);
      tell(found);
    },
    /** The entry as it is from now on; undefined where there is none. */
    change: (thread: Thread, id: string, changes: Partial<Entry>): Entry | undefined => {
      const found = threads.get(keyOf(thread));
      const index = found?.entries.findIndex((entry) => isNamed(entry, id)) ?? -1;
      const before = found?.entries[index];
      if (found === undefined || before === undefined) return undefined;
      const after = { ...before, ...changes };
      found.entries[index] = after;
      tell(found);
      return after;
    },
    /** Calls back after every change, with the thread that changed, until the returned function is called. */
    onEntry: (listener: (thread: Thread) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export const keyOf = ({ platform, publicId }: Thread): string => `${platform}:${publicId}`;

/** Whether it is, or was before an edit, the entry of this id. */
export const isNamed = ({ earlierIds = [], id }: Entry, wanted: string): boolean =>
  id === wanted || earlierIds.includes(wanted);

export const entryIn = ({ entries }: Thread, id: string): Entry | undefined =>
  entries.find((entry) => isNamed(entry, id));

/** X has one id for a person; WhatsApp a telephone number of the range kept for fiction (Arcep: 06 39 98). */
const idsOf = ({ platform, name, handle = name }: Profile) => {
  const publicId = idOf(platform, handle);
  if (platform === "whatsapp") {
    const number = `3363998${publicId.slice(-4)}`;
    return { publicId: number, privateId: number, userId: `FR.${publicId}` };
  }
  return { publicId, privateId: platform === "x" ? publicId : idOf(platform, handle, "private") };
};

const knows = ({ publicId, privateId, userId, entries }: Thread, id: string): boolean =>
  publicId === id || privateId === id || userId === id || entries.some((entry) => isNamed(entry, id));

const byLastEntry = (one: Thread, other: Thread): number =>
  (other.entries.at(-1)?.at ?? "").localeCompare(one.entries.at(-1)?.at ?? "");
