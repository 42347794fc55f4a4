import type { Instant } from "#core/sla";
import type { Waiting } from "./waiting.ts";

/** An agent as routing sees one. Languages are ISO 639-1; a skill is a topic or a channel the agent is trained for. */
export type Desk = {
  readonly agentId: string;
  readonly present: boolean;
  /** Slots in use, of `capacity`. */
  readonly load: number;
  readonly capacity: number;
  readonly idleSince: Instant;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
};

/** Slots a conversation takes: a private talk asks for more turns than an answer to a post. */
const slotsByChannel: Readonly<Record<string, number>> = { secure: 2 };

/**
 * Who answers, or undefined when nobody present has room and speaks the language. The agent who knows the
 * conversation comes first while present; then those with the skill, then the least loaded, then the longest idle.
 */
export const pickAgent = (conversation: Waiting, desks: readonly Desk[], now: Instant): string | undefined => {
  const able = desks.filter((desk) => hasRoom(desk, conversation) && speaks(desk, conversation.language));
  const familiar = able.find((desk) => desk.agentId === conversation.lastAgentId);
  if (familiar) return familiar.agentId;
  const [best] = able.toSorted(
    (left, right) =>
      Number(isSkilled(right, conversation)) - Number(isSkilled(left, conversation)) ||
      left.load / left.capacity - right.load / right.capacity ||
      compare(idleSince(left, now), idleSince(right, now)) ||
      compare(left.agentId, right.agentId),
  );
  return best?.agentId;
};

const hasRoom = (desk: Desk, conversation: Waiting): boolean =>
  desk.present && desk.load + (slotsByChannel[conversation.channel] ?? 1) <= desk.capacity;

const speaks = (desk: Desk, language: string | undefined): boolean =>
  language === undefined || desk.languages.includes(language);

const isSkilled = (desk: Desk, { topic }: Waiting): boolean => topic !== undefined && desk.skills.includes(topic);

/** A clock that runs ahead must not make an agent the last in line. */
const idleSince = (desk: Desk, now: Instant): Instant => (desk.idleSince < now ? desk.idleSince : now);

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
