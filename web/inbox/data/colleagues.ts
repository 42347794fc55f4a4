import { createSignal } from "solid-js";
import type { Api } from "./api.ts";
import type { Agent } from "./api-types.ts";

type Known = { api: Pick<Api, "agents">; me: string; report: (fault: unknown) => void };

/** The bank's people: names for who holds what, and who is there. Without them ids are shown. */
export const createColleagues = ({ api, me, report }: Known) => {
  const [agents, setAgents] = createSignal<readonly Agent[]>([]);
  let asked = 0;
  const loadAgents = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    try {
      const { items } = await api.agents();
      // An answer that was overtaken knows less.
      if (mine === asked) setAgents(items);
    } catch (fault) {
      report(fault);
    }
  };
  let wasOnline = false;
  return {
    agents,
    agentName: (agentId: string): string => agents().find(({ id }) => id === agentId)?.name ?? agentId,
    loadAgents,
    /** Being on the line is being present: what was read before it said that I am not. After a gap all may have changed. */
    meetAgents: async (): Promise<void> => {
      const isKnownHere = agents().some(({ id, present }) => id === me && present);
      if (wasOnline || !isKnownHere) await loadAgents();
      wasOnline = true;
    },
  };
};
