import { type Node, nodeOf } from "./json.ts";
import { type PlatformChannel, type PlatformRequest, segment } from "./outgoing.ts";

/** Whether everybody can still read a public message at its platform. */
export type Standing = "stands" | "hidden" | "gone";

/**
 * The request that asks a platform about a public message, without its words; undefined where nothing is public. Sources:
 * docs.x.com, GET /2/tweets/:id; developers.facebook.com/docs/graph-api/reference/comment (is_hidden);
 * developers.facebook.com/docs/instagram-platform, IG Comment (hidden).
 */
export const lookAt = (channel: PlatformChannel, externalId: string): PlatformRequest | undefined => {
  const path = PATHS[channel]?.(segment(externalId));
  return path === undefined ? undefined : { method: "GET", path, body: undefined, retrySafe: true };
};

const PATHS: { readonly [C in PlatformChannel]?: (id: string) => string } = {
  "x.mention": (id) => `/2/tweets/${id}?tweet.fields=id`,
  "facebook.comment": (id) => `/${id}?fields=id,is_hidden`,
  "instagram.comment": (id) => `/${id}?fields=id,hidden`,
};

/** What a successful answer says. X answers 200 for a post that is gone, with errors and without data. */
export const standingOf = (channel: PlatformChannel, responseBody: unknown): Standing => {
  const body = nodeOf(responseBody);
  const message: Node = channel === "x.mention" ? nodeOf(body["data"]) : body;
  if (message["id"] === undefined) return body["errors"] === undefined ? "stands" : "gone";
  return message["is_hidden"] === true || message["hidden"] === true ? "hidden" : "stands";
};
