import * as z from "zod";
import type * as Channel from "#core/channel";
import type * as Entity from "#core/entity";
import * as Identity from "#core/identity";
import * as Instant from "#core/instant";
import * as Redaction from "#core/redaction";
import type { Secret } from "#core/secret";
import type * as Sla from "#core/sla";
import type { Inbound } from "./inbound.ts";

/** How long a fraudster's number or link is kept for those who fight fraud. */
const keptSeconds = 7 * Instant.daySeconds;

type Context = {
  readonly entity: Pick<Entity.Entity, "evidence">;
  /** Asked for where there is something to seal. */
  readonly evidenceKey: () => Promise<Secret>;
  readonly receivedAt: Sla.Instant;
};

/** What a customer's words quote as a fraudster's, sealed. Only where the bank has named who may see it. */
export const evidenceOf = async (
  { direction, op }: Pick<Channel.RawEvent, "direction" | "op">,
  { found, text }: { readonly text: string; readonly found: readonly Redaction.Finding[] },
  { entity, evidenceKey, receivedAt }: Context,
): Promise<Pick<Inbound, "evidence">> => {
  if (entity.evidence === undefined || direction !== "inbound" || (op !== "message" && op !== "edit")) return {};
  const quoted = Redaction.evidenceIn(text, found);
  if (quoted.length === 0) return {};
  const counts: Record<string, number> = {};
  for (const { kind } of quoted) counts[kind] = (counts[kind] ?? 0) + 1;
  const expiresAt = Instant.after(receivedAt, keptSeconds);
  return { evidence: { sealed: await Identity.sealEvidence(quoted, await evidenceKey()), found: counts, expiresAt } };
};

const Quoted = z.array(z.object({ kind: z.enum(["phone", "link"]), value: z.string() }));

/** What was sealed, for who may see it. */
export const openEvidence = async (sealed: string, key: Secret): Promise<readonly Redaction.Evidence[]> =>
  Quoted.parse(await Identity.openEvidence(sealed, key));
