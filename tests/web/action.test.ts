import { afterEach, expect, test } from "vitest";
import { boundActions, holderOf, keyOf, setKeys } from "../../web/inbox/action/binding.ts";
import { chordOf, collide, isBare, keyNames, type Press } from "../../web/inbox/action/key-model.ts";
import { findActions } from "../../web/inbox/action/palette-model.ts";
import { type Action, registerActions, runAction } from "../../web/inbox/action/registry.ts";

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const action = (id: string, key?: string, more: Partial<Action> = {}): Action => ({
  id,
  group: "page",
  label: () => id,
  key,
  run: () => undefined,
  ...more,
});

let remove: (() => void)[] = [];
const register = (...actions: Action[]) => void remove.push(registerActions(actions));
afterEach(() => {
  for (const each of remove) each();
  remove = [];
  setKeys({ areOn: true, own: {} });
});

test.each([
  ["a question mark, held with Shift on both AZERTY and QWERTY", press("?", { shiftKey: true }), "?"],
  ["a digit, which AZERTY makes with Shift", press("2", { shiftKey: true }), "2"],
  ["a letter under Caps Lock", press("R"), "r"],
  ["a letter with Shift", press("R", { shiftKey: true }), "shift+r"],
  ["⌘ on a Mac", press("k", { metaKey: true }), "mod+k"],
  ["Ctrl elsewhere", press("k", { ctrlKey: true }), "mod+k"],
  ["Enter with two keys", press("Enter", { ctrlKey: true, shiftKey: true }), "mod+shift+Enter"],
  [
    "a character that AltGr makes, told as Ctrl and Alt",
    press("#", { ctrlKey: true, altKey: true, getModifierState: (name) => name === "AltGraph" }),
    "#",
  ],
  ["a modifier alone", press("Shift", { shiftKey: true }), undefined],
])("a key is bound by the character it makes: %s", (_, pressed, chord) => {
  expect(chordOf(pressed)).toBe(chord);
});

test("keys are named as the keyboard names them", () => {
  expect(keyNames("mod+shift+Enter", false)).toEqual(["Ctrl", "⇧", "↵"]);
  expect(keyNames("mod+k", true)).toEqual(["⌘", "K"]);
  expect(keyNames("g m", false)).toEqual(["G", "M"]);
  expect(keyNames("+", false)).toEqual(["+"]);
});

test("switched off, keys of one character do nothing and the others still do", () => {
  register(action("one", "r"), action("two", "mod+k"));
  setKeys({ areOn: false, own: {} });
  expect(boundActions().map(({ chord }) => chord)).toEqual(["mod+k"]);
  expect(isBare("g m")).toBe(true);
});

test("an agent's own key stands for the usual one, and may be none", () => {
  const [one, two] = [action("one", "r"), action("two", "n")];
  register(one, two);
  setKeys({ areOn: true, own: { one: "x", two: null } });
  expect([keyOf(one), keyOf(two)]).toEqual(["x", undefined]);
});

test("a key that begins another's sequence is taken", () => {
  register(action("go", "g m"));
  expect(holderOf("g", "other")?.id).toBe("go");
  expect(holderOf("m", "other")).toBeUndefined();
  expect(collide("g m", "g u")).toBe(false);
});

test("of two with one id the later is meant, and what cannot be done is not", () => {
  const done: string[] = [];
  register(action("one", "r", { run: () => done.push("first") }));
  register(action("one", "r", { run: () => done.push("second") }));
  expect(runAction("one")).toBe(true);
  register(action("one", "r", { when: () => false, run: () => done.push("third") }));
  expect(runAction("one")).toBe(false);
  expect(done).toEqual(["second"]);
});

test("the palette finds without accents, by other words too, the beginning first", () => {
  const reply = action("reply", undefined, { label: () => "Répondre", words: () => "écrire client" });
  const again = action("again", undefined, { label: () => "Ne pas répondre" });
  expect(findActions([again, reply], "repon").map(({ id }) => id)).toEqual(["reply", "again"]);
  expect(findActions([again, reply], "client ecrire").map(({ id }) => id)).toEqual(["reply"]);
  expect(findActions([again, reply], "zzz")).toEqual([]);
});
