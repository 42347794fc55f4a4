import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { headOf } from "./command.ts";

export const peerOf = (entityId: string, peerId: string | undefined): Store.Peer | undefined =>
  peerId === undefined ? undefined : { entityId, peerId };

/** @throws conversation.unknown, contact.unknown where the platform names nobody */
export const contactOf = async (runtime: Pick<Runtime, "store">, key: Store.ConversationKey): Promise<Store.Peer> => {
  const contact = peerOf(key.entityId, (await headOf(runtime, key)).label.contact);
  if (contact === undefined) throw new Fault("contact.unknown");
  return contact;
};
