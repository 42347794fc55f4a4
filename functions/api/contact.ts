import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import { inLanes, type Runtime, readTogether } from "#functions/runtime";
import { headOf } from "./order.ts";

const linkedShown = 5;
const readAtOnce = 8;

export const peerOf = (entityId: string, peerId: string | undefined): Store.Peer | undefined =>
  peerId === undefined ? undefined : { entityId, peerId };

/** @throws conversation.unknown, contact.unknown where the platform names nobody */
export const contactOf = async (runtime: Pick<Runtime, "store">, key: Store.ConversationKey): Promise<Store.Peer> => {
  const contact = peerOf(key.entityId, (await headOf(runtime, key)).label.contact);
  if (contact === undefined) throw new Fault("contact.unknown");
  return contact;
};

/** Every conversation of a contact that has words, with what is read together with one. */
export const conversationsOf = async (
  runtime: Pick<Runtime, "store">,
  contact: Store.Peer,
): Promise<readonly Store.Head[]> => {
  const { store } = runtime;
  const { entityId } = contact;
  const cards = await store.readCards(entityId, await store.listEveryPeer(contact));
  const withWords = cards.filter(({ erased }) => erased === null || erased.isPast);
  const heads = new Map<string, Store.Head>();
  await inLanes(readAtOnce, withWords, async ({ id }) => {
    if (heads.has(id)) return;
    for (const head of await readTogether(runtime, { entityId, conversationId: id })) heads.set(head.state.id, head);
  });
  return [...heads.values()].filter(({ state }) => !Conversation.isErased(state));
};

/** Other contacts of the same customer, and the newest of what they wrote. */
export const linkedTo = async ({ store }: Pick<Runtime, "store">, contact: Store.Peer) =>
  Promise.all(
    (await store.listContactLinks(contact)).map(async ({ id, peerId }) => ({
      linkId: id,
      conversations: [...(await store.listPeers({ ...contact, peerId }, linkedShown))],
    })),
  );
