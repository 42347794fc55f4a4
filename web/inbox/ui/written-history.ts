import { afterPaint } from "../data/after-paint.ts";

type Change = { value: string; replace?: boolean | undefined };

/**
 * The browser's history as the router keeps it, written once the place it names has been painted: the browser takes
 * longer to write an address down than a page takes to show it. Steps are written in their order and none is left out.
 */
export const createWrittenHistory = () => {
  let here = written();
  let unwritten: Change[] = [];
  let callOff = () => {};
  const write = () => {
    callOff();
    const changes = unwritten;
    unwritten = [];
    for (const { value, replace } of changes) {
      if (replace) history.replaceState(null, "", value);
      else history.pushState(null, "", value);
    }
  };
  return {
    get: () => here,
    set: ({ replace, value }: Change): void => {
      here = value;
      unwritten.push({ value, replace });
      callOff();
      // A page that nobody sees is not painted.
      if (document.visibilityState === "hidden") write();
      else callOff = afterPaint(write);
    },
    go: (steps: number): void => {
      write();
      history.go(steps);
    },
    listen: (tell: (value: string) => void): (() => void) => {
      const moved = () => {
        // Whoever went back has left what was not written yet.
        callOff();
        unwritten = [];
        here = written();
        tell(here);
      };
      addEventListener("popstate", moved);
      addEventListener("pagehide", write);
      return () => {
        removeEventListener("popstate", moved);
        removeEventListener("pagehide", write);
        write();
      };
    },
  };
};

const written = (): string => location.pathname + location.search + location.hash;
