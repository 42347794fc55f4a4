import { accounts } from "../../account.ts";
import type { Sender } from "../webhook.ts";
import type { Entry, Standing, Thread } from "../world.ts";

/** A delivery of a platform's, before it is signed. */
export type Notice = { readonly sender: Sender; readonly payload: unknown };

/**
 * How a platform tells the bank what happened in one of its places. What a place does not tell is not there: X says
 * nothing of what customers delete, Instagram nothing of comments that go.
 */
export type Voice = {
  /** A message of the customer's, or the echo of the bank's own. */
  readonly said: (thread: Thread, entry: Entry) => Notice | undefined;
  readonly edited?: (thread: Thread, entry: Entry) => Notice;
  readonly removed?: (thread: Thread, entry: Entry) => Notice;
  readonly reacted?: (thread: Thread, entry: Entry, emoji: string | undefined) => Notice;
  readonly marked?: (thread: Thread, entry: Entry, standing: Standing) => Notice | undefined;
  readonly moderated?: (thread: Thread, entry: Pick<Entry, "id">, isHidden: boolean) => Notice;
};

/** The bank's own application at Meta and X: the echo of what it sent carries it. */
export const appId = 900100200900;

export const secondsOf = (at: string): number => Math.floor(Date.parse(at) / 1000);
export const millisecondsOf = (at: string): number => Date.parse(at);
/** When it was edited; of what has no such time, now. */
export const changedAt = ({ editedAt }: Entry): string => editedAt ?? new Date().toISOString();
export const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** Source: developers.facebook.com/docs/graph-api/webhooks. Seconds for changes, milliseconds for messages. */
export const page = (time: number, part: { changes: unknown[] } | { messaging: unknown[] }): Notice => ({
  sender: "meta",
  payload: { object: "page", entry: [{ id: accounts.facebook.id, time, ...part }] },
});

export const instagram = (time: number, part: { changes: unknown[] } | { messaging: unknown[] }): Notice => ({
  sender: "meta",
  payload: { object: "instagram", entry: [{ id: accounts.instagram.id, time, ...part }] },
});
