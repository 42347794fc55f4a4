import { preferencesKey } from "./key.ts";
import type { Table } from "./table.ts";

/** How a person likes to work; nothing of a customer. */
export type Preferences = {
  /** Whether keys made of one character do anything. */
  readonly keysOn: boolean;
  /** Keys chosen instead of the usual ones, by action; null for none. */
  readonly keys: Readonly<Record<string, string | null>>;
  /** Initials that sign a public answer: "SL" for ^SL. */
  readonly initials?: string;
};

const usual: Preferences = { keysOn: true, keys: {} };

export const readPreferences = async (table: Table, entityId: string, agentId: string): Promise<Preferences> => {
  const item = await table.get(preferencesKey(entityId, agentId));
  return item === undefined ? usual : { ...usual, ...(JSON.parse(String(item["preferences"])) as Preferences) };
};

/** Replaces them: the last of two pages wins. */
export const putPreferences = async (
  table: Table,
  entityId: string,
  agentId: string,
  preferences: Preferences,
): Promise<void> => {
  await table.put({ ...preferencesKey(entityId, agentId), preferences: JSON.stringify(preferences) });
};
