import { type Context, Hono } from "hono";
import * as z from "zod";
import { accounts, channelTokens } from "../account.ts";
import type { Bindings, Failure } from "./failure.ts";
import type { Dialect, Receive } from "./receive.ts";
import type { Rules } from "./rule.ts";
import type { Uploads } from "./upload.ts";

const Post = z.object({
  text: z.string(),
  reply: z.object({ in_reply_to_tweet_id: z.string() }).optional(),
  direct_message_deep_link: z
    .url()
    .refine((link) => new URL(link).searchParams.get("recipient_id") === accounts.x.id, "a message to the author")
    .optional(),
});
const DirectMessage = z.object({
  text: z.string().default(""),
  attachments: z.tuple([z.object({ media_id: z.string() })]).optional(),
});
const Hiding = z.object({ hidden: z.boolean() });

/** Hides what is public or shows it again, or takes an answer of the bank's away; answers how it fails, when it is to fail. */
export type Moderate = (moderation: {
  readonly id: string;
  readonly does: "hide" | "unhide" | "delete";
}) => Failure | undefined;

/** How a public message stands at its platform. One of an earlier run is known by its id alone, and stands. */
export type StandingOf = (id: string) => "stands" | "hidden" | "gone";

type Parts = {
  readonly receive: Receive;
  readonly moderate: Moderate;
  readonly standingOf: StandingOf;
  readonly uploads: Uploads;
  readonly left: Rules["left"];
};

/**
 * X as the bank sees it: `POST /2/tweets`, `GET /2/tweets/:id`, `PUT /2/tweets/:id/hidden`, `DELETE /2/tweets/:id`, `POST /2/media/upload` and
 * `POST /2/dm_conversations/with/:participant_id/messages` (docs.x.com), with its limits in the headers.
 */
export const createX = ({ left, moderate, receive, standingOf, uploads }: Parts): Hono<Bindings> => {
  const app = new Hono<Bindings>();
  app.use(async (context, next) => {
    if (context.req.header("authorization") !== `Bearer ${channelTokens[`x:${accounts.x.id}`]}`) return unauthorized();
    await next();
    const counted = left(context.req.path.includes("dm_conversations") ? "private" : "public");
    const isAskedFor = context.res.status === 429 && counted.remaining > 0;
    const { limit, remaining, resetAt } = isAskedFor ? { ...counted, ...shortWait() } : counted;
    const told = { limit, remaining, reset: resetAt };
    for (const [name, value] of Object.entries(told)) context.header(`x-rate-limit-${name}`, String(value));
    return undefined;
  });
  app.post("/2/tweets", async (context) => {
    const post = Post.safeParse(await bodyOf(context));
    if (!post.success) return invalid();
    const { direct_message_deep_link: deepLink, text, reply } = post.data;
    const inReplyTo = reply?.in_reply_to_tweet_id;
    const to = { to: inReplyTo ?? "", ...(inReplyTo === undefined ? {} : { inReplyTo }) };
    const invites = deepLink === undefined ? {} : { invitesPrivately: true as const };
    return receive(context, { platform: "x", visibility: "public", text, ...to, ...invites }, posted);
  });
  app.post("/2/dm_conversations/with/:participant/messages", async (context) => {
    const message = DirectMessage.safeParse(await bodyOf(context));
    if (!message.success) return invalid();
    const { attachments: [attached] = [], text } = message.data;
    const file = attached && uploads.find("x", attached.media_id);
    if (attached !== undefined && file === undefined) return invalid();
    const answer = { text, to: context.req.param("participant"), ...(file && { file }) };
    return receive(context, { platform: "x", visibility: "private", ...answer }, messaged);
  });
  app.post("/2/media/upload", async (context) => {
    const form = await context.req.formData().catch(() => undefined);
    const media = form?.get("media");
    if (form?.get("media_category") !== "dm_image" || !(media instanceof File)) return invalid();
    const id = await uploads.take("x", media);
    return id === undefined ? invalid() : Response.json({ data: { id, media_key: `3_${id}`, size: media.size } });
  });
  app.put("/2/tweets/:id/hidden", async (context) => {
    const hiding = Hiding.safeParse(await bodyOf(context));
    if (!hiding.success) return invalid();
    const { hidden } = hiding.data;
    const refused = moderate({ id: context.req.param("id"), does: hidden ? "hide" : "unhide" });
    return refused === undefined ? Response.json({ data: { hidden } }) : moderationFailed(refused);
  });
  app.get("/2/tweets/:id", (context) => {
    const id = context.req.param("id");
    return Response.json(standingOf(id) === "gone" ? notFound(id) : { data: { id } });
  });
  app.delete("/2/tweets/:id", (context) => {
    const refused = moderate({ id: context.req.param("id"), does: "delete" });
    return refused === undefined ? Response.json({ data: { deleted: true } }) : moderationFailed(refused);
  });
  app.notFound(() => problem(404, { title: "Not Found", detail: "Not Found" }));
  return app;
};

/** X answers 200 for a post that is gone. Source: docs.x.com, x-api/fundamentals/response-codes-and-errors, partial errors. */
const notFound = (value: string) => ({
  errors: [
    {
      value,
      parameter: "id",
      resource_type: "tweet",
      title: "Not Found Error",
      type: "https://api.twitter.com/2/problems/resource-not-found",
    },
  ],
});

const bodyOf = (context: Context<Bindings>): Promise<unknown> => context.req.json().catch(() => undefined);

const moderationFailed = (failure: Failure): Response =>
  failed(failure === "silent" || failure === "lost" ? "unavailable" : failure, {
    platform: "x",
    visibility: "public",
    text: "",
    to: "",
  });

const failed: Dialect["failed"] = (refused, { text }) => {
  const answers: Record<typeof refused, () => Response> = {
    unauthorized,
    refused: () => forbidden(`You are not permitted to perform this action: ${text}`),
    "rate-limited": () => problem(429, { title: "Too Many Requests", detail: "Too Many Requests" }),
    unavailable: () => problem(503, { title: "Service Unavailable", detail: `Try again: ${text}` }),
    "server-error": () => problem(500, { title: "Internal Server Error", detail: `Could not process: ${text}` }),
    "too-long": () => forbidden(`Your Tweet text is too long: ${text}`, 186),
    "window-closed": () => forbidden("You cannot send messages to this user.", 349),
    "already-answered": () => forbidden("You are not allowed to create a Tweet with duplicate content.", 187),
    "too-late": () => forbidden("You attempted to reply to a Tweet that is too old.", 433),
    gone: () => forbidden("You attempted to reply to a Tweet that is deleted or not visible to you.", 385),
  };
  return answers[refused]();
};

/** Where a person asked for the failure it passes soon. */
const shortWait = () => ({ remaining: 0, resetAt: Math.ceil(Date.now() / 1000) + 2 });

const posted: Dialect = {
  accepted: ({ id, text }) => Response.json({ data: { id, text, edit_history_tweet_ids: [id] } }, { status: 201 }),
  failed,
};

const messaged: Dialect = {
  accepted: ({ id }, { privateId }) => {
    const dm_conversation_id = [accounts.x.id, privateId].toSorted().join("-");
    return Response.json({ data: { dm_conversation_id, dm_event_id: id } }, { status: 201 });
  },
  failed,
};

const unauthorized = (): Response => problem(401, { title: "Unauthorized", detail: "Unauthorized" });
const invalid = (): Response =>
  problem(400, { title: "Invalid Request", detail: "One or more parameters to your request was invalid." });

const forbidden = (detail: string, code?: number): Response =>
  problem(403, { title: "Forbidden", detail, ...(code === undefined ? {} : { errors: [{ code, message: detail }] }) });

/** Source: docs.x.com, x-api/fundamentals/response-codes-and-errors. */
const problem = (status: number, words: { title: string; detail: string; errors?: readonly object[] }): Response =>
  Response.json({ ...words, type: "about:blank", status }, { status });
