import type * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import * as Intake from "#core/intake";
import type * as Sla from "#core/sla";
import type * as Store from "#core/store";
import { effectsOf } from "./effect.ts";
import type { Runtime } from "./index.ts";
import { readKept } from "./split.ts";
import { tellOthers } from "./telling.ts";

/** A command for one conversation, and in whose name. */
export type Order = {
  readonly command: Conversation.Command;
  readonly commitId: string;
  readonly actor: Audit.Actor;
  readonly label?: Conversation.Label;
  /** The message whose words the card shows from now on, as they are kept at the moment of the commit. */
  readonly shows?: string;
  /** Words of messages have changed: the card shows those of the same message again; of this one where it names none. */
  readonly refreshes?: string | undefined;
  /** Refused when a colleague of this agent's has the conversation at the moment of the commit. */
  readonly holder?: string;
  /** The head as it was read a moment ago. */
  readonly head?: Store.Head;
  /** The head's version the order was prepared on: a commit of the same id after it makes this a repeat. */
  readonly since?: number;
};

/**
 * Executes a command: commits its events, then sends the queue messages that follow from them. Messages that a crash
 * between the two loses are found by the clock through the sparse indexes; consumers ignore what is sent twice.
 * @returns what was committed, and the head after other conversations were told
 */
export const obey = async (runtime: Runtime, key: Store.ConversationKey, order: Order): Promise<Store.Committed> => {
  const now = runtime.now();
  const committed = await runtime.store.commit(key, {
    commitId: order.commitId,
    actor: order.actor,
    at: now,
    decide: (state) => {
      if (state !== undefined && order.holder !== undefined) Conversation.expectHolder(state, order.holder);
      return Conversation.decide(state, order.command, now);
    },
    ...labelOf(runtime, key, order),
    ...(order.head === undefined ? {} : { head: order.head }),
    ...(order.since === undefined ? {} : { since: order.since }),
  });
  return committed.events.length === 0 ? committed : follow(runtime, key, committed, now);
};

/** The preview is read within the commit, not before it: words that were redacted meanwhile do not come back on the card. */
const labelOf = (
  { store }: Pick<Runtime, "store">,
  key: Store.ConversationKey,
  { label, refreshes, shows }: Order,
): Pick<Store.Change, "label"> => {
  if (shows === undefined && refreshes === undefined) return label === undefined ? {} : { label };
  return {
    label: async (before) => {
      const previewId = shows ?? before?.previewId ?? refreshes;
      const body = previewId === undefined ? undefined : await readShown(store, key, previewId);
      if (body === undefined) return { ...label };
      const words = body.text || (body.attachments[0]?.words[0] ?? "");
      return { ...label, preview: Intake.previewOf(words), previewId: body.id };
    },
  };
};

/** A part shows what its thread keeps. */
const readShown = async (
  store: Store.Store,
  key: Store.ConversationKey,
  messageId: string,
): Promise<Store.Body | undefined> => {
  const own = await store.readBody(key, messageId);
  const head = own === undefined ? await store.readHead(key) : undefined;
  return head === undefined ? own : readKept({ store }, head.state, messageId);
};

/** Effects follow the commit: a crash before them is mended by the clock. */
const follow = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  committed: Store.Committed,
  now: Sla.Instant,
): Promise<Store.Committed> => {
  const freedTeams = await freeSlots(runtime, key, committed, now);
  const effects = effectsOf(key, committed, { now, freedTeams });
  await Promise.all([...effects].map(([queue, messages]) => runtime.queues.send(queue, messages)));
  if (!committed.events.some((event) => event.type === "telling-owed")) return committed;
  const { before, events, isRepeat } = committed;
  const { label, state, tail, version } = await settle(runtime, key, committed);
  return { state, label, version, tail, before, events, isRepeat };
};

/** Gives back the slots of agents who no longer have the conversation. @returns the teams of those agents */
const freeSlots = async (
  { store }: Runtime,
  { conversationId, entityId }: Store.ConversationKey,
  { events }: Store.Committed,
  now: Sla.Instant,
): Promise<ReadonlySet<string>> => {
  const teams = new Set<string>();
  for (const event of events) {
    if (event.type !== "unassigned") continue;
    const { agentId } = event;
    const released = await store.releaseSlot({ entityId, agentId }, conversationId, now);
    const desk = released ?? (await store.readDesk(entityId, agentId));
    for (const teamId of desk?.agent.teamIds ?? []) teams.add(teamId);
  }
  return teams;
};

/** Tells other conversations what this one owes them. */
export const settle = (runtime: Runtime, key: Store.ConversationKey, head: Store.Head): Promise<Store.Head> =>
  tellOthers(runtime, key, head, (other, order) => obey(runtime, other, order));
