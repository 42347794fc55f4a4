import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import { obey } from "./command.ts";
import type { Runtime } from "./index.ts";

/** An order to take something out of stored bodies: each body that it changed names it. */
export type StrikeOrder = {
  readonly id: string;
  readonly by: "agent" | "rules";
  readonly actor: Audit.Actor;
  /** The head's version that the order was given on, or an earlier one. */
  readonly since: number;
};

export const isStruck = (body: Store.Body, id: string): boolean => body.struck?.some((each) => each.id === id) ?? false;

/** Messages that one entry of the log tells of: an order may reach thousands, and the head holds several entries. */
const messagesAnEntry = 50;

/** Writes into the log, and onto the card, what an order has taken out of the bodies; once, however often it is asked. */
export const commitStrike = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { actor, by, id, since }: StrikeOrder,
): Promise<readonly Store.Body[]> => {
  const bodies = await runtime.store.listBodies(key);
  const messages = bodies.flatMap((body): Conversation.Repair[] => {
    const order = body.struck?.find((each) => each.id === id);
    if (order === undefined) return [];
    return [
      { messageId: body.id, digest: Audit.digestBody(body.text, body.salt), found: order.found, ...exposure(body) },
    ];
  });
  const newest = bodies
    .filter(({ kind, removed }) => kind === "message" && removed !== true)
    .toSorted(byTime)
    .at(-1);
  for (let start = 0; start === 0 || start < messages.length; start += messagesAnEntry) {
    await obey(runtime, key, {
      command: { type: "redact", by, messages: messages.slice(start, start + messagesAnEntry) },
      commitId: start === 0 ? `redact:${id}` : `redact:${id}:${start}`,
      actor,
      since,
      refreshes: newest?.id,
    });
  }
  return bodies;
};

const exposure = ({ direction, removed, visibility }: Store.Body): Pick<Conversation.Repair, "isExposed"> =>
  direction === "inbound" && visibility === "public" && removed !== true ? { isExposed: true } : {};

const byTime = (left: Store.Body, right: Store.Body): number =>
  Date.parse(left.occurredAt) - Date.parse(right.occurredAt);
