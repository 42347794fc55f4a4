import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import type { Conversation } from "./state.ts";

/** Which application answers a thread. Meta gives it to one at a time: Messenger Platform, "Conversation Routing". */
export type Control = { readonly by: "us" | "another"; readonly since: Sla.Instant };

export type ControlEvent = {
  readonly type: "control-changed";
  readonly by: Control["by"];
  readonly occurredAt: Sla.Instant;
};

export type ControlCommand = {
  readonly type: "note-control";
  readonly by: Control["by"];
  readonly occurredAt: Sla.Instant;
};

/** Why nobody can answer here: another application holds the thread, or X alone can read what was written. */
export type Elsewhere = "another-application" | "encrypted";

/** Until it is told otherwise a thread is ours. News that is older than what is known changes nothing. */
export const noteControl = ({ control }: Conversation, { by, occurredAt }: ControlCommand): readonly ControlEvent[] => {
  const isOlder = control !== undefined && occurredAt < control.since;
  return isOlder || (control?.by ?? "us") === by ? [] : [{ type: "control-changed", by, occurredAt }];
};

export const elsewhere = ({ control, isEncrypted }: Conversation): Elsewhere | undefined => {
  if (control?.by === "another") return "another-application";
  return isEncrypted === true ? "encrypted" : undefined;
};

/** @throws reply.handled-elsewhere, reply.encrypted */
export const requireHere = (state: Conversation): void => {
  switch (elsewhere(state)) {
    case "another-application":
      throw new Fault("reply.handled-elsewhere");
    case "encrypted":
      throw new Fault("reply.encrypted");
    case undefined:
      return;
  }
};
