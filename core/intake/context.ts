import type * as Entity from "#core/entity";
import type { Secret } from "#core/secret";
import type * as Sla from "#core/sla";

/** Whose account an update is of, and the keys that its ids are kept under. */
export type Context = {
  readonly entity: Entity.Entity;
  readonly account: Pick<Entity.Account, "teamId">;
  readonly identityKey: Secret;
  readonly addressKey: Secret;
  /** Asked for where there is something to seal. */
  readonly evidenceKey: () => Promise<Secret>;
  readonly receivedAt: Sla.Instant;
};
