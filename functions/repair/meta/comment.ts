import * as z from "zod";
import type * as Entity from "#core/entity";
import type { Runtime } from "#functions/runtime";
import { takeMissed } from "../gap.ts";
import type { Home } from "../look.ts";
import { isBefore, isWithin, type Span } from "../span.ts";
import type { List, Page } from "../walk.ts";
import { Paging, pageAfter } from "./paging.ts";

const FacebookComment = z.object({
  id: z.string(),
  created_time: z.string(),
  message: z.string().optional(),
  from: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  parent: z.object({ id: z.string() }).optional(),
});
const InstagramReply = z.object({
  id: z.string(),
  timestamp: z.string(),
  text: z.string().optional(),
  from: z.object({ id: z.string(), username: z.string().optional() }).optional(),
  parent_id: z.string().optional(),
});
const InstagramComment = InstagramReply.extend({ replies: z.object({ data: z.array(z.unknown()) }).optional() });

const Comments = z.object({ data: z.array(z.unknown()), paging: Paging });
const Post = z.object({ id: z.string(), comments: Comments.optional() });
const Posts = z.object({ data: z.array(z.unknown()), paging: Paging });

/** A hundred posts: under older ones, what no webhook told of is not looked for. */
const postsAPage = 25;
const postPages = 4;
const commentsAPage = 50;

/** Facebook's comments of every level in one list; Instagram's with their replies. Both newest first. */
const wanted = {
  facebook: "id,message,created_time,from,parent{id}",
  instagram: `id,text,timestamp,from,parent_id,replies.limit(${commentsAPage}){id,text,timestamp,from,parent_id}`,
} as const;

type Place = { readonly postId: string; readonly span: Span };

/**
 * The newest posts with the newest comments of each; `readOn` is told of a post with more.
 * Source: developers.facebook.com/docs/graph-api/reference (page/feed, object/comments), instagram-platform (ig-media/comments).
 */
export const listPosts = (
  runtime: Runtime,
  home: Home,
  { readOn, span }: { readonly span: Span; readonly readOn: (postId: string, start: string) => Promise<void> },
): List => {
  const { accountId, platform } = home.account;
  const isInstagram = platform === "instagram";
  const newest = isInstagram ? "" : ".filter(stream).order(reverse_chronological)";
  const query = new URLSearchParams({
    fields: `id,comments${newest}.limit(${commentsAPage}){${fieldsOf(home)}}`,
    limit: String(postsAPage),
  });
  return {
    pathOf: (start) => `/${accountId}/${isInstagram ? "media" : "feed"}?${query}${startingAt(start)}`,
    mostPages: postPages,
    take: async (body) => {
      const listed = Posts.safeParse(body).data;
      if (listed === undefined) return undefined;
      const posts = listed.data.map((post) => Post.safeParse(post).data);
      const pages: Page[] = [];
      for (const post of posts) {
        if (post?.comments === undefined) continue;
        const page = await takeComments(runtime, home, post.comments, { postId: post.id, span });
        if (page.next !== undefined) await readOn(post.id, page.next);
        pages.push(page);
      }
      return {
        missed: pages.reduce((sum, { missed }) => sum + missed, 0),
        unreadable: pages.reduce((sum, { unreadable }) => sum + unreadable, 0) + posts.filter((post) => !post).length,
        next: pageAfter(listed.paging),
      };
    },
  };
};

/** The comments of one post. */
export const listComments = (runtime: Runtime, home: Home, place: Place): List => {
  const newest = home.account.platform === "instagram" ? {} : { filter: "stream", order: "reverse_chronological" };
  const query = new URLSearchParams({ fields: fieldsOf(home), limit: String(commentsAPage), ...newest });
  return {
    pathOf: (start) => `/${place.postId}/comments?${query}${startingAt(start)}`,
    take: async (body) => {
      const listed = Comments.safeParse(body).data;
      return listed && takeComments(runtime, home, listed, place);
    },
  };
};

const fieldsOf = ({ account }: Home): string => (account.platform === "instagram" ? wanted.instagram : wanted.facebook);

const startingAt = (start: string | undefined): string =>
  start === undefined ? "" : `&after=${encodeURIComponent(start)}`;

type Read = { readonly at: string; readonly entry: object };

const takeComments = async (
  runtime: Runtime,
  home: Home,
  { data, paging }: z.infer<typeof Comments>,
  { postId, span }: Place,
): Promise<Page> => {
  const read = data.flatMap((comment) =>
    readersOf(home.account)(comment, { accountId: home.account.accountId, postId }),
  );
  const entry = read.flatMap((each) => (each !== undefined && isWithin(each.at, span) ? [each.entry] : []));
  const object = home.account.platform === "instagram" ? "instagram" : "page";
  return {
    missed: entry.length === 0 ? 0 : await takeMissed(runtime, home, { object, entry }),
    unreadable: read.filter((each) => each === undefined).length,
    next: isBefore(lastOf(data), span) ? undefined : pageAfter(paging),
  };
};

const lastOf = (data: readonly unknown[]): string | undefined => {
  const { created_time, timestamp } = z.looseObject({}).safeParse(data.at(-1)).data ?? {};
  return [created_time, timestamp].find((at) => typeof at === "string");
};

type Within = { readonly accountId: string; readonly postId: string };
/** Undefined: it could not be read. */
type Reader = (comment: unknown, within: Within) => readonly (Read | undefined)[];

const readersOf = ({ platform }: Entity.Account): Reader => (platform === "instagram" ? readInstagram : readFacebook);

const readFacebook: Reader = (comment, { accountId, postId }) => {
  const read = FacebookComment.safeParse(comment).data;
  if (read === undefined) return [undefined];
  const { created_time, from, id, message, parent } = read;
  const seconds = Math.floor(Date.parse(created_time) / 1000);
  const value = {
    item: "comment",
    verb: "add",
    comment_id: id,
    post_id: postId,
    parent_id: parent?.id ?? postId,
    created_time: seconds,
    message,
    from,
  };
  return [{ at: created_time, entry: { id: accountId, time: seconds, changes: [{ field: "feed", value }] } }];
};

const readInstagram: Reader = (comment, within) => {
  const read = InstagramComment.safeParse(comment).data;
  if (read === undefined) return [undefined];
  const { replies, ...own } = read;
  const answers = (replies?.data ?? []).map((reply) => InstagramReply.safeParse(reply).data);
  return [own, ...answers.map((reply) => reply && { parent_id: own.id, ...reply })].map(
    (each) => each && asInstagramEntry(each, within),
  );
};

/** A comment of Instagram's has no time of its own in a delivery: it has that of its entry. */
const asInstagramEntry = (
  { timestamp, ...value }: z.infer<typeof InstagramReply>,
  { accountId, postId }: Within,
): Read => {
  const time = Math.floor(Date.parse(timestamp) / 1000);
  const change = { field: "comments", value: { ...value, media: { id: postId } } };
  return { at: timestamp, entry: { id: accountId, time, changes: [change] } };
};
