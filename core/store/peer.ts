import type * as Redaction from "#core/redaction";
import type * as Sla from "#core/sla";
import { peerKey, postKey } from "./key.ts";
import type { Table } from "./table.ts";

/** What conversations have in common: their contact, or the public thread they stand in. A keyed hash, never a platform's id. */
export type Peer = { readonly entityId: string; readonly peerId: string };

/** Names a conversation among those of its contact, or of its thread, once. */
export const putPeer = async (
  table: Table,
  peer: Peer,
  { conversationId, openedAt }: { readonly conversationId: string; readonly openedAt: Sla.Instant },
): Promise<void> => {
  await table.put({ ...peerKey(peer, `${openedAt}#${conversationId}`), conversationId });
};

/** The newest first. */
export const listPeers = async (table: Table, peer: Peer, limit: number): Promise<readonly string[]> => {
  const { items } = await table.query({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": peerKey(peer, "").pk },
    ScanIndexForward: false,
    Limit: limit,
    ConsistentRead: true,
  });
  return items.map((item) => String(item["conversationId"]));
};

/** All of them, however many pages that takes. */
export const listEveryPeer = async (table: Table, peer: Peer): Promise<readonly string[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": peerKey(peer, "").pk },
    ConsistentRead: true,
  });
  return items.map((item) => String(item["conversationId"]));
};

/** A post of the bank's own, under which customers write: redacted like everything that comes from a platform. */
export type Post = { readonly text: Redaction.Redacted; readonly at: Sla.Instant };

export const putPost = async (table: Table, peer: Peer, post: Post): Promise<void> => {
  await table.put({ ...postKey(peer), post: JSON.stringify(post) });
};

export const readPost = async (table: Table, peer: Peer): Promise<Post | undefined> => {
  const item = await table.get(postKey(peer));
  return item === undefined ? undefined : (JSON.parse(String(item["post"])) as Post);
};
