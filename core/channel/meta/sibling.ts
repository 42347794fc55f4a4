import type { Channel, RawEvent } from "../event.ts";

/**
 * The same private message as another product's. Meta's pages disagree on the `object` under which Instagram's messages come to an app
 * that a Page is connected to (instagram-platform/webhooks, messenger-platform/instagram): whose account the id is, decides.
 */
export const asSibling = (event: RawEvent): RawEvent | undefined => {
  const channel = SIBLINGS.get(event.channel);
  return channel === undefined ? undefined : { ...event, channel };
};

const SIBLINGS: ReadonlyMap<Channel, Channel> = new Map([
  ["messenger", "instagram.dm"],
  ["instagram.dm", "messenger"],
]);
