import * as Classification from "#core/classification";
import type * as Conversation from "#core/conversation";
import * as Directory from "#core/directory";
import type * as Entity from "#core/entity";
import type * as Intake from "#core/intake";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

type Read = { readonly direction?: Conversation.Direction; readonly why: Readonly<Record<string, readonly string[]>> };

/**
 * What the bank's directory says of a message: its author is on a list, or it asks about a branch by its name. What cannot
 * wait goes to no branch. A team that is no more directs nothing.
 */
export const readDirection = async (
  { store }: Pick<Runtime, "store">,
  { author, isHeard, text }: Pick<Intake.Inbound, "author" | "isHeard" | "text">,
  {
    entity,
    labels,
    head,
  }: {
    readonly entity: Entity.Entity;
    readonly labels: Conversation.MessageLabels;
    readonly head: Store.Head | undefined;
  },
): Promise<Read> => {
  const directory = await store.readDirectory(entity.id);
  const names = isHeard === true ? Classification.namesIn(text, [entity.name, ...directory.names]) : [];
  const heard = names.length > 0 ? { heard: names } : {};
  const isTeam = (teamId: string): boolean => entity.teams.some(({ id }) => id === teamId);
  const person = Directory.audienceOf(author.handle, directory);
  if (person !== undefined && isTeam(person.teamId)) {
    const { audience, teamId } = person;
    return { direction: { audience, teamId }, why: { ...heard, audience: [audience] } };
  }
  const isAsking = labels.topic === "branch" && labels.urgency !== "urgent" && head === undefined;
  const branch = isAsking ? Directory.branchIn(text, directory) : undefined;
  if (branch === undefined || !isTeam(branch.teamId)) return { why: heard };
  return { direction: { placeId: branch.id, teamId: branch.teamId }, why: { ...heard, place: [branch.name] } };
};
