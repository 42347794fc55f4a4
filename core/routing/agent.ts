import type { Instant } from "#core/sla";
import { compare, type Waiting } from "./waiting.ts";

/** An agent as routing sees one. */
export type Desk = {
  readonly agentId: string;
  /** Signed in and taking new work. */
  readonly present: boolean;
  /** Slots in use, of `capacity`. */
  readonly load: number;
  readonly capacity: number;
  readonly idleSince: Instant;
  /** ISO 639-1. */
  readonly languages: readonly string[];
  /** Topics the agent is trained for. */
  readonly skills: readonly string[];
};

/** Slots of a desk that a conversation takes. A talk on the secure channel is a dialogue and takes two. */
export const slotsOf = (channel: string): number => (channel === "secure" ? 2 : 1);

/**
 * Who answers; undefined while nobody who should has room. Whoever answered last comes first while present. Then
 * those trained for the topic, then the least loaded, then the longest idle. A language is waited for as long as
 * somebody present speaks it; when nobody does, any answer is better than none.
 */
export const pickAgent = (conversation: Waiting, desks: readonly Desk[], now: Instant): string | undefined => {
  const present = desks.filter((desk) => desk.present);
  const speakers = present.filter((desk) => speaks(desk, conversation));
  const able = (speakers.length > 0 ? speakers : present).filter((desk) => hasRoom(desk, conversation));
  const familiar = able.find((desk) => desk.agentId === conversation.lastAgentId);
  if (familiar) return familiar.agentId;
  const [best] = able.toSorted(
    (left, right) =>
      Number(isTrained(right, conversation)) - Number(isTrained(left, conversation)) ||
      left.load / left.capacity - right.load / right.capacity ||
      compare(idleSince(left, now), idleSince(right, now)) ||
      compare(left.agentId, right.agentId),
  );
  return best?.agentId;
};

const speaks = (desk: Desk, { language }: Waiting): boolean =>
  language === undefined || desk.languages.includes(language);

const hasRoom = (desk: Desk, { channel }: Waiting): boolean => desk.load + slotsOf(channel) <= desk.capacity;

const isTrained = (desk: Desk, { topic }: Waiting): boolean => topic !== undefined && desk.skills.includes(topic);

/** An instant of the future, from a clock that runs ahead, must not put an agent last in line. */
const idleSince = (desk: Desk, now: Instant): Instant => (desk.idleSince < now ? desk.idleSince : now);
