import { Fault } from "#core/fault";
import * as Redaction from "#core/redaction";

/**
 * A name that is kept as it was written: it must say nothing of a customer.
 * @throws name.personal-data
 */
export const expectPlainName = (name: string): void => {
  if (Redaction.redact(name).found.length > 0) throw new Fault("name.personal-data");
};
