import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import { type Language, relabel } from "#core/redaction/label";
import * as Sla from "#core/sla";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

/** One message as the customer reads it. */
export type Line = {
  readonly id: string;
  readonly from: "customer" | "bank";
  readonly text: string;
  readonly at: string;
};
export type Thread = {
  readonly lines: readonly Line[];
  readonly version: number;
  readonly isClosed: boolean;
  /** Something of the customer's waits for its answer; `dueAt`: where that was promised by a time. */
  readonly waiting?: { readonly dueAt?: Sla.Instant };
};

/** Newest entries of the log that are read: some two hundred messages. */
const entriesRead = 600;

/**
 * What was said in a secure conversation, as its log tells it: what came from the customer and what counts as sent. No note,
 * no answer that waits, none that was taken back. What was taken out is named in `language`.
 */
export const readThread = async (
  { store }: Pick<Runtime, "store">,
  key: Store.ConversationKey,
  language: Language,
): Promise<Thread> => {
  const head = await store.readHead(key);
  if (head === undefined) return { lines: [], version: 0, isClosed: false };
  const sealed = await store.readLog(key, head, Math.max(1, head.version - entriesRead + 1), head.version);
  const ids = sealed
    .flatMap((each) => Audit.openEntry<Conversation.ConversationEvent>(each).events)
    .flatMap((event) => (event.type === "received" || event.type === "sent" ? [event.messageId] : []));
  const bodies = await store.readBodies(key, ids);
  const lines = [...bodies.values()]
    .filter((body) => body.kind === "message" && body.removed !== true && Conversation.hasWords(head.state, body))
    .map((body) => lineOf(body, language))
    .toSorted((left, right) => (left.at < right.at ? -1 : 1));
  const waiting = waitingOf(head.state);
  return {
    lines,
    version: head.version,
    isClosed: head.state.status === "closed",
    ...(waiting === undefined ? {} : { waiting }),
  };
};

const waitingOf = ({ clock, isAwaiting, status }: Conversation.Conversation): Thread["waiting"] => {
  if (status === "closed" || !isAwaiting) return undefined;
  return clock === undefined || Sla.isPaused(clock) ? {} : { dueAt: clock.dueAt };
};

const lineOf = ({ direction, id, occurredAt, text }: Store.Body, language: Language): Line => ({
  id,
  from: direction === "inbound" ? "customer" : "bank",
  text: relabel(text, language),
  at: occurredAt,
});
