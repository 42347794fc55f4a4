import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import type { Kit, Training } from "./schema.ts";

/** What an agent has accepted and learned, and when. */
export type Standing = {
  readonly agentId: string;
  readonly charter?: { readonly version: number; readonly at: Sla.Instant };
  readonly trainings: Readonly<Record<string, Sla.Instant>>;
  /** Exercises that were passed, by id, and when last. */
  readonly practised?: Readonly<Record<string, Sla.Instant>>;
};

export const newcomer = (agentId: string): Standing => ({ agentId, trainings: {} });

/** A bank without a charter asks for none. */
export const hasAccepted = ({ charter }: Kit, standing: Standing): boolean =>
  charter === undefined || standing.charter?.version === charter.version;

export type Learned =
  | { readonly state: "valid" | "expired"; readonly until: Sla.Instant }
  | { readonly state: "missing" };

export const learned = ({ id, validDays }: Training, { trainings }: Standing, now: Sla.Instant): Learned => {
  const at = trainings[id];
  if (at === undefined) return { state: "missing" };
  const until = Instant.after(at, validDays * Instant.daySeconds);
  return { state: until > now ? "valid" : "expired", until };
};
