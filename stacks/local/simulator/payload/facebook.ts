import { accounts } from "../../account.ts";
import type { Entry, Thread } from "../world.ts";
import { changedAt, type Notice, nowSeconds, page, secondsOf, type Voice } from "./voice.ts";

/** The post of the Page that everybody comments on. */
export const pagePostId = `${accounts.facebook.id}_700100200300`;

const bank = { id: accounts.facebook.id, name: accounts.facebook.name };

/** Source: developers.facebook.com/docs/graph-api/webhooks/reference/page (feed). */
const change = (thread: Thread, entry: Entry, verb: string): Notice => {
  const seconds = secondsOf(verb === "add" ? entry.at : changedAt(entry));
  const hasWords = verb !== "remove";
  const value = {
    from: entry.from === "bank" ? bank : { id: thread.publicId, name: thread.name },
    item: "comment",
    verb,
    comment_id: entry.id,
    post_id: pagePostId,
    parent_id: entry.inReplyTo ?? pagePostId,
    created_time: seconds,
    ...(hasWords && entry.text !== "" ? { message: entry.text } : {}),
    ...(hasWords && entry.pictures !== undefined ? { photo: entry.pictures[0] } : {}),
  };
  return page(seconds, { changes: [{ field: "feed", value }] });
};

/** The Page itself hides and shows. */
const moderated: Voice["moderated"] = (_, { id }, isHidden) => {
  const seconds = nowSeconds();
  const verb = isHidden ? "hide" : "unhide";
  const value = { from: bank, item: "comment", verb, comment_id: id, post_id: pagePostId, created_time: seconds };
  return page(seconds, { changes: [{ field: "feed", value }] });
};

const reacted: Voice["reacted"] = (thread, { id }, emoji) => {
  const seconds = nowSeconds();
  const value = {
    from: { id: thread.publicId, name: thread.name },
    item: "reaction",
    reaction_type: "like",
    verb: emoji === undefined ? "remove" : "add",
    comment_id: id,
    post_id: pagePostId,
    created_time: seconds,
  };
  return page(seconds, { changes: [{ field: "feed", value }] });
};

export const facebookComment: Voice = {
  said: (thread, entry) => change(thread, entry, "add"),
  edited: (thread, entry) => change(thread, entry, "edited"),
  removed: (thread, entry) => change(thread, entry, "remove"),
  reacted,
  moderated,
};
