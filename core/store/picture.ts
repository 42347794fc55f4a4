import type * as Sla from "#core/sla";
import { type ConversationKey, pictureKey } from "./key.ts";
import type { Item, Table } from "./table.ts";

/** What became of a picture. The picture itself is elsewhere, and gone at `expiresAt`. */
export type Picture = {
  readonly id: string;
  readonly messageId: string;
  readonly state: "shown" | "withheld";
  /** What was covered, by kind. */
  readonly found: Readonly<Record<string, number>>;
  readonly expiresAt: Sla.Instant;
};

/** Puts a verdict once. Answers the one that is there when it was given before. */
export const putPicture = async (table: Table, key: ConversationKey, picture: Picture): Promise<Picture> => {
  const item = { ...pictureKey(key, picture.id), picture: JSON.stringify(picture) };
  if (await table.put(item, { ConditionExpression: "attribute_not_exists(pk)" })) return picture;
  return (await readPicture(table, key, picture.id)) ?? picture;
};

export const readPicture = async (table: Table, key: ConversationKey, id: string): Promise<Picture | undefined> =>
  openPicture(await table.get(pictureKey(key, id)));

export const readPictures = async (
  table: Table,
  key: ConversationKey,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Picture>> => {
  const items = await table.getMany([...new Set(ids)].map((id) => pictureKey(key, id)));
  return new Map(items.flatMap((item) => openPicture(item) ?? []).map((picture) => [picture.id, picture]));
};

const openPicture = (item: Item | undefined): Picture | undefined =>
  item === undefined ? undefined : (JSON.parse(String(item["picture"])) as Picture);
