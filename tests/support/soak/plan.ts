import { type Notice, voiceOf } from "../../../stacks/local/simulator/payload/index.ts";
import {
  createWorld,
  type Entry,
  type Platform,
  type Thread,
  type Visibility,
} from "../../../stacks/local/simulator/world.ts";
import { lettersOf, randomOf } from "./random.ts";

/** What a conversation must hold in the end: its messages in the order in which they were written. */
export type Expected = {
  /** Begins every text of the thread, and no other's. */
  readonly code: string;
  readonly messages: readonly { readonly text: string; readonly isRemoved: boolean }[];
  /** Whether its updates were delivered in their order: then the log has them in it. */
  readonly isInOrder: boolean;
};

export type Plan = {
  /** Deliveries in the order in which they are made. */
  readonly posts: readonly Notice[];
  readonly expected: readonly Expected[];
  /** Updates in the posts, and how many of them are second deliveries or late. */
  readonly updates: number;
  readonly duplicates: number;
  readonly late: number;
};

const shares = { duplicated: 0.05, late: 0.05, edited: 0.1, removed: 0.05 } as const;
const updatesEach = 25;
const threadsAtOnce = 20;
const startedAt = Date.UTC(2026, 10, 23, 7);

const places: readonly (readonly [Platform, Visibility])[] = [
  ["x", "public"],
  ["x", "private"],
  ["facebook", "public"],
  ["facebook", "private"],
  ["instagram", "public"],
  ["instagram", "private"],
  ["whatsapp", "private"],
];

type Update = { readonly notice: Notice; readonly thread: number };

/** So many updates of customers on every channel, as platforms deliver on a bad day. The same seed is the same day. */
export const planSoak = (seed: number, updates: number): Plan => {
  const random = randomOf(seed);
  const own = Math.floor(updates / (1 + shares.duplicated));
  const talks = Array.from({ length: Math.ceil(own / updatesEach) }, (_, index) => {
    return talkOf(index, random, Math.min(updatesEach, own - index * updatesEach));
  });
  const inOrder = interleaved(
    talks.map((talk) => talk.updates),
    random,
  );
  const { delivered, late } = delayed(inOrder, random);
  const { all, duplicates } = duplicated(delivered, random);
  const lateThreads = new Set(late.map(({ thread }) => thread));
  return {
    posts: batched(all, random),
    expected: talks.map(({ code, messages }, index) => ({ code, messages, isInOrder: !lateThreads.has(index) })),
    updates: all.length,
    duplicates,
    late: late.length,
  };
};

type Talk = Pick<Expected, "code" | "messages"> & { readonly updates: readonly Update[] };

/** What one customer does: mostly writes, sometimes edits or removes; the first message stays. */
const talkOf = (index: number, random: () => number, length: number): Talk => {
  const [platform, visibility] = places[index % places.length] ?? ["x", "public"];
  const code = `fil ${lettersOf(index)}`;
  const thread = threadOf(index, platform);
  const { edited, removed, said } = voiceOf(platform, visibility);
  const messages: { text: string; isRemoved: boolean }[] = [];
  const updates: Update[] = [];
  for (let step = 0; step < length; step += 1) {
    const at = new Date(startedAt + step * 2_000).toISOString();
    const text = `${code}, point ${lettersOf(step)}`;
    const chosen = 1 + Math.floor(random() * (messages.length - 1));
    const before = thread.entries[chosen];
    const kind = before === undefined || before.isRemoved === true ? 1 : random();
    let notice: Notice | undefined;
    if (before !== undefined && edited !== undefined && kind < shares.edited) {
      const entry = editOf(before, { text, at, platform, step });
      thread.entries[chosen] = entry;
      messages[chosen] = { text, isRemoved: false };
      notice = edited(thread, entry);
    } else if (before !== undefined && removed !== undefined && kind > 1 - shares.removed && kind < 1) {
      thread.entries[chosen] = { ...before, isRemoved: true };
      messages[chosen] = { text: before.text, isRemoved: true };
      notice = removed(thread, { ...before, editedAt: at });
    } else {
      const entry: Entry = { id: idOf(index, step, platform), from: "customer", visibility, text, at };
      thread.entries.push(entry);
      messages.push({ text, isRemoved: false });
      notice = said(thread, entry);
    }
    if (notice !== undefined) updates.push({ notice, thread: index });
  }
  return { code, messages, updates };
};

/** X gives an edit an id of its own. */
const editOf = (
  before: Entry,
  { at, platform, step, text }: { text: string; at: string; platform: Platform; step: number },
): Entry => ({
  ...before,
  text,
  editedAt: at,
  edits: (before.edits ?? 0) + 1,
  ...(platform === "x" ? { id: `${before.id}${step}`, earlierIds: [...(before.earlierIds ?? []), before.id] } : {}),
});

/** Every third customer has an id of 200 characters, beyond ASCII. */
const threadOf = (index: number, platform: Platform): Thread & { entries: Entry[] } => {
  const person = createWorld().open({ platform, name: "Camille Imaginaire", handle: `soak${index}` });
  const isOdd = index % 3 === 0;
  const odd = (id: string): string => `${id}·é漢🙂`.padEnd(200, "ß").slice(0, 200);
  const number = platform === "whatsapp" ? `336399${String(index).padStart(5, "0")}` : undefined;
  return {
    ...person,
    ...(isOdd ? { publicId: odd(person.publicId), privateId: odd(person.privateId) } : {}),
    ...(number === undefined ? {} : { publicId: number, privateId: number, userId: `FR.${index}SOAK` }),
    entries: [],
  };
};

const idOf = (thread: number, step: number, platform: Platform): string => {
  if (platform === "x") return `19${String(thread).padStart(9, "0")}${String(step).padStart(4, "0")}`;
  const id = `${platform === "whatsapp" ? "wamid." : "m_"}${thread}_${step}`;
  return step % 5 === 0 ? `${id}·é漢🙂`.padEnd(200, "ß").slice(0, 200) : id;
};

/** A few customers write at the same time, each in order. */
const interleaved = (talks: readonly (readonly Update[])[], random: () => number): Update[] => {
  const waiting = talks.map((updates) => [...updates]);
  const active = waiting.splice(0, threadsAtOnce);
  const order: Update[] = [];
  while (active.length > 0) {
    const index = Math.floor(random() * active.length);
    const update = active[index]?.shift();
    if (update !== undefined) order.push(update);
    if (active[index]?.length === 0) active.splice(index, 1, ...waiting.splice(0, 1));
  }
  return order;
};

/** Some come up to forty updates later than they should. */
const delayed = (updates: readonly Update[], random: () => number) => {
  const late: Update[] = [];
  const keyed = updates.map((update, index) => {
    if (random() >= shares.late) return { update, at: index };
    late.push(update);
    return { update, at: index + 1 + Math.floor(random() * 40) + 0.5 };
  });
  return { delivered: keyed.toSorted((one, other) => one.at - other.at).map(({ update }) => update), late };
};

/** Some come a second time, up to two hundred updates after the first. */
const duplicated = (updates: readonly Update[], random: () => number) => {
  let duplicates = 0;
  const keyed = updates.flatMap((update, index) => {
    if (random() >= shares.duplicated) return [{ update, at: index }];
    duplicates += 1;
    return [
      { update, at: index },
      { update, at: index + Math.floor(random() * 200) + 0.5 },
    ];
  });
  return { all: keyed.toSorted((one, other) => one.at - other.at).map(({ update }) => update), duplicates };
};

type Envelope = { readonly object: string; readonly entry: readonly unknown[] };

/** Meta puts what comes one after another of one object into one delivery, at times; X never does. */
const batched = (updates: readonly Update[], random: () => number): Notice[] => {
  const posts: Notice[] = [];
  for (const { notice } of updates) {
    const last = posts.at(-1);
    const joined = last !== undefined && random() < 0.5 ? join(last, notice) : undefined;
    if (joined === undefined) posts.push(notice);
    else posts[posts.length - 1] = joined;
  }
  return posts;
};

const join = (one: Notice, other: Notice): Notice | undefined => {
  if (one.sender !== "meta" || other.sender !== "meta") return undefined;
  const [left, right] = [one.payload as Envelope, other.payload as Envelope];
  if (left.object !== right.object) return undefined;
  return { sender: "meta", payload: { object: left.object, entry: [...left.entry, ...right.entry] } };
};
