import { boundActions } from "./binding.ts";
import { type Chord, chordOf, isBare } from "./key-model.ts";
import { canDo } from "./registry.ts";

/** The second key of a sequence comes within this time. */
const SEQUENCE_MS = 1_500;

/** Turns key presses into actions until the returned function is called. */
export const listenToKeys = (): (() => void) => {
  let begun: { chord: Chord; at: number } | undefined;
  const onKey = (event: KeyboardEvent) => {
    const chord = chordOf(event);
    if (chord === undefined || event.defaultPrevented || event.isComposing || isTaken(event, chord)) return;
    const first = begun && event.timeStamp - begun.at < SEQUENCE_MS ? begun.chord : undefined;
    begun = undefined;
    const bound = boundActions();
    const pressed = first === undefined ? chord : `${first} ${chord}`;
    const found = bound.find(
      ({ chord: other, action }) => other === pressed && canDo(action) && (action.takes?.(event) ?? true),
    );
    if (found) {
      event.preventDefault();
      found.action.run();
    } else if (first === undefined && bound.some(({ chord: other }) => other.startsWith(`${chord} `))) {
      begun = { chord, at: event.timeStamp };
    }
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
};

/** Where a key already means something: dialogs and menus take all, fields take what writes. */
const isTaken = (event: KeyboardEvent, chord: Chord): boolean => {
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest("[role=menu], [role=dialog], [role=listbox]")) return true;
  return isBare(chord) && target.closest("input, textarea, select, [contenteditable]") !== null;
};
