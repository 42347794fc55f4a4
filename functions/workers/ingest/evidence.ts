import type * as Intake from "#core/intake";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

/** What a body says of the evidence beside it; nothing when its time is over before it was taken in. */
export const evidenceMarkOf = (
  { now }: Pick<Runtime, "now">,
  { evidence }: Pick<Intake.Inbound, "evidence">,
): Pick<Store.Body, "evidence"> =>
  evidence === undefined || evidence.expiresAt <= now()
    ? {}
    : { evidence: { found: evidence.found, expiresAt: evidence.expiresAt } };

/** Keeps it where the body still speaks of it: what was removed, edited or dropped meanwhile is not brought back by a redelivery. */
export const keepEvidence = async (
  { store }: Pick<Runtime, "store">,
  key: Store.ConversationKey,
  body: Store.Body,
  { deduplicationId, evidence }: Pick<Intake.Inbound, "deduplicationId" | "evidence">,
): Promise<void> => {
  const isOvertaken = body.revisions !== undefined && body.revisions.at(-1) !== deduplicationId;
  if (evidence === undefined || body.evidence === undefined || isOvertaken) return;
  const { expiresAt, sealed } = evidence;
  await store.putEvidence(key, { messageId: body.id, sealed, expiresAt });
};
