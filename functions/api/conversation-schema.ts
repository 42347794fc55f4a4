import { z } from "@hono/zod-openapi";
import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import * as Directory from "#core/directory";
import * as Guard from "#core/guard";
import * as Handoff from "#core/handoff";
import { SecureView } from "./handoff-schema.ts";
import { ImpostorView } from "./impostor-schema.ts";
import { ReferralView } from "./referral-schema.ts";
import { instant, topic } from "./schema.ts";

const channel = z.enum(Channel.channels);

export const Card = z
  .object({
    id: z.string(),
    channel,
    visibility: z.enum(["public", "private"]),
    status: z.enum(["open", "closed"]),
    contact: z.object({ name: z.string().optional(), handle: z.string().optional() }),
    preview: z.string().optional().openapi({ description: "Redacted start of the newest message" }),
    assignee: z.string().nullable(),
    teamId: z.string(),
    dueAt: instant.nullable(),
    target: z.enum(["first-response", "next-response", "resolution"]).nullable(),
    atRisk: z.boolean(),
    nearlyDue: z.boolean().openapi({ description: "The last warning before its deadline was given" }),
    breached: z.boolean(),
    resolution: z
      .object({ dueAt: instant.nullable(), breached: z.boolean() })
      .nullable()
      .openapi({ description: "The promise to have it settled; without a date while it waits for the customer" }),
    topic: topic.nullable(),
    priority: z
      .enum(Conversation.priorities)
      .openapi({ description: "High: the customer presses for it, or its late answer raised it" }),
    priorityByHand: z.boolean().openapi({ description: "A person said so, against the rules" }),
    tags: z.array(z.string()).readonly(),
    snoozed: z
      .object({ until: instant.optional() })
      .nullable()
      .openapi({ description: "Out of its agent's sight; without an end until the customer writes. No clock stops" }),
    followUpAt: instant.nullable().openapi({ description: "When somebody said they would come back to it" }),
    underReview: z.boolean().openapi({ description: "A second person has to look at it" }),
    escalated: z.boolean().openapi({ description: "Its answer is late, and supervisors are to look" }),
    audience: z
      .enum(Directory.audiences)
      .nullable()
      .openapi({ description: "Whoever writes is on one of the bank's lists of people" }),
    placeId: z.string().nullable().openapi({ description: "The branch or the expert it is for" }),
    overheard: z.boolean().openapi({ description: "Listening found it and nobody took it up: no clock runs" }),
    besideId: z.string().nullable().openapi({
      description:
        "Where the same person writes on the other side, public or private: one agent, one deadline for both",
    }),
    incidentId: z.string().nullable().openapi({ description: "The incident it is part of" }),
    urgency: z.enum(["urgent", "pressing", "normal"]),
    alarm: z
      .enum(["self-harm", "threat", "account-takeover", "fraud", "lost-card"])
      .nullable()
      .openapi({ description: "What makes it urgent" }),
    language: z.string().nullable().openapi({ description: "ISO 639-1, of the customer's words", example: "fr" }),
    sentiment: z.enum(["positive", "neutral", "negative"]).nullable(),
    abusive: z.boolean(),
    doNotFeed: z.boolean().openapi({ description: "Insults without a request: given to nobody, no clock runs" }),
    complaintSuggested: z.boolean(),
    complaint: z
      .object({
        status: z.enum(["suggested", "refused", "confirmed"]),
        sentAt: instant.optional(),
        rule: z.object({ id: z.string(), version: z.number() }).optional(),
        acknowledgeBy: instant.optional(),
        answerBy: instant.optional(),
        answerAtMostBy: instant.optional(),
      })
      .nullable()
      .openapi({ description: "To be decided before closing; once confirmed it has its regulator's deadlines" }),
    mergedIntoId: z.string().nullable().openapi({ description: "Where what is said here is read and answered" }),
    mergedIds: z
      .array(z.string())
      .readonly()
      .openapi({ description: "Others of the same customer whose messages are read and answered here" }),
    splitFromId: z
      .string()
      .nullable()
      .openapi({ description: "The thread it is a part of: what the customer writes next arrives there" }),
    partIds: z
      .array(z.string())
      .readonly()
      .openapi({ description: "Parts of this thread that became conversations of their own" }),
    awaiting: z.boolean().openapi({ description: "The customer waits for an answer" }),
    openedAt: instant,
    lastMessageAt: instant,
    closedAt: instant.nullable(),
    exposedAt: instant
      .nullable()
      .openapi({ description: "Since when a public message has shown everybody a card, a code or an IBAN" }),
    isImpostor: z.boolean().openapi({ description: "Whoever writes looks like the bank" }),
    hasImpostor: z.boolean().openapi({ description: "Somebody who looks like the bank has answered this customer" }),
    lateFromPlatform: z.boolean().openapi({
      description: "What the customer waits for was told too late by the platform: a breach has that reason",
    }),
    exposedSeconds: z.number().openapi({ description: "How long what is over stood" }),
    held: z.number().openapi({ description: "Replies that wait for somebody's decision" }),
    awaitingApproval: z.number().openapi({ description: "Replies that wait for a second pair of eyes" }),
    decided: z
      .object({ agentId: z.string(), decision: z.enum(["changed", "refused"]) })
      .nullable()
      .openapi({ description: "What somebody else made of this agent's reply, until another one leaves" }),
    elsewhere: z.enum(["another-application", "encrypted"]).nullable().openapi({
      description: "Why it cannot be answered here: another application has the thread, or X alone can read it",
    }),
    handoff: z
      .object({ step: z.enum(Handoff.steps), isStalled: z.boolean() })
      .nullable()
      .openapi({ description: "The way to the secure channel; stalled: no sign of the customer for a day" }),
    unsent: z.number().openapi({ description: "Replies the platform has not accepted yet" }),
    replyWindowClosesAt: instant.nullable().openapi({ description: "When the platform stops taking answers" }),
    inboundCount: z.number().openapi({ description: "Messages of the customer so far" }),
    erased: z
      .object({ at: instant, ground: z.enum(Conversation.erasureGrounds), isPast: z.boolean() })
      .nullable()
      .openapi({ description: "Its words were erased; past: those before, and somebody has written since" }),
    onHold: z.boolean().openapi({ description: "A legal hold keeps its words" }),
    version: z.number(),
  })
  .openapi("Card");
export type Card = z.infer<typeof Card>;

export const Message = z
  .object({
    id: z.string(),
    kind: z.enum(["message", "note"]),
    direction: z.enum(["inbound", "outbound"]),
    visibility: z.enum(["public", "private", "internal"]),
    conversationId: z.string().optional().openapi({
      description: "Where it is kept, when it was said in one that was merged into this, or that this is a part of",
    }),
    text: z.string(),
    redactions: z.array(z.object({ kind: z.string(), start: z.number(), end: z.number(), rule: z.string() })),
    evidence: z
      .object({ found: z.record(z.string(), z.number()), expiresAt: instant, isReadable: z.boolean() })
      .optional()
      .openapi({
        description: "What it quoted as a fraudster's is kept apart until then, for the teams that fight fraud",
      }),
    around: z.array(z.string()).openapi({ description: "Redacted words that came with it: a quoted post, a preview" }),
    attachments: z.array(
      z.object({
        id: z.string().optional(),
        type: z.string(),
        words: z.array(z.string()),
        sizeBytes: z.number().int().optional().openapi({ description: "Of a file that the bank sent" }),
        state: z.enum(["checking", "shown", "withheld", "expired", "on-view"]).optional().openapi({
          description:
            "Of a picture: read by the machine first, seen by people after, for 24 hours. Of a story: fetched and read each time somebody looks (on-view), kept nowhere",
        }),
      }),
    ),
    occurredAt: instant,
    author: z.object({ name: z.string().optional(), handle: z.string().optional(), agentId: z.string().optional() }),
    edited: z.boolean().optional(),
    abusive: z.boolean().optional().openapi({ description: "Insults: covered until somebody opens it" }),
    removed: z.boolean().optional(),
    invitesPrivately: z.boolean().optional(),
    templateId: z.string().optional().openapi({ description: "The template it was made from" }),
    delivery: z
      .enum([
        "leaving",
        "held",
        "sending",
        "sent",
        "delivered",
        "read",
        "failed",
        "uncertain",
        "awaiting-approval",
        "not-approved",
      ])
      .optional()
      .openapi({ description: "Leaving: can be taken back until `leavesAt`. Held: the customer wrote before it left" }),
    leavesAt: instant.optional(),
    awaits: z
      .object({ reasons: z.array(z.enum(Guard.reviewReasons)), holdingFrom: instant.nullable() })
      .optional()
      .openapi({
        description: "Why it waits for a second pair of eyes, and from when on a holding reply leaves without one",
      }),
    review: z
      .object({
        decision: z.enum(["approved", "changed", "refused"]),
        by: z.string(),
        approvedBy: z
          .string()
          .optional()
          .openapi({ description: "Who let it through, where what was changed waited for somebody else" }),
        reason: z.enum(Conversation.refusals).optional(),
        before: z.string().optional(),
      })
      .optional()
      .openapi({
        description:
          "Who looked at it before it left, and what was decided; before: its writer's words, where others left",
      }),
    deliveryReason: z.string().optional(),
    deliveryExpectedAt: instant
      .optional()
      .openapi({ description: "Of a reply that waits for the platform: when it is tried next" }),
  })
  .openapi("Message");
export type Message = z.infer<typeof Message>;

export const TimelineEvent = z
  .object({
    version: z.number(),
    at: instant,
    type: z.string(),
    actor: z.object({ kind: z.enum(["agent", "contact", "system"]), id: z.string().optional() }),
    agentId: z.string().optional(),
    score: z.number().int().optional().openapi({ description: "Of `rated`: from 1, not at all satisfied, to 5" }),
    teamId: z.string().optional().openapi({ description: "Of `moved`: to which team" }),
  })
  .openapi("Event");
export type TimelineEvent = z.infer<typeof TimelineEvent>;
const ExposureView = z
  .object({
    canHide: z.boolean().openapi({ description: "Whether the platform lets the bank hide a message" }),
    warning: z.string().openapi({ description: "Approved words for the customer; nothing sends them by itself" }),
    messages: z.array(
      z.object({
        id: z.string(),
        since: instant,
        hiding: z.enum(["asked", "failed"]).nullable(),
        reason: z.string().optional(),
        canWarnPrivately: z.boolean(),
      }),
    ),
  })
  .openapi("Exposure");
export type ExposureView = z.infer<typeof ExposureView>;

export const ConversationView = Card.extend({
  exposure: ExposureView.nullable(),
  impostor: ImpostorView.nullable(),
  referral: ReferralView.nullable(),
  secure: SecureView,
  why: z
    .record(z.string(), z.array(z.string()))
    .openapi({ description: "The rules behind each label, in their own words" }),
  messages: z.array(Message),
  events: z.array(TimelineEvent),
  cursor: z.string().optional().openapi({ description: "Reads the page before" }),
}).openapi("Conversation");

export const LogEntry = z
  .object({
    version: z.number(),
    at: instant,
    actor: z.object({ kind: z.string(), id: z.string().optional() }),
    commitId: z.string(),
    events: z.array(z.record(z.string(), z.unknown())),
    hash: z.string(),
    previous: z.string(),
  })
  .openapi("LogEntry");
