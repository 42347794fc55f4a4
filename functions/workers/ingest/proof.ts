import { timingSafeEqual } from "node:crypto";
import * as Handoff from "#core/handoff";
import type * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";

/** A message that is nothing but the code asked for is no question. */
export const isProofAlone = ({ proofs, text }: Intake.Inbound): boolean =>
  proofs !== undefined && !/\p{L}/u.test(text.replace(/\[[^[\]]*\]/g, ""));

/**
 * The code that the secure page showed came from the conversation it was meant for: who signed in there is who writes here.
 * Anything else that looks like a code proves nothing and costs a try.
 */
export const recogniseProof = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { messageId, proofs = [] }: Intake.Inbound,
  since: number,
): Promise<void> => {
  for (const sent of proofs) {
    const awaited = await runtime.store.tryProof(key, { now: runtime.now(), tries: Handoff.proofTries });
    if (awaited === undefined) return;
    if (!isSame(awaited.hash, sent)) continue;
    const order = {
      command: { type: "verify", level: "strong", customerId: awaited.customerId },
      commitId: `verify:${messageId}`,
      actor: { kind: "contact" },
    } as const;
    await obey(runtime, key, { ...order, since });
    const joined = { entityId: key.entityId, conversationId: awaited.caseId };
    // Not begun yet: it takes over what is proven when it begins.
    if ((await runtime.store.readHead(joined)) !== undefined) await obey(runtime, joined, order);
    await runtime.store.removeProof(key);
    return;
  }
};

const isSame = (left: string, right: string): boolean => {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
};
