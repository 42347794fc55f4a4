import * as Channel from "#core/channel";
import type * as Entity from "#core/entity";
import * as Intake from "#core/intake";
import type { Runtime } from "#functions/runtime";

/** What is younger may still be on its way by webhook. */
export const marginMilliseconds = 3 * 60_000;

type Home = { readonly entity: Entity.Entity; readonly account: Entity.Account };

/**
 * Takes what a platform was asked for the way a delivery goes: normalised, redacted, queued. What is known already is
 * left; a customer's message that is not was told by no webhook, and is marked as such.
 * @returns how many of those there were
 */
export const takeMissed = async (runtime: Runtime, { account, entity }: Home, delivery: object): Promise<number> => {
  const { events } = Channel.normalise(account.platform === "x" ? "x" : "meta", Buffer.from(JSON.stringify(delivery)));
  const identityKey = await runtime.secrets.read("IDENTITY_KEY");
  const addressKey = await runtime.secrets.read("ADDRESS_KEY");
  const evidenceKey = () => runtime.secrets.read("EVIDENCE_KEY");
  const receivedAt = runtime.now();
  const missed: Intake.Inbound[] = [];
  for (const event of events) {
    if (!Intake.isConversational(event) || event.accountId !== account.accountId) continue;
    const inbound = await Intake.prepare(event, { entity, account, identityKey, addressKey, evidenceKey, receivedAt });
    if (inbound.op !== "message") continue;
    if ((await runtime.store.readPointer(entity.id, inbound.messageId)) !== undefined) continue;
    missed.push(inbound.direction === "inbound" ? { ...inbound, isLate: true } : inbound);
  }
  await runtime.queues.send(
    "inbound",
    missed.map((body) => ({ body, groupId: body.groupId, deduplicationId: body.deduplicationId })),
  );
  return missed.filter(({ isLate }) => isLate).length;
};
