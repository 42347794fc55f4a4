/** Acts when what is drawn now has been painted. Returns how to call it off. */
export const afterPaint = (act: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  const next = () => {
    timer = setTimeout(act);
  };
  // The task after a frame's callback finds it painted. A page that nobody sees has no frames.
  if (document.visibilityState === "hidden") next();
  else frame = requestAnimationFrame(next);
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};
