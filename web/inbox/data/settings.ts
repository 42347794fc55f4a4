import { ApiFault } from "./api-fault.ts";

/**
 * What is being edited, upon what somebody else has kept meanwhile: what was changed here stays changed, all else is
 * theirs. Lists and texts count as a whole.
 */
export const upon = <Settings>(mine: Settings, read: Settings, theirs: Settings): Settings => {
  if (isGroup(mine) && isGroup(theirs) && isGroup(read)) {
    const fields = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    const merged = [...fields].map((field) => [field, upon(mine[field], read[field], theirs[field])] as const);
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as Settings;
  }
  return JSON.stringify(mine) === JSON.stringify(read) ? theirs : mine;
};

/** Somebody else's change came first: what they kept is to be read before one's own is sent again. */
export const isOvertaken = (fault: unknown): boolean =>
  fault instanceof ApiFault && fault.problem?.code === "settings.changed";

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
