import { createSignal } from "solid-js";
import { type Chord, collide, isBare } from "./key-model.ts";
import { type Action, findAction, registeredActions } from "./registry.ts";

/** An agent's own keys, by the action's id; null for none. `areOn`: whether bare keys do anything. */
export type Keys = { areOn: boolean; own: Record<string, Chord | null> };

const [keys, setKeys] = createSignal<Keys>({ areOn: true, own: {} });

export { keys, setKeys };

export const keysAreOn = (): boolean => keys().areOn;

/** The key of an action for this agent; undefined where it has none, or none that works. */
export const keyOf = (action: Pick<Action, "id" | "key">): Chord | undefined => {
  const own = keys().own[action.id];
  const chord = own === undefined ? action.key : (own ?? undefined);
  return chord !== undefined && (keys().areOn || !isBare(chord)) ? chord : undefined;
};

/** For `aria-keyshortcuts` (WAI-ARIA 1.2): blanks there part alternatives, so a sequence is not told. */
export const ariaKeys = (id: string): string | undefined => {
  const action = findAction(id);
  const chord = action && keyOf(action);
  if (chord === undefined || chord.includes(" ")) return undefined;
  return chord
    .split("+")
    .map((part) => ({ mod: "Control", alt: "Alt", shift: "Shift" })[part] ?? part)
    .join("+");
};

/** Every chord that does something now. */
export const boundActions = (): { chord: Chord; action: Action }[] =>
  registeredActions().flatMap((action) => {
    const own = keyOf(action);
    const also = (action.also ?? []).filter((chord) => keys().areOn || !isBare(chord));
    return [...(own === undefined ? [] : [own]), ...also].map((chord) => ({ chord, action }));
  });

/** Which other action a chord would take the key from. */
export const holderOf = (chord: Chord, id: string): Action | undefined =>
  registeredActions().find((action) => {
    if (action.id === id) return false;
    const own = keyOf(action);
    return [...(own === undefined ? [] : [own]), ...(action.also ?? [])].some((other) => collide(chord, other));
  });
