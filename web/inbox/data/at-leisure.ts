import { afterPaint } from "./after-paint.ts";

/**
 * Acts when what is drawn now has been painted and a moment is free, after so many milliseconds in any case. Returns how to
 * call it off.
 */
export const atLeisure = (act: () => void, timeout: number): (() => void) => {
  let waiting: number | undefined;
  const callOff = afterPaint(() => {
    // Safari knows no idle moments.
    if (typeof requestIdleCallback === "undefined") act();
    else waiting = requestIdleCallback(act, { timeout });
  });
  return () => {
    callOff();
    if (waiting !== undefined) cancelIdleCallback(waiting);
  };
};
