import * as z from "zod";
import type * as Account from "#core/account";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { marginMilliseconds } from "../gap.ts";
import { type Finding, findingOf, inquire, together } from "../inquiry.ts";
import { type Home, readList, readOn } from "../look.ts";
import { walk } from "../walk.ts";
import { listPosts } from "./comment.ts";

type Checked = Home & { readonly key: Store.AccountKey; readonly health: Account.Health };
type Result = Finding & {
  readonly missed: number;
  readonly outage?: undefined;
  readonly health?: Partial<Account.Health>;
};

/**
 * Whether Meta still tells us, and what it did not. WhatsApp keeps no history to be asked for: there the token alone is
 * tried. Meta unsubscribes an app after an hour of failures and says nothing of it.
 */
export const checkMeta = async (runtime: Runtime, { health, key, ...home }: Checked): Promise<Result> => {
  if (home.account.platform === "whatsapp") {
    const told = await inquire(runtime, key, { path: `/${key.accountId}?fields=id` });
    return { ...findingOf(told), missed: 0 };
  }
  const until = new Date(Date.parse(runtime.now()) - marginMilliseconds).toISOString();
  const from = health.seenUntil ?? new Date(Date.parse(until) - firstLookMilliseconds).toISOString();
  const span = { from: new Date(Date.parse(from) - overlapMilliseconds).toISOString(), until };
  const subscriptions = await checkSubscriptions(runtime, key);
  const messages = await readList(runtime, home, { of: "conversations" }, span);
  const posts = listPosts(runtime, home, {
    span,
    readOn: (postId, start) => readOn(runtime, home, { of: "comments", postId }, { span, start }),
  });
  const comments = await walk(runtime, key, posts);
  return {
    ...together([subscriptions, messages, comments]),
    missed: messages.missed + comments.missed,
    // What could not be read is read again next time.
    ...(messages.isRead && comments.isRead ? { health: { seenUntil: until } } : {}),
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

const checkSubscriptions = async (runtime: Runtime, key: Store.AccountKey): Promise<Finding> => {
  const wanted = key.platform === "instagram" ? fields.instagram : fields.facebook;
  const path = `/${key.accountId}/subscribed_apps`;
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
