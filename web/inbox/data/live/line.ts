import { createSignal, onCleanup } from "solid-js";
import { connectLive, type LiveOptions, type LiveState } from "./connection.ts";

type LineOptions = Omit<LiveOptions, "onState"> & { onOnline: () => void };

/** The live connection of a page, and how it stands. */
export const createLine = ({ onOnline, ...options }: LineOptions) => {
  const [live, setLive] = createSignal<LiveState>("connecting");
  let stop: (() => void) | undefined;
  const onState = (state: LiveState) => {
    setLive(state);
    if (state === "online") onOnline();
  };
  onCleanup(() => stop?.());
  return {
    live,
    /** Opens it, once: after the first list, which it would only hold up. */
    goLive: () => {
      stop ??= connectLive({ ...options, onState });
    },
  };
};
