import { idOf, type Node, nodeOf, nodesOf, textOf } from "../json.ts";

/** Somebody on WhatsApp: the business-scoped user id is the contact where there is one, the phone number an attribute that may be absent. */
export type Person = { contactId?: string; aliases: string[]; name?: string; handle?: string };

/**
 * Who is behind a phone number and a user id, with what `contacts[]` says of them. Either field may hold the other's value.
 * Source: developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids.
 */
export const personOf = (ids: { phone: unknown; userId: unknown }, contacts: unknown): Person => {
  const given = [idOf(ids.phone), idOf(ids.userId)].filter((id) => id !== undefined);
  const known = nodesOf(contacts);
  const contact = nodeOf(known.find((candidate) => isAbout(candidate, given)) ?? (known.length === 1 && known[0]));
  const own = isAbout(contact, given) || given.length === 0 ? idsOf(contact) : [];
  const all = [...new Set([...given, ...own])];
  const contactId = all.find(isUserId) ?? all[0];
  const profile = nodeOf(contact["profile"]);
  const name = textOf(profile["name"]);
  const handle = textOf(profile["username"])?.replace(/^@/, "");
  return {
    ...(contactId && { contactId }),
    aliases: all.filter((id) => id !== contactId),
    ...(name && { name }),
    ...(handle && { handle }),
  };
};

/** A country code, a dot, up to 128 letters or digits; "US.ENT.…" is the parent account's. */
export const isUserId = (id: string): boolean => /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(id);

const idsOf = (contact: Node): string[] =>
  [idOf(contact["wa_id"]), idOf(contact["user_id"])].filter((id) => id !== undefined);

const isAbout = (contact: Node, ids: readonly string[]): boolean => idsOf(contact).some((id) => ids.includes(id));
