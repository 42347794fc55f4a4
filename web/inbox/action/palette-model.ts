import { folded } from "#core/search";
import type { Action } from "./registry.ts";

/** Actions that have every word asked for, those whose name begins with it first. */
export const findActions = (actions: readonly Action[], asked: string): Action[] => {
  const wanted = folded(asked).split(/\s+/).filter(Boolean);
  return actions
    .map((action) => ({ action, rank: rankOf(action, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ action }) => action);
};

const rankOf = (action: Action, wanted: readonly string[]): number => {
  const name = folded(action.label());
  const all = `${name} ${folded(action.words?.() ?? "")}`;
  if (!wanted.every((word) => all.includes(word))) return 0;
  if (name.startsWith(wanted.join(" "))) return 3;
  return wanted.every((word) => name.includes(word)) ? 2 : 1;
};
