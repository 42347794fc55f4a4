import { Hono, type MiddlewareHandler } from "hono";
import { accounts, channelTokens } from "../account.ts";
import type { Bindings } from "./failure.ts";
import { pagePostId, voiceOf } from "./payload/index.ts";
import { type Entry, type Platform, platforms, type Thread, type Visibility, type World } from "./world.ts";

/** What was said on a platform, as whoever asks for it is told: the newest first. */
type Said = { readonly thread: Thread; readonly entry: Entry };

const saidOn = (world: World, platform: Platform, visibility: Visibility): readonly Said[] =>
  world
    .threads()
    .filter((thread) => thread.platform === platform)
    .flatMap((thread) => thread.entries.map((entry) => ({ thread, entry })))
    .filter(({ entry }) => entry.visibility === visibility && entry.isRemoved !== true)
    .toSorted((one, other) => other.entry.at.localeCompare(one.entry.at));

export type Lookups = { readonly world: World; readonly isExpired: (platform: Platform) => boolean };

/** Who asks must hold the token of one of the accounts, and it must be alive. */
const admit =
  ({ isExpired }: Lookups): MiddlewareHandler<Bindings> =>
  async (context, next) => {
    const token = context.req.header("authorization")?.replace("Bearer ", "") ?? "";
    const [owner = ""] = Object.entries(channelTokens).find(([, known]) => known === token) ?? [];
    const platform = platforms.find((each) => owner.startsWith(`${each}:`));
    const isAlive = platform !== undefined && !isExpired(platform);
    // One of the other questions has its own answer to a dead token.
    return isAlive || context.req.method !== "GET" ? next() : Response.json(deadToken, { status: 401 });
  };

/** As both platforms say it, each in its own words. */
const deadToken = {
  title: "Unauthorized",
  status: 401,
  error: { message: "Error validating access token", code: 190 },
};

type Activity = { data: { payload: Record<string, unknown>; includes?: { users?: unknown[] } } };

/** X: what a mention, a message and a subscription look like to who asks. Source: docs.x.com (mentions, dm_events, activity). */
export const createXLookups = (lookups: Lookups): Hono<Bindings> => {
  const { world } = lookups;
  const app = new Hono<Bindings>();
  app.use(admit(lookups));
  app.get("/2/users/:id/mentions", (context) => {
    const since = BigInt(context.req.query("since_id") ?? "0");
    const posts = saidOn(world, "x", "public")
      .filter(({ entry }) => entry.from === "customer" && BigInt(entry.id) > since)
      .map(({ entry, thread }) => voiceOf("x", "public").said(thread, entry)?.payload as Activity);
    return Response.json({
      data: posts.map(({ data }) => data.payload),
      includes: { users: posts.flatMap(({ data }) => data.includes?.users ?? []) },
      meta: { result_count: posts.length },
    });
  });
  app.get("/2/dm_events", () => {
    const data = saidOn(world, "x", "private").map(({ entry, thread }) => ({
      id: entry.id,
      event_type: "MessageCreate",
      text: entry.text,
      sender_id: entry.from === "bank" ? accounts.x.id : thread.privateId,
      participant_ids: [accounts.x.id, thread.privateId],
      created_at: entry.at,
    }));
    return Response.json({ data, meta: { result_count: data.length } });
  });
  app.get("/2/tweets", (context) => {
    const ids = (context.req.query("ids") ?? "").split(",");
    const known = world.threads().flatMap(({ entries }) => entries.filter(({ id }) => ids.includes(id)));
    // What nobody said here may be there all the same.
    const [gone, there] = [known.filter(({ isRemoved }) => isRemoved), known.filter(({ isRemoved }) => !isRemoved)];
    const type = "https://api.twitter.com/2/problems/resource-not-found";
    return Response.json({
      data: there.map(({ id, text }) => ({ id, text })),
      ...(gone.length === 0 ? {} : { errors: gone.map(({ id }) => ({ resource_id: id, type })) }),
    });
  });
  app.get("/2/activity/subscriptions", () => {
    const kinds = ["post.mention.create", "post.reply.create", "post.quote.create", "post.create", "post.delete"];
    const events = [...kinds, "dm.received", "dm.sent", "chat.received"];
    const filter = { user_id: accounts.x.id };
    return Response.json({
      data: events.map((event_type, id) => ({ subscription_id: String(id), event_type, filter })),
    });
  });
  return app;
};

/** Graph: conversations, comments and subscriptions. Source: developers.facebook.com/docs/graph-api/reference (page). */
export const createGraphLookups = (lookups: Lookups): Hono<Bindings> => {
  const { world } = lookups;
  const app = new Hono<Bindings>();
  app.use(admit(lookups));
  app.get("/:id/subscribed_apps", (context) =>
    Response.json({ data: [{ id: "900100200900", subscribed_fields: fieldsOf(context.req.param("id")) }] }),
  );
  app.get("/:id/conversations", (context) => {
    const isPage = context.req.param("id") === accounts.facebook.id;
    const data = isPage ? saidOn(world, "facebook", "private").map(asMessage) : [];
    return Response.json({ data: data.length === 0 ? [] : [{ messages: { data } }] });
  });
  app.get("/:id/feed", () => {
    const data = saidOn(world, "facebook", "public").map(asComment);
    return Response.json({ data: [{ id: pagePostId, comments: { data } }] });
  });
  app.get("/:id/media", () => Response.json({ data: [] }));
  app.get("/:id", async (context, next) => {
    const isAccount = Object.values(accounts).some(({ id }) => id === context.req.param("id"));
    return isAccount ? Response.json({ id: context.req.param("id") }) : next();
  });
  return app;
};

const asMessage = ({ entry, thread }: Said) => {
  const [bank, customer] = [{ id: accounts.facebook.id }, { id: thread.privateId, name: thread.name }];
  const [from, to] = entry.from === "bank" ? [bank, customer] : [customer, bank];
  return { id: entry.id, created_time: entry.at, from, to: { data: [to] }, message: entry.text };
};

const asComment = ({ entry, thread }: Said) => ({
  id: entry.id,
  created_time: entry.at,
  message: entry.text,
  from: entry.from === "bank" ? { ...accounts.facebook } : { id: thread.publicId, name: thread.name },
  parent: { id: entry.inReplyTo ?? pagePostId },
});

const fieldsOf = (id: string): readonly string[] =>
  id === accounts.instagram.id
    ? [
        "comments",
        "live_comments",
        "mentions",
        "messages",
        "message_reactions",
        "messaging_postbacks",
        "messaging_seen",
        "messaging_referral",
        "standby",
      ]
    : [
        "feed",
        "mention",
        "messages",
        "messaging_postbacks",
        "message_echoes",
        "message_reads",
        "message_deliveries",
        "message_reactions",
        "messaging_handovers",
        "standby",
        "messaging_referrals",
        "message_edits",
      ];
