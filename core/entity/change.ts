import canonicalize from "canonicalize";
import type { Agent, Entity } from "./schema.ts";

/** What an administrator did, for the log: names of fields and ids, never a person's name or the bank's words. */
export type AdminEvent =
  | { readonly type: "entity-changed"; readonly fields: readonly string[]; readonly items: Changes }
  | {
      readonly type: "agent-added" | "agent-changed";
      readonly agentId: string;
      readonly fields: readonly string[];
      readonly role: Agent["role"];
      readonly teamIds: readonly string[];
    }
  | { readonly type: "agent-removed"; readonly agentId: string }
  | {
      readonly type: "account-connected";
      readonly platform: string;
      readonly accountId: string;
      /** How, never with what. */
      readonly credential: string;
    }
  | { readonly type: "account-disconnected"; readonly platform: string; readonly accountId: string }
  | { readonly type: "dead-letters-replayed" }
  /** A conversation's log and words left the inbox as a file. */
  /** `after`: of a further page, the version it goes on from. */
  | {
      readonly type: "dossier-exported";
      readonly conversationId: string;
      readonly version: number;
      readonly after?: number;
    }
  | { readonly type: "redaction-run"; readonly runId: string; readonly dryRun: boolean }
  | { readonly type: "tag-changed"; readonly tagId: string; readonly isRetired: boolean }
  | { readonly type: "macro-changed" | "macro-removed"; readonly macroId: string }
  | {
      readonly type:
        | "template-written"
        | "template-submitted"
        | "template-approved"
        | "template-returned"
        | "template-retired";
      readonly templateId: string;
      readonly version: number;
    }
  | { readonly type: "guard-changed"; readonly version: number; readonly fields: readonly string[] }
  | { readonly type: "directory-changed"; readonly version: number; readonly fields: readonly string[] }
  | { readonly type: "kit-changed"; readonly version: number; readonly fields: readonly string[] }
  | { readonly type: "charter-accepted"; readonly agentId: string; readonly version: number }
  | { readonly type: "training-recorded"; readonly agentId: string; readonly trainingId: string }
  /** Two contacts are one customer, who agreed to it, or no longer does. */
  | {
      readonly type: "contacts-linked";
      readonly conversationId: string;
      readonly otherId: string;
      readonly linkId: string;
      readonly way: string;
    }
  | { readonly type: "contacts-unlinked"; readonly conversationId: string; readonly linkId: string }
  /** How long words are kept, and from when on they are erased for it. */
  | { readonly type: "term-set"; readonly wordsDays: number; readonly beginsAt?: string | undefined }
  /** What a person asked to have erased: one conversation with what is read in it, or all of a contact's. */
  | {
      readonly type: "erasure-requested";
      readonly conversationId: string;
      readonly of: "conversation" | "contact";
      readonly ground: string;
    }
  /** A legal hold, by its id. */
  | {
      readonly type: "hold-placed" | "hold-lifted";
      readonly conversationId: string;
      readonly holdId: string;
      readonly of: "conversation" | "contact";
    }
  /** What an earlier entry announced was refused. */
  | { readonly type: "not-done"; readonly of: number; readonly code: string };

type Changes = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
};

/** Undefined when nothing differs. */
export const entityChange = (before: Entity | undefined, after: Entity): AdminEvent | undefined => {
  const fields = differing(before, after);
  if (fields.length === 0) return undefined;
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const items = {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: [...now.keys()].filter((id) => old.has(id) && old.get(id) !== now.get(id)),
  };
  return { type: "entity-changed", fields, items };
};

/** Undefined when nothing differs. */
export const agentChange = (before: Agent | undefined, after: Agent): AdminEvent | undefined => {
  const { id: agentId, role, teamIds } = after;
  const fields = differing(before, after);
  if (fields.length === 0) return undefined;
  if (after.removed === true) return { type: "agent-removed", agentId };
  const type = before === undefined || before.removed === true ? "agent-added" : "agent-changed";
  return { type, agentId, fields, role, teamIds };
};

const differing = (before: object | undefined, after: object): readonly string[] => {
  const [old, now] = [formsOf(before ?? {}), formsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => field !== "revision" && old.get(field) !== now.get(field))
    .toSorted();
};

/** Values in one form, so that the order of fields means nothing. */
const formsOf = (value: object): ReadonlyMap<string, string | undefined> =>
  new Map(Object.entries(value).map(([field, part]) => [field, canonicalize(part)]));

/** What the entity lists, by an id that says what it is. */
const itemsOf = (entity: Entity | undefined): ReadonlyMap<string, string | undefined> => {
  const { accounts = [], slaPolicies = [], teams = [] } = entity ?? {};
  return new Map([
    ...accounts.map((each) => [`account ${each.platform}:${each.accountId}`, canonicalize(each)] as const),
    ...teams.map((each) => [`team ${each.id}`, canonicalize(each)] as const),
    ...slaPolicies.map((each) => [`policy ${each.id}@${each.version}`, canonicalize(each)] as const),
  ]);
};
