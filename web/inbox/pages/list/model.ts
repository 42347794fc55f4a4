import type { Agent } from "../../data/api-types.ts";
import type { Words } from "../../language/words.ts";

/** Who holds a conversation, in words: "You", a name, or nobody. An id we know no name for is shown as it is. */
export const holderName = (
  assignee: string | null,
  agents: readonly Pick<Agent, "id" | "name">[],
  me: string,
  say: Words,
): string => {
  if (assignee === null) return say.list.unassigned;
  if (assignee === me) return say.list.you;
  return agents.find(({ id }) => id === assignee)?.name ?? assignee;
};
