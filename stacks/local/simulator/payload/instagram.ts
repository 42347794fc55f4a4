import { accounts } from "../../account.ts";
import type { Entry, Thread } from "../world.ts";
import { instagram, type Notice, secondsOf, type Voice } from "./voice.ts";

/** The picture of the bank's that everybody comments on. */
export const mediaId = "17900100200300400";

/** A change has no time of its own. Source: developers.facebook.com/docs/instagram-platform/webhooks (comments). */
const said = (thread: Thread, entry: Entry): Notice => {
  const { handle, id } = accounts.instagram;
  const from =
    entry.from === "bank" ? { id, username: handle } : { id: thread.publicId, username: thread.handle ?? thread.name };
  const value = {
    id: entry.id,
    from,
    media: { id: mediaId, media_product_type: "FEED" },
    text: entry.text,
    ...(entry.inReplyTo === undefined ? {} : { parent_id: entry.inReplyTo }),
  };
  return instagram(secondsOf(entry.at), { changes: [{ field: "comments", value }] });
};

/** Comments cannot be edited, and what is deleted Instagram does not tell. */
export const instagramComment: Voice = { said };
