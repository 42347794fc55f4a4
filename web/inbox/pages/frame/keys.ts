import { preferences } from "../../data/preferences.ts";

/** What a single key does. Bound by the character, so that "?" is "?" on any keyboard. */
const COMMANDS = {
  j: "next",
  ArrowDown: "next",
  k: "previous",
  ArrowUp: "previous",
  u: "back",
  r: "reply",
  n: "note",
  t: "take",
  "?": "help",
} as const;

export type KeyCommand = (typeof COMMANDS)[keyof typeof COMMANDS];
type Handlers = Partial<Record<KeyCommand, () => void>>;

export const keysAreOn = (): boolean => preferences.get("keys") !== "off";
export const setKeysOn = (on: boolean): void => preferences.set("keys", on ? "on" : "off");

/** Listens until the returned function is called. Several parts of the page listen to their own commands. */
export const listenToKeys = (handlers: Handlers): (() => void) => {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !keysAreOn()) return;
    const command = (COMMANDS as Record<string, KeyCommand>)[event.key];
    const handler = command && handlers[command];
    if (!handler || isTaken(event)) return;
    event.preventDefault();
    handler();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
};

/** Where a key already means something: fields, menus, dialogs; arrows outside the list scroll. */
const isTaken = (event: KeyboardEvent): boolean => {
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest("input, textarea, select, [role=menu], [role=dialog]")) return true;
  return event.key.startsWith("Arrow") && !target.closest(".list-pane");
};
