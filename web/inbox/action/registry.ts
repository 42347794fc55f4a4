import { createSignal, getOwner, onCleanup } from "solid-js";
import type { Chord } from "./key-model.ts";

export type ActionGroup = "go" | "list" | "conversation" | "write" | "page";

/** Something a person can do here: one definition for its button, its key, the palette and the help. */
export type Action = {
  /** Stable, `area.verb`: an agent's own keys are kept under it. */
  id: string;
  group: ActionGroup;
  /** Its name, in the language of the page. */
  label: () => string;
  /** Other words it may be looked for by. */
  words?: (() => string) | undefined;
  /** The key it has unless the agent chose another. */
  key?: Chord | undefined;
  /** More keys that always do the same; they are not changed by the agent. */
  also?: readonly Chord[] | undefined;
  /** Whether it can be done now; absent, always. */
  when?: (() => boolean) | undefined;
  /** A press that a more particular part of the page may want first: arrows in a list, say. */
  takes?: ((press: { key: string; target: EventTarget | null }) => boolean) | undefined;
  run: () => void;
};

/**
 * In the order they came. The set is what holds, and the signal only says that it changed: an update of a signal's value
 * from the one before is lost where another page is being drawn meanwhile, and with it what should have gone.
 */
const groups = new Set<readonly Action[]>();
const [changed, tellChange] = createSignal(undefined, { equals: false });

/** Registers actions for as long as the calling component lives; of two with one id, the later is meant. */
export const registerActions = (actions: readonly Action[]): (() => void) => {
  groups.add(actions);
  tellChange();
  const remove = () => {
    groups.delete(actions);
    tellChange();
  };
  if (getOwner()) onCleanup(remove);
  return remove;
};

/** Every action there is at the moment, whether or not it can be done now. */
export const registeredActions = (): Action[] => {
  changed();
  return [...new Map([...groups].flatMap((group) => group.map((action) => [action.id, action] as const))).values()];
};

/** Asked by every button that names its key, whenever actions come or go: nothing is gathered for it. */
export const findAction = (id: string): Action | undefined => {
  changed();
  let found: Action | undefined;
  for (const group of groups) for (const action of group) if (action.id === id) found = action;
  return found;
};

export const canDo = (action: Action): boolean => action.when?.() ?? true;

/** Does it if it is there and can be done. */
export const runAction = (id: string): boolean => {
  const action = findAction(id);
  if (!action || !canDo(action)) return false;
  action.run();
  return true;
};
