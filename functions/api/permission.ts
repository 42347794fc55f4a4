import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import type { Caller } from "./sign-in.ts";

type Permission =
  | "read"
  | "reply"
  | "redact"
  | "assign"
  | "read-log"
  | "explain-redaction"
  | "manage-redaction"
  | "manage-agents"
  | "manage-entity";

const permissions: Readonly<Record<Entity.Role, readonly Permission[]>> = {
  agent: ["read", "reply", "redact"],
  supervisor: ["read", "reply", "redact", "assign", "read-log"],
  compliance: ["read", "read-log", "explain-redaction"],
  admin: ["read", "explain-redaction", "manage-redaction", "manage-agents", "manage-entity"],
};

/** What a role may do, within its entity and nowhere else. */
export const permissionsOf = (role: Entity.Role): readonly Permission[] => permissions[role];

/** @throws permission.denied */
export const permit = (caller: Caller, permission: Permission): Caller => {
  if (!permissionsOf(caller.role).includes(permission)) throw new Fault("permission.denied");
  return caller;
};
