import * as z from "zod";
import * as Channel from "#core/channel";
import { audiences, type Content as Shape, topics } from "./shape/index.ts";
import { readNotation } from "./text/index.ts";

export const Topic = z.enum(topics);

/** What a template says, where and to whom. */
export const Content = z.strictObject({
  name: z.string().trim().min(1).max(80),
  topic: Topic,
  language: z.enum(["fr", "en"]),
  channels: z.array(z.enum(Channel.channels)).max(Channel.channels.length),
  audience: z.enum(audiences),
  body: z
    .string()
    .trim()
    .min(1)
    .max(5000)
    .refine((body) => readNotation(body).isValid, "cannot be read"),
  reviewAt: z.iso.datetime().optional(),
  expiresAt: z.iso.datetime().optional(),
}) satisfies z.ZodType<Shape<Channel.Channel>>;
export type Content = z.infer<typeof Content>;
