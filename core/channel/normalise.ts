import { Fault } from "#core/fault";
import { digest } from "./digest.ts";
import type { RawEvent, Sender } from "./event.ts";
import { nodeOf, readJson, wordOf } from "./json.ts";
import * as Meta from "./meta/delivery.ts";
import * as X from "./x/delivery.ts";

export type Normalised = {
  /** Every update, in the order of the delivery; those that mean nothing to us as `op: "ignore"`. */
  events: RawEvent[];
  /** How many updates were ignored, by kind. Kinds are the platform's words, never content. */
  ignored: Record<string, number>;
};

/**
 * What a verified delivery says: every entry, change and message of it. An update that cannot be read costs none of the others.
 * @throws webhook.encrypted when all of it is encrypted for a key of the bank's; webhook.body-invalid when it is no JSON; nothing else
 */
export const normalise = (sender: Sender, body: Uint8Array): Normalised => {
  if (isSealed(body)) throw new Fault("webhook.encrypted");
  const delivery = readJson(body);
  if (isSealedIn(delivery)) throw new Fault("webhook.encrypted");
  const found = sender === "x" ? X.readDelivery(delivery) : Meta.readDelivery(delivery);
  if (found === undefined)
    return { events: [], ignored: { [`delivery.${wordOf(nodeOf(delivery)["object"] ?? "unrecognised")}`]: 1 } };
  const events = found.map((event) => (saysNothing(event) ? malformed(event) : identified(readable(event))));
  return { events, ignored: countKinds(events) };
};

/**
 * WhatsApp can encrypt its deliveries (JWE, RSA-OAEP with A256GCM: facebook/openapi). Nobody here has the key, so none is taken for read:
 * the platform keeps it, and delivers again for seven days.
 */
const isSealed = (body: Uint8Array): boolean => {
  const start = new TextDecoder().decode(body.subarray(0, LONGEST_HEADER));
  return COMPACT.test(start);
};

const LONGEST_HEADER = 4_096;

/** The header of a JWE in compact form begins with `{"`; two dots follow it. */
const COMPACT = /^\s*"?eyJ[\w-]+\.[\w-]+\./;

const isSealedIn = (delivery: unknown): boolean => {
  const parts = Object.values(nodeOf(delivery));
  return parts.length <= 3 && parts.some((part) => typeof part === "string" && part.length > 100 && COMPACT.test(part));
};

const countKinds = (events: readonly RawEvent[]): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const { op, kind = "unrecognised" } of events)
    if (op === "ignore") counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(counts);
};

/** Updates about the account rather than about somebody or something. */
const ABOUT_THE_ACCOUNT = new Set(["ignore", "control", "error", "revoke", "policy", "handover"]);

const saysNothing = ({ op, externalId, targetId, contactId, text, attachments }: RawEvent): boolean =>
  !ABOUT_THE_ACCOUNT.has(op) && !externalId && !targetId && !contactId && !text && attachments.length === 0;

const malformed = ({ channel, visibility, direction, accountId }: RawEvent): RawEvent => ({
  op: "ignore",
  channel,
  visibility,
  direction,
  accountId,
  kind: "malformed",
  attachments: [],
});

/** A message with nothing in it is shown as one we cannot read. */
const readable = (event: RawEvent): RawEvent =>
  event.op === "message" && !event.text && event.attachments.length === 0 && !event.unreadable
    ? { ...event, unreadable: "unsupported" }
    : event;

/** What came without any id is told apart by its time and text. */
const identified = (event: RawEvent): RawEvent =>
  event.externalId || event.targetId || event.revision || ABOUT_THE_ACCOUNT.has(event.op)
    ? event
    : { ...event, revision: [event.op, event.occurredAt, digest(event.text ?? "")].join(":") };
