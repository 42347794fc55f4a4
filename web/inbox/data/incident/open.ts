import { onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { Desk } from "../desk.ts";
import { createStanding } from "../standing.ts";
import { createRefresher } from "../wallboard/refresh.ts";
import type { Incident, Incidents } from "./types.ts";

const PAUSE_MS = 500;
/** An approval or a new suggestion changes no conversation, and so is told by nobody. */
const ANYWAY_MS = 5_000;

/** The incidents, live. Must be called under an owner, and ends with it. */
export const openIncidents = (desk: Desk) => {
  const [shown, setShown] = createStore<{ known: Incidents | undefined }>({ known: undefined });
  const standing = createStanding(desk);
  const read = () => standing.read(async () => setShown("known", reconcile(await desk.api.incidents(), { key: "id" })));
  const refresh = createRefresher(read, PAUSE_MS);
  const stop = desk.changes.listen({ changed: refresh, gone: refresh, everything: refresh });
  const timer = setInterval(refresh, ANYWAY_MS);
  onCleanup(() => {
    stop();
    clearInterval(timer);
  });
  refresh();
  return {
    shown,
    fault: standing.fault,
    refresh,
    /** Does something to an incident, and shows what it has become. */
    act: async (work: Promise<Incident>) => {
      await work;
      await read();
    },
  };
};

export type OpenIncidents = ReturnType<typeof openIncidents>;
