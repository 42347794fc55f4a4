import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import * as Redaction from "#core/redaction";
import type { Runtime } from "#functions/runtime";

/**
 * What people write for colleagues, as it may be kept: redacted as a customer's message is, by the bank's own rules too.
 * @throws entity.unknown
 */
export const redactedNote = async (
  { store }: Pick<Runtime, "store">,
  { entityId }: { readonly entityId: string },
  text: string,
): Promise<Redaction.Redaction> => {
  const entity = await store.readEntity(entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  return Redaction.redact(text, Intake.redactionOf(entity, "private"));
};
