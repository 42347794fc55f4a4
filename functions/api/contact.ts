import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import { type Runtime, readTogether } from "#functions/runtime";
import { headOf } from "./order.ts";

const linkedShown = 5;
/** More conversations than one customer has. */
const mostOfContact = 500;

export const peerOf = (entityId: string, peerId: string | undefined): Store.Peer | undefined =>
  peerId === undefined ? undefined : { entityId, peerId };

/** @throws conversation.unknown, contact.unknown where the platform names nobody */
export const contactOf = async (runtime: Pick<Runtime, "store">, key: Store.ConversationKey): Promise<Store.Peer> => {
  const contact = peerOf(key.entityId, (await headOf(runtime, key)).label.contact);
  if (contact === undefined) throw new Fault("contact.unknown");
  return contact;
};

/** Every conversation of a contact, with what is read together with one. */
export const conversationsOf = async (
  runtime: Pick<Runtime, "store">,
  contact: Store.Peer,
): Promise<readonly Store.Head[]> => {
  const { entityId } = contact;
  const heads = new Map<string, Store.Head>();
  for (const conversationId of await runtime.store.listPeers(contact, mostOfContact)) {
    if (heads.has(conversationId)) continue;
    for (const head of await readTogether(runtime, { entityId, conversationId })) heads.set(head.state.id, head);
  }
  return [...heads.values()];
};

/** Other contacts of the same customer, and the newest of what they wrote. */
export const linkedTo = async ({ store }: Pick<Runtime, "store">, contact: Store.Peer) =>
  Promise.all(
    (await store.listContactLinks(contact)).map(async ({ id, peerId }) => ({
      linkId: id,
      conversations: [...(await store.listPeers({ ...contact, peerId }, linkedShown))],
    })),
  );
