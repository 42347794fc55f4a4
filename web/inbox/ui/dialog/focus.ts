import { onCleanup } from "solid-js";

/** To where it was before the calling component: one opened by a key has no button to go back to. */
export const bringFocusBack = (): void => {
  const before = document.activeElement;
  onCleanup(() =>
    setTimeout(() => {
      // Who was led on meanwhile stays there.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    }),
  );
};
