import { createHmac } from "node:crypto";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { accounts, channelTokens } from "../account.ts";
import type { Bindings } from "./failure.ts";
import { deadToken, failed, fault, invalidParameter, notThere, wrongProof } from "./graph-error.ts";
import type { Answer, Dialect, Receive } from "./receive.ts";
import { platformOf } from "./rule.ts";
import type { Uploads } from "./upload.ts";
import type { Platform } from "./world.ts";
import type { Moderate, StandingOf } from "./x.ts";

const Comment = z.object({ message: z.string() });
const Mention = Comment.extend({ media_id: z.string(), comment_id: z.string().optional() });
const Moderation = z.union([
  z.object({ is_hidden: z.boolean() }).transform(({ is_hidden }) => is_hidden),
  z.object({ hide: z.boolean() }).transform(({ hide }) => hide),
]);
const Metadata = z.string().max(1000).optional();
const Message = z.object({
  recipient: z.union([z.object({ id: z.string() }), z.object({ comment_id: z.string() })]),
  messaging_type: z.enum(["RESPONSE", "UPDATE", "MESSAGE_TAG"]).optional(),
  tag: z.string().optional(),
  message: z.union([
    z.strictObject({ text: z.string(), metadata: Metadata }),
    z.strictObject({
      attachment: z.object({ type: z.enum(["image", "file"]), payload: z.object({ attachment_id: z.string() }) }),
      metadata: Metadata,
    }),
  ]),
});
const Medium = z.object({ id: z.string(), caption: z.string().max(1024).optional() });
const WhatsappMessage = z.object({
  messaging_product: z.literal("whatsapp"),
  to: z.string().optional(),
  recipient: z.string().optional(),
  text: z.object({ body: z.string() }).optional(),
  image: Medium.optional(),
  document: Medium.extend({ filename: z.string() }).optional(),
  template: z.object({ name: z.string() }).optional(),
  context: z.object({ message_id: z.string() }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
});

type Parts = {
  readonly receive: Receive;
  readonly moderate: Moderate;
  readonly standingOf: StandingOf;
  readonly uploads: Uploads;
  /** Where a medium of this id is kept. */
  readonly addressOf: (mediaId: string) => string | undefined;
  readonly appSecret: string;
};

/**
 * Meta's Graph API as the bank sees it, with or without a version in the path (developers.facebook.com/docs/graph-api): comments of Facebook
 * and Instagram are answered, hidden and deleted; `POST /{account}/messages` sends on Messenger, Instagram and WhatsApp; a medium is asked
 * for its address. The app requires `appsecret_proof`.
 */
export const createGraph = (parts: Parts): Hono<Bindings> => {
  const nodes = new Hono<Bindings>();
  nodes.use(async (context, next) => refusal(context, parts.appSecret) ?? next());
  addComments(nodes, parts);
  nodes.post("/:id/messages", async (context) => {
    const platform = platformOf(context.req.param("id"));
    const answer = platform === undefined ? undefined : messageOf(platform, await bodyOf(context), parts.uploads);
    if (answer === undefined || answer.platform !== ownerOf(context)) return fault(400, invalidParameter);
    return parts.receive(context, answer, answer.platform === "whatsapp" ? taken : messaged);
  });
  for (const [edge, field, told] of [
    ["message_attachments", "filedata", "attachment_id"],
    ["media", "file", "id"],
  ] as const)
    nodes.post(`/:id/${edge}`, async (context) => {
      const platform = platformOf(context.req.param("id"));
      const file = (await context.req.formData().catch(() => undefined))?.get(field);
      const isOwn = platform !== undefined && platform === ownerOf(context);
      const id = isOwn && file instanceof File ? await parts.uploads.take(platform, file) : undefined;
      return id === undefined ? fault(400, invalidParameter) : Response.json({ [told]: id });
    });
  nodes.get("/:id", (context) => {
    const id = context.req.param("id");
    if (/(?:is_)?hidden/.test(context.req.query("fields") ?? "")) return commentOf(parts.standingOf(id), id);
    const url = parts.addressOf(id);
    return url === undefined ? fault(400, notThere) : Response.json({ url, mime_type: "image/jpeg", id });
  });
  const app = new Hono<Bindings>();
  app.route("/:version{v[0-9]+\\.[0-9]+}", nodes);
  app.route("/", nodes);
  app.notFound(() => fault(400, notThere));
  return app;
};

/** Facebook says `is_hidden`, Instagram `hidden`. */
const commentOf = (standing: ReturnType<StandingOf>, id: string): Response => {
  const isHidden = standing === "hidden";
  return standing === "gone" ? fault(400, notThere) : Response.json({ id, is_hidden: isHidden, hidden: isHidden });
};

/** Facebook answers under `comments`, Instagram under `replies`; one hides with `is_hidden`, the other with `hide`. */
const addComments = (nodes: Hono<Bindings>, { moderate, receive }: Parts): void => {
  for (const [edge, platform] of [
    ["comments", "facebook"],
    ["replies", "instagram"],
  ] as const) {
    nodes.post(`/:id/${edge}`, async (context) => {
      const comment = Comment.safeParse(await bodyOf(context));
      if (!comment.success || ownerOf(context) !== platform) return fault(400, invalidParameter);
      const id = context.req.param("id");
      return receive(
        context,
        { platform, visibility: "public", text: comment.data.message, to: id, inReplyTo: id },
        commented,
      );
    });
  }
  nodes.post("/:id/mentions", async (context) => {
    const mention = Mention.safeParse(await bodyOf(context));
    const isOwn = platformOf(context.req.param("id")) === "instagram" && ownerOf(context) === "instagram";
    if (!mention.success || !isOwn) return fault(400, invalidParameter);
    const { comment_id, media_id, message: text } = mention.data;
    const to = comment_id ?? media_id;
    const answer = { platform: "instagram", visibility: "public", text, to, inReplyTo: to, isMention: true } as const;
    return receive(context, answer, commented);
  });
  const moderateBy = (context: Context<Bindings>, does: "hide" | "unhide" | "delete"): Response => {
    const refused = moderate({ id: context.req.param("id") ?? "", does });
    if (refused === undefined) return Response.json({ success: true });
    if (refused === "refused") return fault(400, notThere);
    const failure = refused === "silent" || refused === "lost" ? "unavailable" : refused;
    return failed(failure, { platform: ownerOf(context) ?? "facebook", visibility: "public", text: "", to: "" });
  };
  nodes.post("/:id", async (context) => {
    const isHidden = Moderation.safeParse(await bodyOf(context));
    return isHidden.success ? moderateBy(context, isHidden.data ? "hide" : "unhide") : fault(400, invalidParameter);
  });
  nodes.delete("/:id", (context) => moderateBy(context, "delete"));
};

const bodyOf = (context: Context<Bindings>): Promise<unknown> => context.req.json().catch(() => undefined);

const messageOf = (platform: Platform, body: unknown, uploads: Uploads): Answer | undefined =>
  platform === "whatsapp" ? whatsappOf(body, uploads) : messagingOf(platform, body, uploads);

const messagingOf = (platform: Platform, body: unknown, uploads: Uploads): Answer | undefined => {
  const parsed = Message.safeParse(body);
  if (!parsed.success) return undefined;
  const { message, recipient, tag } = parsed.data;
  const to = "id" in recipient ? { to: recipient.id } : { to: recipient.comment_id, inReplyTo: recipient.comment_id };
  const marker = message.metadata === undefined ? {} : { marker: message.metadata };
  const human = tag === "HUMAN_AGENT" ? { isHumanAgent: true as const } : {};
  const answer = { platform, visibility: "private", text: "", ...to, ...marker, ...human } as const;
  if ("text" in message) return { ...answer, text: message.text };
  const file = uploads.find(platform, message.attachment.payload.attachment_id);
  return file && { ...answer, file };
};

const whatsappOf = (body: unknown, uploads: Uploads): Answer | undefined => {
  const parsed = WhatsappMessage.safeParse(body);
  const to = parsed.data?.to ?? parsed.data?.recipient;
  if (!parsed.success || to === undefined) return undefined;
  const { biz_opaque_callback_data: marker, context, document, image, template, text } = parsed.data;
  const medium = image ?? document;
  const file = medium && uploads.find("whatsapp", medium.id);
  if (medium !== undefined && file === undefined) return undefined;
  return {
    platform: "whatsapp",
    visibility: "private",
    text: text?.body ?? medium?.caption ?? (template === undefined ? "" : `[${template.name}]`),
    to,
    ...(file && { file }),
    ...(context === undefined ? {} : { inReplyTo: context.message_id }),
    ...(marker === undefined ? {} : { marker }),
    ...(template === undefined ? {} : { isTemplate: true }),
  };
};

/** A missing or wrong token, or a proof that is not the token's: developers.facebook.com/docs/graph-api/guides/secure-requests. */
const refusal = (context: Context<Bindings>, appSecret: string): Response | undefined => {
  if (ownerOf(context) === undefined) return fault(401, deadToken);
  const proof = createHmac("sha256", appSecret).update(tokenIn(context)).digest("hex");
  return context.req.query("appsecret_proof") === proof ? undefined : fault(400, wrongProof);
};

const tokenIn = (context: Context<Bindings>): string =>
  context.req.header("authorization")?.replace("Bearer ", "") ?? context.req.query("access_token") ?? "";

/** Whose token it is: each account of the bank has its own. */
const ownerOf = (context: Context<Bindings>): Platform | undefined =>
  (["facebook", "instagram", "whatsapp"] as const).find(
    (platform) => channelTokens[`${platform}:${accounts[platform].id}`] === tokenIn(context),
  );

const commented: Dialect = { accepted: ({ id }) => Response.json({ id }), failed };
const messaged: Dialect = {
  accepted: ({ id }, { privateId }) => Response.json({ recipient_id: privateId, message_id: id }),
  failed,
};
const taken: Dialect = {
  accepted: ({ id }, thread) =>
    Response.json({
      messaging_product: "whatsapp",
      contacts: [{ input: thread.privateId, wa_id: thread.privateId, user_id: thread.userId }],
      messages: [{ id }],
    }),
  failed,
};
