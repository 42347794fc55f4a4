import type * as Sla from "#core/sla";
import type { consentWays } from "./consent.ts";
import { contactLinkKey } from "./key.ts";
import type { Peer } from "./peer.ts";
import type { Table } from "./table.ts";

/**
 * Two contacts that are one customer, who agreed to it. Kept with each of the two; ids, a way and instants, never a word of
 * the customer's.
 */
export type ContactLink = {
  readonly id: string;
  /** The other contact. */
  readonly peerId: string;
  readonly way: (typeof consentWays)[number];
  /** When the customer agreed. */
  readonly consentedAt: Sla.Instant;
  readonly by: string;
  readonly at: Sla.Instant;
};

/** With each of the two. Kept again under its id it stays as it was. */
export const putContactLink = async (table: Table, contact: Peer, link: ContactLink): Promise<void> => {
  const back = { ...link, peerId: contact.peerId };
  for (const [peer, kept] of [
    [contact, link],
    [{ ...contact, peerId: link.peerId }, back],
  ] as const) {
    await table.put(
      { ...contactLinkKey(peer, link.id), link: JSON.stringify(kept) },
      { ConditionExpression: "attribute_not_exists(pk)" },
    );
  }
};

/** From each of the two. */
export const removeContactLink = async (
  table: Table,
  contact: Peer,
  { id, peerId }: Pick<ContactLink, "id" | "peerId">,
): Promise<void> => {
  await table.remove(contactLinkKey({ ...contact, peerId }, id));
  await table.remove(contactLinkKey(contact, id));
};

/** Oldest first. */
export const listContactLinks = async (table: Table, contact: Peer): Promise<readonly ContactLink[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": contactLinkKey(contact, "").pk },
    ConsistentRead: true,
  });
  return items
    .map((item) => JSON.parse(String(item["link"])) as ContactLink)
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
};
