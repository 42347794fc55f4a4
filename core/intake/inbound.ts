import * as z from "zod";
import * as Channel from "#core/channel";
import * as Impostor from "#core/impostor";
import type { Kind, Redacted } from "#core/redaction";

/** A string that redaction made before it was queued; read back from a queue or the table, it is trusted as such. */
const redacted = z.string().transform((text) => text as Redacted);
const mark = z.object({
  kind: z.string().transform((kind) => kind as Kind),
  start: z.number().int(),
  end: z.number().int(),
  rule: z.string(),
});

/**
 * One update of a delivery as it is queued: redacted words, keyed hashes instead of platform ids, and the ids needed to
 * answer sealed. Nothing in it is raw.
 */
export const Inbound = z.object({
  op: z.enum(["message", "edit", "delete", "hide", "unhide", "fail", "receipt", "control", "link"]),
  direction: z.enum(["inbound", "outbound"]),
  entityId: z.string(),
  teamId: z.string(),
  channel: z.enum(Channel.channels),
  visibility: z.enum(["public", "private"]),
  accountId: z.string(),
  /** Absent when the update names no customer: the conversation is found by the message it is about. */
  conversationId: z.string().optional(),
  /** The same conversation under other ids of the contact, of which any may be the one it began under. */
  aliases: z.array(z.string()).default([]),
  /** Keyed id of the message itself, or of the one an edit or removal is about. */
  messageId: z.string(),
  /** Keyed id of what it answers. */
  parentId: z.string().optional(),
  groupId: z.string(),
  deduplicationId: z.string(),
  /** It was queued again under the group of the conversation it belongs to. */
  isRequeued: z.boolean().default(false),
  /** By the platform's clock; ours where the platform does not say. */
  occurredAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  text: redacted.default("" as Redacted),
  marks: z.array(mark).default([]),
  found: z.record(z.string(), z.number().int()).default({}),
  /** What the conversation shares with others. */
  peers: z
    .object({
      contact: z.string().optional(),
      thread: z.string().optional(),
      isThreadRoot: z.literal(true).optional(),
    })
    .default({}),
  author: z.object({ name: redacted.optional(), handle: redacted.optional() }).default({}),
  /** Why the author may be taken for the bank. */
  impostor: z.enum(Impostor.likenesses).optional(),
  attachments: z
    .array(
      z.object({
        type: z.string(),
        words: z.array(redacted),
        /** Where the picture can be asked for, sealed. */
        picture: z.object({ id: z.string(), reference: z.string() }).optional(),
        /** Where a story is asked for each time somebody looks, sealed. */
        story: z.object({ id: z.string(), reference: z.string() }).optional(),
      }),
    )
    .default([]),
  /** What the text quoted as a fraudster's, sealed, and counted by kind. */
  evidence: z
    .object({ sealed: z.string(), found: z.record(z.string(), z.number().int()), expiresAt: z.iso.datetime() })
    .optional(),
  around: z.array(redacted).default([]),
  address: z.string().optional(),
  /** Keyed hash of the marker that a message of ours carries, when the platform echoes it back. */
  marker: z.string().optional(),
  /** No webhook told of it: the platform was asked. */
  isLate: z.literal(true).optional(),
  /** Of a failure: why, as one of our own codes. */
  code: z.string().optional(),
  /** Of one of ours: how far it got. `until`: with everything sent up to here. */
  receipt: z.enum(["sent", "delivered", "read"]).optional(),
  until: z.iso.datetime().optional(),
  /** Who answers the thread from here on, where the update says so. */
  control: z.enum(["us", "another"]).optional(),
  isEncrypted: z.literal(true).optional(),
  /** Listening found it: it speaks of the bank and tags nobody. */
  isHeard: z.literal(true).optional(),
  /** Keyed hashes of codes that were in the text: one may prove who wrote it. */
  proofs: z.array(z.string()).optional(),
  /** Of a message on the secure page: where the customer came from. */
  origin: z.object({ conversationId: z.string(), handoffId: z.string() }).optional(),
  /** Of our own account's message: an application wrote it, not a person in the platform's own inbox. */
  byApplication: z.literal(true).optional(),
});
export type Inbound = z.infer<typeof Inbound>;
