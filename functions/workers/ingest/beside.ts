import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import type * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { obey, type Runtime, takeSlot } from "#functions/runtime";

/** The newest conversations of a contact that are looked at. */
const mostLookedAt = 10;

const actor = { kind: "system", id: "beside" } as const;

/** The same person's other conversation (public beside private); undefined where there is none, or this one has its own promise. */
export const findBeside = async (
  { store }: Pick<Runtime, "store">,
  { conversationId: id = "", entityId, occurredAt: at, origin, peers, visibility }: Intake.Inbound,
  head: Store.Head | undefined,
): Promise<Conversation.Beside | undefined> => {
  const isPromised = head?.state.clock !== undefined;
  if (id === "" || peers.contact === undefined || origin !== undefined || isPromised) return undefined;
  const known = await store.listPeers({ entityId, peerId: peers.contact }, mostLookedAt);
  // Where the platform has two ids for one person, the one in private leads to the comment, and not back.
  const ids = new Set([...(head?.state.besideId === undefined ? [] : [head.state.besideId]), ...known]);
  const others = [...ids].filter((each) => each !== id).map((conversationId) => ({ entityId, conversationId }));
  const heads = await Promise.all(others.map((key) => store.readHead(key)));
  return Conversation.besideOf(
    heads.flatMap((each) => each?.state ?? []),
    { id, at, visibility },
  );
};

/**
 * Links the other conversation to this one, and moves its promise here. An answer given there in the meantime counts for
 * both. Idempotent under redelivery.
 */
export const joinBeside = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  beside: Conversation.Beside,
  { events, state }: Store.Committed,
): Promise<void> => {
  if (state.besideId !== beside.conversationId) return;
  const startedAt = beside.clock?.startedAt;
  const isHere = startedAt !== undefined && state.clock !== undefined && state.clock.startedAt <= startedAt;
  const other = { entityId: key.entityId, conversationId: beside.conversationId };
  const { conversationId } = key;
  const left = await obey(runtime, other, {
    command: { type: "lead-beside", conversationId, ...(isHere ? { startedAt } : {}) },
    commitId: `lead-beside:${conversationId}:${startedAt ?? ""}`,
    actor,
  });
  for (const event of events) if (event.type === "assigned") await takeSlot(runtime, key, state, event.agentId);
  const wasAnswered = isHere && left.state.hasBeenAnswered && !beside.isAnswered;
  if (!wasAnswered) return;
  const policies = Entity.policiesOf(await runtime.store.readEntity(key.entityId));
  await obey(runtime, key, {
    command: { type: "answer-beside", at: runtime.now(), isCounted: true, policies },
    commitId: `answer-beside:${other.conversationId}:${startedAt}`,
    actor,
  });
};

/**
 * Both conversations may begin at the same moment without seeing each other: each looks once more after its commit. Where
 * both find the other and began at the same instant, the one with the higher id acts: a promise may be reported twice, but
 * is never lost.
 */
export const meetBeside = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  inbound: Intake.Inbound,
  { state }: Store.Committed,
): Promise<void> => {
  const beside = await findBeside(runtime, inbound, undefined);
  if (beside === undefined) return;
  const isTie = beside.clock?.startedAt === state.clock?.startedAt;
  if (isTie && key.conversationId < beside.conversationId) return;
  const commitId = `join-beside:${beside.conversationId}`;
  const command = { type: "join-beside", beside } as const;
  await joinBeside(runtime, key, beside, await obey(runtime, key, { command, commitId, actor }));
};
