import { onCleanup } from "solid-js";
import { afterPaint } from "../data/after-paint.ts";

/**
 * Brings the focus along to what has opened, once it has been painted: to give the focus, the browser lays the page out,
 * and what is shown need not wait for that. Whoever has moved on meanwhile is not called back; where the focus was lost
 * with what had it, or given back by a dialog that closed, it is brought. Must be called under an owner.
 */
export const bringFocus = (element: () => HTMLElement | undefined): void => {
  const before = document.activeElement;
  const callOff = afterPaint(() => {
    const now = document.activeElement;
    const isThere = now === before || now === document.body || before?.isConnected === false;
    if (isThere) element()?.focus({ preventScroll: true });
  });
  onCleanup(callOff);
};
