import type { Agent, Me } from "../../data/api-types.ts";
import type { Words } from "../../language/words.ts";
import type { ShownEvent } from "./timeline-model.ts";

type Known = { agents: readonly Pick<Agent, "id" | "name">[]; teams: Me["entity"]["teams"] };

/** A system event as a sentence. */
export const eventText = (event: ShownEvent, { agents, teams }: Known, say: Words): string => {
  const nameOf = (id: string | undefined) => agents.find((agent) => agent.id === id)?.name ?? id ?? "";
  const actor = event.actor.kind === "agent" ? nameOf(event.actor.id) : undefined;
  switch (event.type) {
    case "rated":
      return say.event.rated(event.score ?? 0);
    case "assigned":
      return event.actor.kind === "agent" && event.actor.id === event.agentId
        ? say.event.taken(nameOf(event.agentId))
        : say.event.assigned(nameOf(event.agentId), actor);
    case "moved":
      return say.event.moved(teams.find(({ id }) => id === event.teamId)?.name ?? event.teamId ?? "", actor);
    case "unassigned":
    case "snoozed":
    case "woken":
    case "closed":
    case "reopened":
    case "recalled":
    case "merged":
    case "merged-into":
    case "separated":
    case "evidence-read":
    case "evidence-dropped":
    case "split-from":
    case "split-off":
    case "erasure-ordered":
    case "erased":
    case "hold-placed":
    case "hold-lifted":
    case "complaint-confirmed":
    case "complaint-refused":
      return say.event[event.type](actor ?? (event.actor.kind === "contact" ? say.conversation.customer : undefined));
    case "at-risk":
    case "breached":
    case "hidden":
    case "unhidden":
    case "escalated":
    case "notified":
    case "notice-failed":
    case "came-late":
    case "automatic-withheld":
    case "joined":
      return say.event[event.type]();
  }
};
