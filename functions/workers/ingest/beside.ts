import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import type * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { obey, type Runtime, takeSlot } from "#functions/runtime";

/** Of a contact's conversations the newest are looked at: what is older has another matter. */
const mostLookedAt = 10;

const actor = { kind: "system", id: "beside" } as const;

/** How the same person talks with us on the other side, public or private; undefined where nothing waits on it here. */
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
 * The other talk learns of this one, and its promise goes on here. Answered there in the meantime, it was the answer to
 * both. A redelivery does it again; what is done stays done.
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
 * Both may begin at the same moment, each unseen by the other: whoever is there looks once more. Of two that look at the
 * same time over the same instant one alone acts, so that a promise may be told twice and never be lost.
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
