import * as z from "zod";
import * as Account from "#core/account";
import type * as Store from "#core/store";
import { type Runtime, required } from "#functions/runtime";
import { marginMilliseconds, takeMissed } from "../gap.ts";
import { type Finding, findingOf, inquire, nothing, together } from "../inquiry.ts";
import { type Home, readList } from "../look.ts";
import type { Walked } from "../walk.ts";

type Checked = Home & { readonly key: Store.AccountKey; readonly health: Account.Health };
/** `outage`: what is left of it to be asked for. */
type Outage = { readonly outage?: NonNullable<Account.Health["outage"]> | "over" };
type Result = Finding & Outage & { readonly missed: number; readonly health?: Partial<Account.Health> };

/** Whether X still tells us, and what it did not: webhook, subscriptions, mentions, private messages. */
export const checkX = async (runtime: Runtime, checked: Checked): Promise<Result> => {
  const webhook = await checkWebhook(runtime, checked);
  const subscriptions = await checkSubscriptions(runtime, checked);
  const mentions = await readMentions(runtime, checked);
  const messages = await readMessages(runtime, checked);
  return {
    ...together([webhook, subscriptions, mentions, messages]),
    missed: mentions.missed + messages.missed,
    ...(webhook.outage === undefined ? {} : { outage: webhook.outage }),
    health: {
      ...(mentions.seenUntil === undefined ? {} : { seenUntil: mentions.seenUntil }),
      ...(messages.isRead ? { messagesUntil: messages.until } : {}),
    },
  };
};

/** The list may lag behind: what came between two checks is looked at twice more. */
const overlapMilliseconds = 30 * 60_000;

const readMessages = async (
  runtime: Runtime,
  { health, key: _, ...home }: Checked,
): Promise<Walked & { readonly until: string }> => {
  const until = new Date(Date.parse(runtime.now()) - marginMilliseconds).toISOString();
  const since = Date.parse(health.messagesUntil ?? until) - (health.messagesUntil ? 0 : firstLookMilliseconds);
  const from = new Date(since - overlapMilliseconds).toISOString();
  return { ...(await readList(runtime, home, { of: "messages" }, { from, until })), until };
};

const Webhooks = z.object({
  data: z.array(z.object({ id: z.string(), url: z.string(), valid: z.boolean() })).optional(),
});

/** An invalid webhook gets nothing until it is validated again. Source: docs.x.com, x-api/webhooks (GET, PUT, POST /2/webhooks). */
const checkWebhook = async (runtime: Runtime, { health, key }: Checked): Promise<Finding & Outage> => {
  const told = await inquire(runtime, key, { path: "/2/webhooks", byApp: true });
  if (told.kind === "unasked") return nothing;
  const url = `${required(runtime.environment, "WEB_ORIGIN")}/webhooks/x`;
  const listed = told.kind === "told" ? Webhooks.safeParse(told.body) : undefined;
  if (listed?.success !== true) return { ...nothing, problems: told.kind === "failed" ? [told.problem] : [] };
  const ours = listed.data.data?.find((webhook) => webhook.url === url);
  if (ours === undefined) {
    await inquire(runtime, key, { method: "POST", path: "/2/webhooks", body: { url }, byApp: true });
    return { ...nothing, problems: ["webhook-missing"] };
  }
  if (!ours.valid) {
    await inquire(runtime, key, { method: "PUT", path: `/2/webhooks/${encodeURIComponent(ours.id)}`, byApp: true });
    return { ...nothing, problems: ["webhook-invalid"] };
  }
  return health.outage === undefined
    ? nothing
    : { ...nothing, ...(await replay(runtime, key, ours.id, health.outage)) };
};

/** What was delivered, or tried, while we were deaf: asked for in pieces, one a check. */
const replay = async (
  runtime: Runtime,
  key: Store.AccountKey,
  webhookId: string,
  outage: NonNullable<Account.Health["outage"]>,
): Promise<Outage> => {
  const piece = Account.nextReplay(outage, runtime.now());
  if (piece === "too-early") return {};
  if (piece === "over") return { outage: "over" };
  const body = { webhook_id: webhookId, from_date: piece.from, to_date: piece.to };
  const told = await inquire(runtime, key, { method: "POST", path: "/2/webhooks/replay", body, byApp: true });
  runtime.log.info("repair.replayed", { ...key, code: told.kind });
  // One job at a time: what is refused now is asked for at the next check.
  return told.kind === "told" ? { outage: piece.left ?? "over" } : {};
};

/** One subscription a kind of event; the same post may come by several. Source: docs.x.com, x-api/activity/introduction. */
const kinds = [
  "post.mention.create",
  "post.reply.create",
  "post.quote.create",
  "post.create",
  "post.delete",
  "dm.received",
  "dm.sent",
  "chat.received",
] as const;

const Subscriptions = z.object({
  data: z.array(z.object({ event_type: z.string(), filter: z.object({ user_id: z.string().optional() }) })),
});

const checkSubscriptions = async (runtime: Runtime, { account, key }: Checked): Promise<Finding> => {
  const told = await inquire(runtime, key, { path: "/2/activity/subscriptions" });
  const listed = told.kind === "told" ? Subscriptions.safeParse(told.body) : undefined;
  if (listed?.success !== true) return findingOf(told);
  const have = new Set(
    listed.data.data.flatMap(({ event_type, filter }) => (filter.user_id === account.accountId ? [event_type] : [])),
  );
  const missing = kinds.filter((kind) => !have.has(kind));
  for (const event_type of missing) {
    const body = { event_type, filter: { user_id: account.accountId } };
    await inquire(runtime, key, { method: "POST", path: "/2/activity/subscriptions", body });
  }
  return findingOf(told, missing.length > 0 ? ["subscription-missing"] : []);
};

const Post = z.looseObject({ id: z.string(), created_at: z.string().optional() });
const Posts = z.object({
  data: z.array(z.unknown()).optional(),
  includes: z.unknown().optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
});

const postFields = new URLSearchParams({
  "tweet.fields":
    "attachments,author_id,conversation_id,created_at,edit_history_tweet_ids,entities,in_reply_to_user_id,lang,note_tweet,referenced_tweets",
  expansions: "author_id,referenced_tweets.id,attachments.media_keys",
  "user.fields": "name,username",
  "media.fields": "alt_text,preview_image_url,type,url",
  max_results: "100",
});

/** X serves the newest 800 mentions. Source: docs.x.com, x-api/users (GET /2/users/:id/mentions). */
const mostPages = 8;
/** A first check looks back this far. */
const firstLookMilliseconds = 60 * 60_000;

type Read = Finding & { readonly missed: number; readonly seenUntil?: string };

const readMentions = async (runtime: Runtime, { account, entity, health, key }: Checked): Promise<Read> => {
  const until = Date.parse(runtime.now()) - marginMilliseconds;
  const since: Record<string, string> =
    health.seenUntil === undefined
      ? { start_time: new Date(until - firstLookMilliseconds).toISOString() }
      : { since_id: health.seenUntil };
  let page: string | undefined;
  let missed = 0;
  let seenUntil = health.seenUntil;
  let problems: readonly Account.Problem[] = [];
  for (let count = 0; count < mostPages; count += 1) {
    const query = new URLSearchParams([...postFields, ...Object.entries(since)]);
    if (page !== undefined) query.set("pagination_token", page);
    const told = await inquire(runtime, key, { path: `/2/users/${account.accountId}/mentions?${query}` });
    const posts = told.kind === "told" ? Posts.safeParse(told.body) : undefined;
    // A page that failed is read again next time, with all before it: nothing is passed over.
    if (posts?.success !== true) return { ...findingOf(told, told.kind === "told" ? unreadable : problems), missed };
    const { data = [], includes, meta } = posts.data;
    const read = data.map((post) => Post.safeParse(post).data);
    if (read.includes(undefined)) problems = unreadable;
    const settled = read
      .filter((post) => post !== undefined)
      .filter(({ created_at }) => Date.parse(created_at ?? "") <= until);
    const updates = settled.map((payload) => ({
      event_type: "post.mention.create",
      filter: { user_id: account.accountId },
      payload,
      includes,
    }));
    if (updates.length > 0) missed += await takeMissed(runtime, { account, entity }, { data: updates });
    seenUntil = settled.reduce((newest, { id }) => (isNewer(id, newest) ? id : newest), seenUntil);
    page = meta?.next_token;
    if (page === undefined)
      return { ...findingOf(told, problems), missed, ...(seenUntil === undefined ? {} : { seenUntil }) };
  }
  return { ...nothing, problems, isHeard: true, missed, ...(seenUntil === undefined ? {} : { seenUntil }) };
};

const unreadable: readonly Account.Problem[] = ["answer-unreadable"];

/** Ids are numbers beyond what a number holds, written without leading zeros. */
const isNewer = (id: string, other: string | undefined): boolean =>
  other === undefined || id.length > other.length || (id.length === other.length && id > other);
