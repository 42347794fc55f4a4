import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import type * as Redaction from "#core/redaction";

/** The text as it may be kept and sent, unchanged; or a refusal that names the kinds, never the values. */
export const screened = (text: string): Redaction.Redacted => {
  const kinds = Intake.unsendableKinds(text);
  if (kinds.length > 0) throw new Fault("reply.personal-data", { kinds: kinds.join(" ") });
  return text as Redaction.Redacted;
};
