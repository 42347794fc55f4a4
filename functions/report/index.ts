import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import * as Report from "#core/report";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

/** Entries told in one go, so that a conversation of ten thousand messages needs no more memory than another. */
const sliceEntries = 200;

/**
 * Tells the reports what a conversation's log says beyond what they know. The facts come before the mark of how far it
 * was told, and each names its entry: a crash between the two, or two at work on one conversation, tells nothing twice.
 */
export const tellReports = async ({ store }: Pick<Runtime, "store">, key: Store.ConversationKey): Promise<void> => {
  const [head, entity] = await Promise.all([store.readHead(key), store.readEntity(key.entityId)]);
  if (head === undefined) return;
  const policies = Entity.policiesOf(entity);
  let known = await store.readTelling(key);
  while ((known?.version ?? 0) < head.version) {
    const from = (known?.version ?? 0) + 1;
    const next = await tellSlice(store, key, head, { known, from, policies });
    if (next === undefined || !(await store.putTelling(key, next, from - 1))) return;
    known = next;
  }
};

type Slice = {
  readonly known: Store.Telling | undefined;
  readonly from: number;
  readonly policies: ReturnType<typeof Entity.policiesOf>;
};

const tellSlice = async (
  store: Store.Store,
  key: Store.ConversationKey,
  head: Store.Head,
  { from, known, policies }: Slice,
): Promise<Store.Telling | undefined> => {
  const to = Math.min(head.version, from + sliceEntries - 1);
  let story = known?.story;
  for (const sealed of await store.readLog(key, head, from, to)) {
    const entry = Audit.openEntry<Conversation.ConversationEvent>(sealed);
    const told = Report.tell(story, entry, policies);
    if (told === undefined) continue;
    story = told.story;
    if (told.facts.length > 0) await store.putFacts(key, entry.version, told.facts);
  }
  return story === undefined ? undefined : { version: to, story };
};
