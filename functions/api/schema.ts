import { z } from "@hono/zod-openapi";
import * as Classification from "#core/classification";
import * as Guard from "#core/guard";

export const topic = z.enum(Classification.topics);
export const instant = z.iso.datetime().openapi({ example: "2026-11-23T09:00:00.000Z" });

export const Problem = z
  .object({ type: z.string(), title: z.string(), status: z.number(), detail: z.string(), code: z.string() })
  .openapi("Problem", { description: "RFC 9457; `detail` is a sentence in the language of Accept-Language" });

export const ConversationId = z.object({
  id: z
    .string()
    .min(1)
    .max(80)
    .openapi({ param: { name: "id", in: "path" }, example: "c_3q2-7wAAAAAAAAAAAAAAAA" }),
});

export const MessageId = ConversationId.extend({
  messageId: z
    .string()
    .min(1)
    .max(80)
    .openapi({ param: { name: "messageId", in: "path" } }),
});

/** Required where doing it twice would be seen: it determines the id of what is made. */
export const IdempotencyKey = z.object({
  "idempotency-key": z.string().min(1).max(200).openapi({ example: "7f1c6a1e-1" }),
});

/** The longest text of any channel (X direct messages: 10,000 characters). */
export const Text = z.object({ text: z.string().trim().min(1).max(10_000) }).openapi("Text");
/** `inboundCount` of the card that the writer saw. */
export const InboundSeen = z
  .number()
  .int()
  .min(0)
  .optional()
  .openapi({ description: "Customer messages seen: closing is refused when there are more, a reply answers these" });

export const Note = Text.extend({
  mentions: z
    .array(z.string().min(1).max(100))
    .max(10)
    .optional()
    .openapi({ description: "Ids of colleagues whom it names: they find it among their mentions" }),
}).openapi("Note");

export const Confirmed = z
  .array(z.enum(Guard.findingKinds))
  .max(Guard.findingKinds.length)
  .optional()
  .openapi({ description: "Kinds of findings that are meant as they stand; what blocks is not confirmed away" });

/** A file that an agent is about to send. `found`: kinds of personal data that stopped a picture. */
export const Enclosure = z
  .object({
    id: z.string(),
    kind: z.enum(["picture", "document"]),
    name: z.string(),
    sizeBytes: z.number().int(),
    state: z.enum(["checking", "ready", "refused"]),
    found: z.array(z.string()),
  })
  .openapi("Enclosure");

export const Reply = Text.extend({
  text: z.string().trim().max(10_000).openapi({ description: "Empty only beside a file" }),
  enclosureId: z.string().min(1).max(80).optional().openapi({ description: "The file that goes with it, in private" }),
  inboundSeen: InboundSeen,
  confirmed: Confirmed,
  templateId: z.string().min(1).max(80).optional().openapi({ description: "The template it was made from" }),
  undo: z.boolean().optional().openapi({
    description: "Waits a moment in which it can be taken back; held when the customer wrote something not seen",
  }),
  invitesPrivately: z
    .boolean()
    .optional()
    .openapi({ description: "X, in public: with the network's own button that opens a private message to the bank" }),
  privatelyTo: z
    .string()
    .min(1)
    .max(80)
    .optional()
    .openapi({ description: "Id of a public comment that is answered to its author alone (Facebook, Instagram)" }),
})
  .refine(({ enclosureId, text }) => text !== "" || enclosureId !== undefined, { path: ["text"] })
  .openapi("Reply");
