/** A key as it is written: "r", "?", "mod+k", "shift+Enter"; two with a blank between are pressed one after the other: "g m". */
export type Chord = string;

/** What a keydown tells; a KeyboardEvent is one. */
export type Press = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  getModifierState?: (name: string) => boolean;
};

/**
 * The chord of a press, by the character it makes: "?" is "?" on every keyboard, whatever has to be held for it. Undefined
 * for a modifier alone. `mod` is Ctrl, or ⌘ on a Mac.
 */
export const chordOf = (press: Press): Chord | undefined => {
  if (["Shift", "Control", "Alt", "Meta", "AltGraph", "Dead", "Process", "Unidentified"].includes(press.key)) return;
  // AltGr makes characters, and some systems report it as Ctrl and Alt together.
  const isGraph = press.getModifierState?.("AltGraph") === true;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const hasOwnShift = press.key.length > 1 || key !== key.toUpperCase();
  return [
    ...(!isGraph && (press.ctrlKey || press.metaKey) ? ["mod"] : []),
    ...(!isGraph && press.altKey ? ["alt"] : []),
    ...(press.shiftKey && hasOwnShift ? ["shift"] : []),
    key === " " ? "Space" : key,
  ].join("+");
};

/** Made of characters alone: WCAG 2.1.4 wants these to be changeable and to be switched off. */
export const isBare = (chord: Chord): boolean => !/(?:mod|alt)\+/.test(chord);

const signs: Record<string, string> = {
  Enter: "↵",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  shift: "⇧",
};

/** The keys of a chord as this keyboard names them: "mod+k" → ["Ctrl", "K"]. */
export const keyNames = (chord: Chord, isMac: boolean): string[] =>
  chord
    .split(/[+ ](?=.)/)
    .map((key) => (key === "mod" ? (isMac ? "⌘" : "Ctrl") : key === "alt" && isMac ? "⌥" : (signs[key] ?? named(key))));

const named = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1);

/** Whether two chords cannot both be there: they are the same, or one begins the other. */
export const collide = (one: Chord, other: Chord): boolean =>
  one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
