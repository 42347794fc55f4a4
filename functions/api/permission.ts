import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";

export type Permission =
  | "read"
  | "reply"
  | "redact"
  | "assign"
  | "curate"
  | "supervise"
  /** Approving what a supervisor wants to tell everybody in an incident. */
  | "approve-incident"
  | "read-log"
  | "read-admin-log"
  | "explain-redaction"
  | "manage-redaction"
  | "manage-agents"
  | "manage-entity"
  /** How the accounts stand at their platforms. */
  | "read-health"
  | "manage-channels"
  /** Everybody's figures; without it one's own. */
  | "read-reports"
  | "read-own-report"
  | "write-templates"
  | "approve-templates"
  | "approve"
  | "manage-guard"
  | "manage-kit"
  /** Lists of people, branches and experts, the bank's names. */
  | "manage-directory"
  | "record-training"
  /** How long words are kept, what is held and what is to go. */
  | "read-retention"
  | "manage-retention"
  /** Legal holds, and erasing on request. */
  | "hold"
  | "erase";

/** Who may do what; a line a permission. */
const holders: Readonly<Record<Permission, readonly Entity.Role[]>> = {
  read: ["agent", "supervisor", "compliance", "admin"],
  reply: ["agent", "supervisor"],
  redact: ["agent", "supervisor"],
  assign: ["supervisor"],
  supervise: ["supervisor"],
  "approve-incident": ["supervisor", "compliance"],
  curate: ["supervisor"],
  "read-log": ["supervisor", "compliance"],
  "read-admin-log": ["compliance", "admin"],
  "read-reports": ["supervisor", "compliance", "admin"],
  "read-own-report": ["agent"],
  "explain-redaction": ["compliance", "admin"],
  "manage-redaction": ["admin"],
  "manage-agents": ["admin"],
  "manage-entity": ["admin"],
  "write-templates": ["supervisor", "compliance", "admin"],
  "approve-templates": ["supervisor", "compliance"],
  approve: ["supervisor", "compliance"],
  "manage-guard": ["compliance", "admin"],
  "manage-directory": ["supervisor", "admin"],
  "manage-kit": ["compliance", "admin"],
  "record-training": ["supervisor", "compliance", "admin"],
  "read-retention": ["compliance", "admin"],
  "manage-retention": ["admin"],
  hold: ["compliance"],
  erase: ["compliance"],
  "read-health": ["supervisor", "compliance", "admin"],
  "manage-channels": ["admin"],
};

const permissions = Object.entries(holders) as readonly [Permission, readonly Entity.Role[]][];

export const permissionsOf = (role: Entity.Role): readonly Permission[] =>
  permissions.flatMap(([permission, roles]) => (roles.includes(role) ? [permission] : []));

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
  if (record === undefined || record === claim) return { role: claim, can: permissionsOf(claim) };
  const role = ranks.indexOf(claim) < ranks.indexOf(record) ? claim : record;
  return { role, can: permissionsOf(claim).filter((each) => permissionsOf(record).includes(each)) };
};

/** Somebody named to approve may, whatever the role: two people look, and not two ranks. */
export const withNamed = (grant: Grant, agent: Pick<Entity.Agent, "approver"> | undefined): Grant =>
  agent?.approver === true && !grant.can.includes("approve") ? { ...grant, can: [...grant.can, "approve"] } : grant;

/** @throws permission.denied */
export const permit = <Caller extends Grant>(caller: Caller, permission: Permission): Caller => {
  if (!caller.can.includes(permission)) throw new Fault("permission.denied");
  return caller;
};
