import * as z from "zod";
import type * as Account from "#core/account";
import type * as Entity from "#core/entity";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { marginMilliseconds, takeMissed } from "./gap.ts";
import { type Finding, findingOf, inquire, nothing, together } from "./inquiry.ts";

type Checked = {
  readonly key: Store.AccountKey;
  readonly entity: Entity.Entity;
  readonly account: Entity.Account;
  readonly health: Account.Health;
};
type Read = Finding & { readonly missed: number };
type Result = Read & { readonly outage?: undefined; readonly health?: Partial<Account.Health> };

/**
 * Whether Meta still tells us, and what it did not. WhatsApp keeps no history to be asked for: there the token alone is
 * tried. Meta unsubscribes an app after an hour of failures and says nothing of it.
 */
export const checkMeta = async (runtime: Runtime, checked: Checked): Promise<Result> => {
  const { account, health, key } = checked;
  if (account.platform === "whatsapp") {
    const told = await inquire(runtime, key, { path: `/${account.accountId}?fields=id` });
    return { ...findingOf(told), missed: 0 };
  }
  const until = new Date(Date.parse(runtime.now()) - marginMilliseconds).toISOString();
  const from = health.seenUntil ?? new Date(Date.parse(until) - firstLookMilliseconds).toISOString();
  const subscriptions = await checkSubscriptions(runtime, checked);
  const span = { from: new Date(Date.parse(from) - overlapMilliseconds).toISOString(), until };
  const messages = await readMessages(runtime, checked, span);
  const comments = await readComments(runtime, checked, span);
  const isRead = messages.isHeard && comments.isHeard;
  return {
    ...together([subscriptions, messages, comments]),
    missed: messages.missed + comments.missed,
    // What could not be read is read again next time.
    ...(isRead ? { health: { seenUntil: until } } : {}),
  };
};

/** A first check looks back this far. */
const firstLookMilliseconds = 60 * 60_000;
/** The platform's lists may lag behind its own clock. */
const overlapMilliseconds = 5 * 60_000;

/** Source: developers.facebook.com/docs/messenger-platform/reference (webhook events) and instagram-platform (webhooks). */
const fields = {
  facebook:
    "feed,mention,messages,messaging_postbacks,message_echoes,message_reads,message_deliveries,message_reactions,messaging_handovers,standby,messaging_referrals,message_edits",
  instagram:
    "comments,live_comments,mentions,messages,message_reactions,messaging_postbacks,messaging_seen,messaging_referral,standby",
} as const;

const Subscribed = z.object({ data: z.array(z.object({ subscribed_fields: z.array(z.string()).optional() })) });

const checkSubscriptions = async (runtime: Runtime, { account, key }: Checked): Promise<Finding> => {
  const wanted = account.platform === "instagram" ? fields.instagram : fields.facebook;
  const path = `/${account.accountId}/subscribed_apps`;
  const told = await inquire(runtime, key, { path });
  const listed = told.kind === "told" ? Subscribed.safeParse(told.body) : undefined;
  if (listed?.success !== true) return findingOf(told);
  const isComplete = listed.data.data.some(({ subscribed_fields = [] }) =>
    wanted.split(",").every((field) => subscribed_fields.includes(field)),
  );
  if (isComplete) return findingOf(told);
  await inquire(runtime, key, { method: "POST", path, body: { subscribed_fields: wanted } });
  return findingOf(told, ["subscription-missing"]);
};

type Span = { readonly from: string; readonly until: string };

const Person = z.object({ id: z.string(), name: z.string().optional() });
const Message = z.object({
  id: z.string(),
  created_time: z.string(),
  from: Person.optional(),
  to: z.object({ data: z.array(Person) }).optional(),
  message: z.string().optional(),
});
const Conversations = z.object({
  data: z.array(
    z.object({
      updated_time: z.string().optional(),
      messages: z.object({ data: z.array(z.unknown()) }).optional(),
    }),
  ),
  paging: z
    .object({ next: z.string(), cursors: z.object({ after: z.string() }) })
    .partial()
    .optional(),
});
type Conversations = z.infer<typeof Conversations>;

/** A thousand conversations, more than anybody writes in between two checks: a check has to end. */
const mostPages = 20;

/**
 * Conversations come by their newest message, page after page, until one is older than the span. The 20 latest messages of
 * each can be read, and no more. Source: messenger-platform/conversations.
 */
const readMessages = async (runtime: Runtime, checked: Checked, span: Span): Promise<Read> => {
  const { account, key } = checked;
  const query = new URLSearchParams({
    platform: account.platform === "instagram" ? "instagram" : "messenger",
    fields: "updated_time,messages.limit(20){id,created_time,from,to,message}",
    limit: "50",
  });
  let missed = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const told = await inquire(runtime, key, { path: `/${account.accountId}/conversations?${query}` });
    const listed = told.kind === "told" ? Conversations.safeParse(told.body) : undefined;
    if (listed?.success !== true) return { ...findingOf(told), isHeard: false, missed };
    missed += await takeMessages(runtime, checked, listed.data, span);
    const after = pageAfter(listed.data, span);
    if (after === undefined) return { ...findingOf(told), missed };
    query.set("after", after);
  }
  // Not all of it was read: the next check begins where this one did.
  return { ...nothing, missed };
};

const pageAfter = ({ data, paging }: Conversations, { from }: Span): string | undefined => {
  const isOlder = Date.parse(data.at(-1)?.updated_time ?? "") < Date.parse(from);
  return isOlder || paging?.next === undefined ? undefined : paging.cursors?.after;
};

const takeMessages = async (
  runtime: Runtime,
  { account, entity }: Checked,
  { data }: Conversations,
  span: Span,
): Promise<number> => {
  const messaging = data
    .flatMap(({ messages }) => messages?.data ?? [])
    .flatMap((message) => Message.safeParse(message).data ?? [])
    .filter(({ created_time }) => isWithin(created_time, span))
    .flatMap((message) => asMessaging(message, account.accountId));
  const object = account.platform === "instagram" ? "instagram" : "page";
  const delivery = { object, entry: [{ id: account.accountId, time: Date.parse(runtime.now()), messaging }] };
  return messaging.length === 0 ? 0 : takeMissed(runtime, { account, entity }, delivery);
};

const asMessaging = ({ created_time, from, id, message, to }: z.infer<typeof Message>, accountId: string) => {
  const recipient = to?.data[0];
  if (from === undefined || recipient === undefined) return [];
  const isOurs = from.id === accountId;
  return [
    {
      sender: { id: from.id },
      recipient: { id: recipient.id },
      timestamp: Date.parse(created_time),
      message: {
        mid: id,
        ...(message === undefined || message === "" ? { is_unsupported: true } : { text: message }),
        ...(isOurs ? { is_echo: true } : {}),
      },
    },
  ];
};

const FacebookComment = z.object({
  id: z.string(),
  created_time: z.string(),
  message: z.string().optional(),
  from: Person.optional(),
  parent: z.object({ id: z.string() }).optional(),
});
const InstagramComment = z.object({
  id: z.string(),
  timestamp: z.string(),
  text: z.string().optional(),
  from: z.object({ id: z.string(), username: z.string().optional() }).optional(),
  parent_id: z.string().optional(),
});
const Commented = z.object({
  data: z.array(z.object({ id: z.string(), comments: z.object({ data: z.array(z.unknown()) }).optional() })),
});

const readComments = async (runtime: Runtime, { account, entity, key }: Checked, span: Span): Promise<Read> => {
  const isInstagram = account.platform === "instagram";
  const query = new URLSearchParams({
    fields: isInstagram
      ? "id,comments.limit(50){id,text,timestamp,from,parent_id}"
      : "id,comments.filter(stream).order(reverse_chronological).limit(50){id,message,created_time,from,parent{id}}",
    limit: "25",
  });
  const edge = isInstagram ? "media" : "feed";
  const told = await inquire(runtime, key, { path: `/${account.accountId}/${edge}?${query}` });
  const listed = told.kind === "told" ? Commented.safeParse(told.body) : undefined;
  if (listed?.success !== true) return { ...findingOf(told), missed: 0 };
  const entry: readonly object[] = listed.data.data.flatMap((post) =>
    (post.comments?.data ?? []).flatMap((comment): readonly object[] =>
      isInstagram
        ? asInstagramEntry(comment, { accountId: account.accountId, mediaId: post.id, span })
        : asFacebookEntry(comment, { accountId: account.accountId, postId: post.id, span }),
    ),
  );
  const delivery = { object: isInstagram ? "instagram" : "page", entry };
  const missed = entry.length === 0 ? 0 : await takeMissed(runtime, { account, entity }, delivery);
  return { ...findingOf(told), missed };
};

type Place = { readonly accountId: string; readonly span: Span };

const asFacebookEntry = (comment: unknown, { accountId, postId, span }: Place & { readonly postId: string }) => {
  const read = FacebookComment.safeParse(comment);
  if (!read.success || !isWithin(read.data.created_time, span)) return [];
  const { created_time, from, id, message, parent } = read.data;
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
  return [{ id: accountId, time: seconds, changes: [{ field: "feed", value }] }];
};

/** A comment of Instagram's has no time of its own in a delivery: it has that of its entry. */
const asInstagramEntry = (comment: unknown, { accountId, mediaId, span }: Place & { readonly mediaId: string }) => {
  const read = InstagramComment.safeParse(comment);
  if (!read.success || !isWithin(read.data.timestamp, span)) return [];
  const { timestamp, ...value } = read.data;
  const time = Math.floor(Date.parse(timestamp) / 1000);
  return [{ id: accountId, time, changes: [{ field: "comments", value: { ...value, media: { id: mediaId } } }] }];
};

/** Graph writes offsets without a colon, which not every reader takes: "2026-11-23T09:00:00+0000". */
const isWithin = (at: string, { from, until }: Span): boolean => {
  const time = Date.parse(at);
  return time >= Date.parse(from) && time <= Date.parse(until);
};
