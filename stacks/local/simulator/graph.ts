import { createHmac } from "node:crypto";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { accounts, channelTokens } from "../account.ts";
import type { Bindings, Failure } from "./failure.ts";
import type { Dialect, Receive } from "./receive.ts";

const Comment = z.object({ message: z.string() });
const Moderation = z.object({ is_hidden: z.boolean() });
const Message = z.object({
  recipient: z.union([z.object({ id: z.string() }), z.object({ comment_id: z.string() })]),
  message: z.object({ text: z.string(), metadata: z.string().max(1000).optional() }),
});

/** Hides a comment or shows it again; answers how it fails, when it is to fail. */
type Moderate = (moderation: { id: string; isHidden: boolean }) => Failure | undefined;

/**
 * Meta's Graph API as the bank sees it, with or without a version in the path: `POST /{comment-id}/comments`,
 * `POST /{comment-id}` to hide and `POST /{page-id}/messages` (developers.facebook.com/docs/graph-api). The app requires `appsecret_proof`.
 */
export const createGraph = (receive: Receive, moderate: Moderate, appSecret: string): Hono<Bindings> => {
  const nodes = new Hono<Bindings>();
  nodes.use(async (context, next) => refusal(context, appSecret) ?? next());
  nodes.post("/:id/comments", async (context) => {
    const comment = Comment.safeParse(await context.req.json().catch(() => undefined));
    if (!comment.success) return fault(400, invalidParameter);
    const id = context.req.param("id");
    const answer = { text: comment.data.message, to: id, inReplyTo: id };
    return receive(context, { platform: "facebook", visibility: "public", ...answer }, commented);
  });
  nodes.post("/:id/messages", async (context) => {
    const body = Message.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success || context.req.param("id") !== accounts.facebook.id) return fault(400, invalidParameter);
    const { recipient, message } = body.data;
    const to = "id" in recipient ? { to: recipient.id } : { to: recipient.comment_id, inReplyTo: recipient.comment_id };
    const marker = message.metadata === undefined ? {} : { marker: message.metadata };
    const answer = { text: message.text, ...to, ...marker };
    return receive(context, { platform: "facebook", visibility: "private", ...answer }, messaged);
  });
  nodes.post("/:id", async (context) => {
    const body = Moderation.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return fault(400, invalidParameter);
    const refused = moderate({ id: context.req.param("id"), isHidden: body.data.is_hidden });
    if (refused === undefined) return Response.json({ success: true });
    if (refused === "refused") return fault(400, { ...invalidParameter, error_subcode: 33 });
    const failure = refused === "silent" || refused === "lost" ? "unavailable" : refused;
    return failed(failure, { platform: "facebook", visibility: "public", text: "", to: context.req.param("id") });
  });
  const app = new Hono<Bindings>();
  app.route("/:version{v[0-9]+\\.[0-9]+}", nodes);
  app.route("/", nodes);
  app.notFound(() => fault(400, { ...invalidParameter, message: "Unsupported request", error_subcode: 33 }));
  return app;
};

/** A missing or wrong token, or a proof that is not the token's: developers.facebook.com/docs/graph-api/guides/secure-requests. */
const refusal = (context: Context<Bindings>, appSecret: string): Response | undefined => {
  const token = context.req.header("authorization")?.replace("Bearer ", "") ?? context.req.query("access_token") ?? "";
  if (token !== channelTokens[`facebook:${accounts.facebook.id}`]) return fault(401, deadToken);
  const proof = createHmac("sha256", appSecret).update(token).digest("hex");
  if (context.req.query("appsecret_proof") !== proof) return fault(400, wrongProof);
  return undefined;
};

const failed: Dialect["failed"] = (failure, { text, visibility }) => {
  const answers: Record<typeof failure, () => Response> = {
    unauthorized: () => fault(401, deadToken),
    refused: () =>
      fault(
        400,
        visibility === "private" ? outsideWindow : { ...noPermission, message: `(#200) Cannot reply with: ${text}` },
      ),
    "rate-limited": () => fault(400, throttled),
    unavailable: () => fault(503, { message: `Service temporarily unavailable. ${text}`, code: 2, is_transient: true }),
    "server-error": () =>
      fault(500, { message: `An unexpected error has occurred. ${text}`, code: 2, is_transient: true }),
  };
  return answers[failure]();
};

const commented: Dialect = { accepted: ({ id }) => Response.json({ id }), failed };
const messaged: Dialect = {
  accepted: ({ id }, { privateId }) => Response.json({ recipient_id: privateId, message_id: id }),
  failed,
};

type Fault = { message: string; code: number; error_subcode?: number; is_transient?: boolean };
const invalidParameter: Fault = { message: "(#100) Invalid parameter", code: 100 };
const deadToken: Fault = { message: "Error validating access token", code: 190, error_subcode: 460 };
const wrongProof: Fault = { message: "Invalid appsecret_proof provided in the API argument", code: 100 };
const noPermission: Fault = { message: "(#200) Permissions error", code: 200 };
const throttled: Fault = { message: "(#613) Calls to this api have exceeded the rate limit.", code: 613 };
const outsideWindow: Fault = {
  message: "(#10) This message is sent outside of allowed window.",
  code: 10,
  error_subcode: 2018278,
};

/** Source: developers.facebook.com/docs/graph-api/guides/error-handling. */
const fault = (status: number, error: Fault): Response =>
  Response.json({ error: { type: "OAuthException", fbtrace_id: "Simulator", ...error } }, { status });
