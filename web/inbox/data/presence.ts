import { createEffect, createSignal } from "solid-js";
import type { Api } from "./api.ts";
import type { Agent } from "./api-types.ts";

type Known = {
  api: Pick<Api, "setPresence">;
  me: string;
  agents: () => readonly Agent[];
  report: (fault: unknown) => void;
};

/** Whether work may come to the person who is signed in. Must be called under an owner. */
export const createPresence = ({ agents, api, me, report }: Known) => {
  const [presence, setPresence] = createSignal<"present" | "away">("present");
  // Being connected is being present, unless one said "away" before: the server knows.
  createEffect(() => {
    const myself = agents().find(({ id }) => id === me);
    if (myself) setPresence(myself.present ? "present" : "away");
  });
  return {
    presence,
    bePresent: async (status: "present" | "away") => {
      const before = presence();
      setPresence(status);
      await api.setPresence(status).catch((fault) => {
        report(fault);
        setPresence(before);
      });
    },
  };
};
