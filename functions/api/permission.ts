import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";

export type Permission =
  | "read"
  | "reply"
  | "redact"
  | "assign"
  | "curate"
  | "supervise"
  | "read-log"
  | "read-admin-log"
  | "explain-redaction"
  | "manage-redaction"
  | "manage-agents"
  | "manage-entity";

const permissions: Readonly<Record<Entity.Role, readonly Permission[]>> = {
  agent: ["read", "reply", "redact"],
  supervisor: ["read", "reply", "redact", "assign", "supervise", "curate", "read-log"],
  compliance: ["read", "read-log", "read-admin-log", "explain-redaction"],
  admin: ["read", "read-admin-log", "explain-redaction", "manage-redaction", "manage-agents", "manage-entity"],
};

export const permissionsOf = (role: Entity.Role): readonly Permission[] => permissions[role];

/** From the weakest to the strongest. */
const ranks: readonly Entity.Role[] = ["compliance", "agent", "supervisor", "admin"];

export type Grant = {
  readonly role: Entity.Role;
  /** Within the entity and nowhere else. */
  readonly can: readonly Permission[];
};

/**
 * What a person may do: what both the token's claims and the entity's own record allow, so that either can take something
 * away. Without a record the first claim counts alone.
 */
export const grantOf = (claims: readonly Entity.Role[], record: Entity.Role | undefined): Grant | undefined => {
  const claim = claims.find((each) => each === record) ?? claims[0];
  if (claim === undefined) return undefined;
  if (record === undefined || record === claim) return { role: claim, can: permissions[claim] };
  const role = ranks.indexOf(claim) < ranks.indexOf(record) ? claim : record;
  return { role, can: permissions[claim].filter((each) => permissions[record].includes(each)) };
};

/** @throws permission.denied */
export const permit = <Caller extends Grant>(caller: Caller, permission: Permission): Caller => {
  if (!caller.can.includes(permission)) throw new Fault("permission.denied");
  return caller;
};
