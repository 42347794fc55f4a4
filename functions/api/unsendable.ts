import { Fault } from "#core/fault";
import * as Intake from "#core/intake";

/** What must not leave in a reply must not be kept where replies are made of. */
export const refuseUnsendable = (texts: readonly string[]): void => {
  const kinds = new Set(texts.flatMap((text) => Intake.unsendableKinds(text)));
  if (kinds.size > 0) throw new Fault("reply.personal-data", { kinds: [...kinds].join(" ") });
};
