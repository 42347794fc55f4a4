import { words } from "../language/index.ts";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isField = (target: unknown): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/**
 * What is missing or wrong in a field is said in the page's language, where browsers say it in their own. What a field says
 * for itself stands. Until the returned function is called.
 */
export const speakOfFields = (): (() => void) => {
  const said = new WeakMap<Field, string>();
  const unsay = (field: Field) => {
    if (said.get(field) === field.validationMessage) field.setCustomValidity("");
    said.delete(field);
  };
  const onInvalid = ({ target }: Event) => {
    if (!isField(target)) return;
    unsay(target);
    if (target.validity.valid || target.validity.customError) return;
    const sentence = sentenceOf(target);
    said.set(target, sentence);
    target.setCustomValidity(sentence);
  };
  const onChange = ({ target }: Event) => {
    if (isField(target)) unsay(target);
  };
  // A script may have filled a field meanwhile: it is looked at afresh. Enter presses the form's button too.
  const onPress = ({ target }: Event) => {
    const form = target instanceof Element ? target.closest("button")?.form : undefined;
    for (const field of form?.elements ?? []) if (isField(field)) unsay(field);
  };
  const listeners = [
    ["invalid", onInvalid],
    ["input", onChange],
    ["change", onChange],
    ["click", onPress],
  ] as const;
  for (const [name, listener] of listeners) document.addEventListener(name, listener, { capture: true });
  return () => {
    for (const [name, listener] of listeners) document.removeEventListener(name, listener, { capture: true });
  };
};

const sentenceOf = (field: Field): string => {
  const { field: say } = words();
  const { patternMismatch, rangeOverflow, rangeUnderflow, tooShort, valueMissing } = field.validity;
  if (valueMissing || (patternMismatch && field.value.trim() === "")) return missing(field);
  if (tooShort && !(field instanceof HTMLSelectElement)) return say.short(field.minLength);
  if (field instanceof HTMLInputElement && field.type === "number") {
    if (rangeUnderflow) return say.least(field.min);
    if (rangeOverflow) return say.most(field.max);
  }
  return field.title === "" ? say.unfit : field.title;
};

const missing = (field: Field): string => {
  const { field: say } = words();
  if (field instanceof HTMLSelectElement) return say.choose;
  return field.type === "checkbox" || field.type === "radio" ? say.tick : say.missing;
};
