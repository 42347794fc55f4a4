import { createEffect, onCleanup } from "solid-js";
import { afterPaint } from "../data/after-paint.ts";
import { words } from "../language/index.ts";

/**
 * Names the page in its tab, as long as there is something to name: told after what is shown has been painted, for the
 * browser takes as long to hear it as a part of a page takes to be drawn. Must be called under an owner.
 */
export const nameTab = (shown: () => string | undefined): void => {
  createEffect(() => {
    const name = shown();
    if (name === undefined) return;
    const title = `${name} · ${words().product}`;
    onCleanup(
      afterPaint(() => {
        document.title = title;
      }),
    );
  });
};
