import { Hono } from "hono";
import * as z from "zod";
import { accounts, channelTokens } from "../account.ts";
import type { Bindings } from "./failure.ts";
import type { Dialect, Receive } from "./receive.ts";

const Post = z.object({ text: z.string(), reply: z.object({ in_reply_to_tweet_id: z.string() }).optional() });
const DirectMessage = z.object({ text: z.string() });

/** X as the bank sees it: `POST /2/tweets` and `POST /2/dm_conversations/with/:participant_id/messages` (docs.x.com). */
export const createX = (receive: Receive): Hono<Bindings> => {
  const app = new Hono<Bindings>();
  app.use(async (context, next) => {
    if (context.req.header("authorization") !== `Bearer ${channelTokens[`x:${accounts.x.id}`]}`) return unauthorized();
    return next();
  });
  app.post("/2/tweets", async (context) => {
    const post = Post.safeParse(await context.req.json().catch(() => undefined));
    if (!post.success) return invalid();
    const { text, reply } = post.data;
    const inReplyTo = reply?.in_reply_to_tweet_id;
    const to = { to: inReplyTo ?? "", ...(inReplyTo === undefined ? {} : { inReplyTo }) };
    return receive(context, { platform: "x", visibility: "public", text, ...to }, posted);
  });
  app.post("/2/dm_conversations/with/:participant/messages", async (context) => {
    const message = DirectMessage.safeParse(await context.req.json().catch(() => undefined));
    if (!message.success) return invalid();
    const answer = { text: message.data.text, to: context.req.param("participant") };
    return receive(context, { platform: "x", visibility: "private", ...answer }, messaged);
  });
  app.notFound(() => problem(404, { title: "Not Found", detail: "Not Found" }));
  return app;
};

const failed: Dialect["failed"] = (failure, { text }) => {
  const limits = { "x-rate-limit-remaining": "0", "x-rate-limit-reset": String(Math.ceil(Date.now() / 1000) + 2) };
  const answers: Record<typeof failure, () => Response> = {
    unauthorized,
    refused: () =>
      problem(403, { title: "Forbidden", detail: `You are not permitted to perform this action: ${text}` }),
    "rate-limited": () => problem(429, { title: "Too Many Requests", detail: "Too Many Requests" }, limits),
    unavailable: () => problem(503, { title: "Service Unavailable", detail: `Try again: ${text}` }),
    "server-error": () => problem(500, { title: "Internal Server Error", detail: `Could not process: ${text}` }),
  };
  return answers[failure]();
};

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

/** Source: docs.x.com, x-api/fundamentals/response-codes-and-errors. */
const problem = (
  status: number,
  words: { title: string; detail: string },
  headers: Record<string, string> = {},
): Response => Response.json({ ...words, type: "about:blank", status }, { status, headers });
