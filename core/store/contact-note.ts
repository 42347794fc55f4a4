import type * as Redaction from "#core/redaction";
import type * as Sla from "#core/sla";
import { contactNoteKey } from "./key.ts";
import type { Peer } from "./peer.ts";
import type { Table } from "./table.ts";

/** What colleagues should know of a contact, whichever conversation it is: redacted, with who wrote it and when. */
export type ContactNote = {
  readonly id: string;
  readonly text: Redaction.Redacted;
  readonly by: string;
  readonly at: Sla.Instant;
};

/** Keeps a note once. */
export const putContactNote = async (table: Table, contact: Peer, note: ContactNote): Promise<void> => {
  await table.put(
    { ...contactNoteKey(contact, note.id), note: JSON.stringify(note) },
    { ConditionExpression: "attribute_not_exists(pk)" },
  );
};

export const removeContactNote = async (table: Table, contact: Peer, noteId: string): Promise<void> => {
  await table.remove(contactNoteKey(contact, noteId));
};

/** Oldest first. */
export const listContactNotes = async (table: Table, contact: Peer): Promise<readonly ContactNote[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": contactNoteKey(contact, "").pk },
    ConsistentRead: true,
  });
  return items
    .map((item) => JSON.parse(String(item["note"])) as ContactNote)
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
};
