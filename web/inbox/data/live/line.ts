import { createSignal, onCleanup } from "solid-js";
import { connectLive, type LiveOptions, type LiveState } from "./connection.ts";

type LineOptions = Omit<LiveOptions, "onState"> & { onOnline: () => void };

/** The live connection of a page, and how it stands. */
export const createLine = ({ onOnline, ...options }: LineOptions) => {
  const [live, setLive] = createSignal<LiveState>("connecting");
  let connection: ReturnType<typeof connectLive> | undefined;
  const onState = (state: LiveState) => {
    setLive(state);
    if (state === "online") onOnline();
  };
  onCleanup(() => connection?.stop());
  return {
    live,
    say: () => connection?.say(),
    /** Opens it, once: after the first list, which it would only hold up. */
    goLive: () => {
      connection ??= connectLive({ ...options, onState });
    },
  };
};
