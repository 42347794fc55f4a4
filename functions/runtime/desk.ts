import type * as Store from "#core/store";
import { obey } from "./command.ts";
import type { Runtime } from "./index.ts";

const pageCards = 100;

/** What an agent holds, by the slots and by the list: both are hints, the head decides. */
export const listHeld = async (
  { store }: Pick<Runtime, "store">,
  { agent, conversationIds }: Pick<Store.Desk, "agent" | "conversationIds">,
): Promise<readonly string[]> => {
  const ids = new Set(conversationIds);
  let cursor: string | undefined;
  do {
    const page = { limit: pageCards, ...(cursor === undefined ? {} : { cursor }) };
    const list = { kind: "assignee", agentId: agent.id } as const;
    const { cards, cursor: next } = await store.listCards(agent.entityId, list, page);
    for (const card of cards) ids.add(card.id);
    cursor = next;
  } while (cursor !== undefined);
  return [...ids];
};

/** The agent goes home: everything returns to its team with its deadline, and is given to whoever has room. */
export const signOff = async (runtime: Runtime, desk: Store.Desk): Promise<void> => {
  const { entityId, id: agentId } = desk.agent;
  await runtime.store.endPresence({ entityId, agentId }, runtime.now());
  for (const conversationId of await listHeld(runtime, desk)) {
    const key = { entityId, conversationId };
    if ((await runtime.store.readHead(key))?.state.assigneeId !== agentId) continue;
    await obey(runtime, key, {
      command: { type: "unassign", reason: "signed-off", agentId },
      commitId: `unassign:${runtime.newId()}`,
      actor: { kind: "agent", id: agentId },
    });
  }
};
