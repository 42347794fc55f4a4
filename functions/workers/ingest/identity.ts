import type * as Intake from "#core/intake";
import { partsOf, type Runtime } from "#functions/runtime";

/**
 * The same update in the conversation its contact already has, under whichever of their ids it began: WhatsApp names people by a
 * telephone number, by a user id, or by both, and changes either (business-scoped user ids). Their other ids lead there from now on.
 */
export const atHome = async (runtime: Runtime, inbound: Intake.Inbound): Promise<Intake.Inbound> => {
  const { aliases, channel, conversationId, entityId, groupId } = inbound;
  if (channel !== "whatsapp" || conversationId === undefined) return inbound;
  const names = [conversationId, ...aliases];
  const home = (await homeOf(runtime, entityId, names)) ?? conversationId;
  for (const name of names) {
    if (name === home) continue;
    await runtime.store.putPointer(entityId, name, { conversationId: home, messageId: home, groupId });
  }
  return { ...inbound, conversationId: home };
};

const homeOf = async ({ store }: Runtime, entityId: string, names: readonly string[]): Promise<string | undefined> => {
  for (const name of names) {
    const pointer = await store.readPointer(entityId, name);
    if (pointer !== undefined) return pointer.conversationId;
    if ((await store.readHead({ entityId, conversationId: name })) !== undefined) return name;
  }
  return undefined;
};

/** The customer's id has changed: the next answer goes to the new one. */
export const move = async (
  { store }: Runtime,
  { address, conversationId, entityId }: Intake.Inbound,
): Promise<void> => {
  if (address === undefined || conversationId === undefined) return;
  const key = { entityId, conversationId };
  const head = await store.readHead(key);
  if (head === undefined) return;
  const states = [head, ...(await partsOf({ store }, head.state))].map(({ state }) => state);
  for (const { lastInboundId } of states) {
    if (lastInboundId === undefined) continue;
    await store.reviseBody(key, lastInboundId, (body) =>
      body.movedTo === address ? body : { ...body, movedTo: address },
    );
  }
};
