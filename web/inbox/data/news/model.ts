import type { Card } from "../api-types.ts";

export type News = { kind: "message" | "breach"; id: string; name: string };

/** What a change of a card is worth telling an agent who is not looking at it. */
export const newsOf = (before: Card | undefined, after: Card): News[] => {
  const news: News[] = [];
  const tell = (kind: News["kind"]) => news.push({ kind, id: after.id, name: nameOf(after) });
  // Some platforms tell time in whole seconds: two messages within one differ by their words.
  const wrote = after.lastMessageAt !== before?.lastMessageAt || after.preview !== before.preview;
  if (after.awaiting && wrote) tell("message");
  if (after.breached && after.status === "open" && before && !before.breached) tell("breach");
  return news;
};

/** A handle as its platform writes it: "@lea" on X and Instagram. */
export const handleOf = ({ contact, channel }: Pick<Card, "contact" | "channel">): string | undefined => {
  const { handle } = contact;
  const hasSign = channel.startsWith("x.") || channel.startsWith("instagram.");
  return handle !== undefined && hasSign && !handle.startsWith("@") ? `@${handle}` : handle;
};

/** What a contact is called; empty where the platform gives no name. */
export const nameOf = (card: Pick<Card, "contact" | "channel">): string => card.contact.name ?? handleOf(card) ?? "";
