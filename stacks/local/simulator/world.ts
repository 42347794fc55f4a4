import { idOf } from "./id.ts";

export type Platform = "x" | "facebook";
export type Visibility = "public" | "private";

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
};

/** A customer and all they said and were told, in memory only. Meta knows a person by another id in private. */
export type Thread = {
  readonly platform: Platform;
  readonly name: string;
  readonly handle?: string;
  readonly publicId: string;
  readonly privateId: string;
  readonly entries: readonly Entry[];
};

export type Profile = { readonly platform: Platform; readonly name: string; readonly handle?: string };

export type World = ReturnType<typeof createWorld>;

export const createWorld = () => {
  const threads = new Map<string, Thread & { entries: Entry[] }>();
  const listeners = new Set<() => void>();
  const open = (profile: Profile): Thread => {
    const thread = { ...profile, ...idsOf(profile), entries: [] };
    const known = threads.get(keyOf(thread));
    if (known === undefined) threads.set(keyOf(thread), thread);
    return known ?? thread;
  };
  /** The thread with the person or the entry of this id; a stranger's when it was of an earlier run. */
  const find = (platform: Platform, id: string): Thread =>
    [...threads.values()].find((thread) => thread.platform === platform && knows(thread, id)) ?? stranger(platform, id);
  const stranger = (platform: Platform, id: string): Thread => {
    const thread = { platform, name: "…", publicId: id, privateId: id, entries: [] };
    threads.set(keyOf(thread), thread);
    return thread;
  };
  return {
    open,
    find,
    /** The thread that was spoken in last comes first. */
    threads: (): readonly Thread[] => [...threads.values()].toSorted(byLastEntry),
    add: (thread: Thread, entry: Entry): void => {
      threads.get(keyOf(thread))?.entries.push(entry);
      for (const listener of listeners) listener();
    },
    /** Calls back after every entry until the returned function is called. */
    onEntry: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export const keyOf = ({ platform, publicId }: Thread): string => `${platform}:${publicId}`;

const idsOf = ({ platform, name, handle = name }: Profile) => {
  const publicId = idOf(platform, handle);
  return { publicId, privateId: platform === "x" ? publicId : idOf(platform, handle, "private") };
};

const knows = ({ publicId, privateId, entries }: Thread, id: string): boolean =>
  publicId === id || privateId === id || entries.some((entry) => entry.id === id);

const byLastEntry = (one: Thread, other: Thread): number =>
  (other.entries.at(-1)?.at ?? "").localeCompare(one.entries.at(-1)?.at ?? "");
