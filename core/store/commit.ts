import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import { sealCard } from "./card.ts";
import { indexAttributes } from "./index-key.ts";
import { type ConversationKey, headKey, segmentKey, segmentStartIn } from "./key.ts";
import { ifVersion } from "./revision.ts";
import type { Item, Table } from "./table.ts";

export type Entry = Audit.Entry<Conversation.ConversationEvent>;

/** The head of a conversation: what its log adds up to, and the newest entries of that log. */
export type Head = {
  readonly version: number;
  readonly state: Conversation.Conversation;
  readonly label: Conversation.Label;
  /** Sealed entries not yet in a segment, oldest first, at most four. */
  readonly tail: readonly string[];
};

export type Change = {
  /** Names this commit: a second try with the same id finds the first. */
  readonly commitId: string;
  readonly actor: Audit.Actor;
  readonly at: Sla.Instant;
  readonly decide: (state: Conversation.Conversation | undefined) => readonly Conversation.ConversationEvent[];
  /**
   * Words of the card to set with the commit. Those of a body are read by a function, after the head: whoever takes a
   * passage out of that body meanwhile commits too, so this write is refused and the function is called again.
   */
  readonly label?: Conversation.Label | Relabel;
  /** The head as it was read a moment ago: saves reading it. Has it changed since, the write is refused and it is read. */
  readonly head?: Head;
  /** The version this change was prepared on. When given, a commit of the same id after it makes this one a repeat. */
  readonly since?: number;
};

export type Relabel = (before: Conversation.Label | undefined) => Promise<Conversation.Label>;

/** The head as it is after a commit, and what that did. */
export type Committed = Head & {
  readonly before: Conversation.Conversation | undefined;
  /** Empty when there was nothing to change. */
  readonly events: readonly Conversation.ConversationEvent[];
  /** The same change had been committed before. */
  readonly isRepeat: boolean;
};

/** Entries of the log that the head keeps before they go into a segment: each commit writes them again. */
const segmentEntries = 4;
const attemptLimit = 12;
const attemptPauseMilliseconds = 15;

export const readHead = async (table: Table, key: ConversationKey): Promise<Head | undefined> => {
  const item = await table.get(headKey(key));
  return item === undefined ? undefined : openHead(item);
};

/**
 * Decides in memory and commits by one conditional write of the head. After a refused write a consistent read tells
 * whether it was our own earlier try whose answer was lost, or somebody else: then the decision is taken again.
 * @throws Fault of the decision; conversation.busy when others kept winning
 */
export const commit = async (table: Table, key: ConversationKey, change: Change): Promise<Committed> => {
  let head = change.head ?? (await readHead(table, key));
  const since = change.since ?? head?.version ?? 0;
  for (let attempt = 0; attempt < attemptLimit; attempt += 1) {
    const earlier = await findCommit(table, key, head, change.commitId, since);
    if (earlier !== undefined && head !== undefined) return repeated(head, earlier);
    const before = head?.state;
    const events = change.decide(before);
    if (events.length === 0) return unchanged(head);
    const label = typeof change.label === "function" ? await change.label(head?.label) : change.label;
    const next = advance(head, { ...change, events, label });
    if (head !== undefined && isSegmentFull(head.version)) await putSegment(table, key, head);
    if (await table.put(sealHead(key, next), ifVersion(head?.version))) {
      return { ...next, before, events, isRepeat: false };
    }
    await pause(attempt);
    head = await readHead(table, key);
  }
  throw new Fault("conversation.busy", { attempts: attemptLimit });
};

/** Sealed entries `from`–`to` (both inclusive), oldest first. */
export const readLog = async (
  table: Table,
  key: ConversationKey,
  head: Head,
  from: number,
  to: number,
): Promise<readonly string[]> => {
  const tailStart = tailStartOf(head);
  const archived = await readSegments(table, key, Math.max(1, from), Math.min(to, tailStart - 1));
  return [...archived, { start: tailStart, entries: head.tail }].flatMap(({ entries, start }) =>
    entries.filter((_, index) => start + index >= from && start + index <= to),
  );
};

type Segment = { readonly start: number; readonly entries: readonly string[] };

/** The longest segment there is, for logs were once cut by eight: the one that `from` lies in begins no earlier. */
const longestSegment = 8;

const readSegments = async (
  table: Table,
  key: ConversationKey,
  from: number,
  to: number,
): Promise<readonly Segment[]> => {
  if (from > to) return [];
  const { pk, sk } = segmentKey(key, Math.max(1, from - longestSegment + 1));
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    ExpressionAttributeValues: { ":pk": pk, ":from": sk, ":to": segmentKey(key, to).sk },
    ConsistentRead: true,
  });
  return items.map((item) => ({ start: segmentStartIn(String(item["sk"])), entries: item["entries"] as string[] }));
};

/** The version of the oldest entry in the tail. */
const tailStartOf = ({ tail, version }: Head): number => version - tail.length + 1;

/** The entry with this commit id among those after a version, if there is one. */
const findCommit = async (
  table: Table,
  key: ConversationKey,
  head: Head | undefined,
  commitId: string,
  after: number,
): Promise<Entry | undefined> => {
  if (head === undefined || head.version <= after) return undefined;
  const entries = await readLog(table, key, head, after + 1, head.version);
  return entries
    .map((sealed) => Audit.openEntry<Conversation.ConversationEvent>(sealed))
    .find((entry) => entry.commitId === commitId);
};

type Advance = Pick<Change, "commitId" | "at" | "actor"> & {
  readonly events: readonly Conversation.ConversationEvent[];
  readonly label: Conversation.Label | undefined;
};

const advance = (head: Head | undefined, { events, ...change }: Advance): Head => {
  const last = head?.tail.at(-1);
  const entry: Entry = {
    version: (head?.version ?? 0) + 1,
    commitId: change.commitId,
    at: change.at,
    actor: change.actor,
    events,
    previous: last === undefined ? Audit.genesis : Audit.hashEntry(last),
  };
  let state = head?.state;
  for (const event of events) state = Conversation.evolve(state, event, change.at);
  if (state === undefined) throw new Fault("conversation.unknown");
  const kept = head === undefined || isSegmentFull(head.version) ? [] : head.tail;
  return {
    version: entry.version,
    state,
    label: Conversation.labelFor(state, { ...head?.label, ...change.label }),
    tail: [...kept, Audit.sealEntry(entry)],
  };
};

const isSegmentFull = (version: number): boolean => version > 0 && version % segmentEntries === 0;

/** Committed entries, copied before they leave the tail; written twice it is the same item. */
const putSegment = async (table: Table, key: ConversationKey, head: Head): Promise<void> => {
  await table.put({ ...segmentKey(key, tailStartOf(head)), entries: head.tail });
};

const sealHead = (key: ConversationKey, head: Head): Item => ({
  ...headKey(key),
  version: head.version,
  state: JSON.stringify(head.state),
  label: JSON.stringify(head.label),
  tail: head.tail,
  card: sealCard(Conversation.cardOf(head.state, head.label, head.version)),
  ...indexAttributes(key, Conversation.listKeysOf(head.state)),
});

const openHead = (item: Item): Head => ({
  version: Number(item["version"]),
  state: JSON.parse(String(item["state"])) as Conversation.Conversation,
  label: JSON.parse(String(item["label"])) as Conversation.Label,
  tail: item["tail"] as string[],
});

/** A repeat returns the events of the first commit, so that effects which a crash lost are sent again. */
const repeated = (head: Head, entry: Entry): Committed => ({
  ...head,
  before: undefined,
  events: entry.events,
  isRepeat: true,
});

const unchanged = (head: Head | undefined): Committed => {
  if (head === undefined) throw new Fault("conversation.unknown");
  return { ...head, before: head.state, events: [], isRepeat: false };
};

/** Linear backoff of a writer that lost the race. */
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, attemptPauseMilliseconds * attempt);
  });
