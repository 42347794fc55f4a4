import * as Audit from "#core/audit";
import * as Channel from "#core/channel";
import type * as Conversation from "#core/conversation";
import type * as Guard from "#core/guard";
import * as Identity from "#core/identity";
import type { Redacted } from "#core/redaction";
import type * as Store from "#core/store";
import { obey } from "./command.ts";
import { kindsOf } from "./guard.ts";
import type { Runtime } from "./index.ts";

type Words = {
  /** What makes it one and the same message, however often it is kept. */
  readonly occasion: readonly [string, ...string[]];
  readonly channel: Channel.PlatformChannel;
  readonly visibility: Conversation.Visibility;
  readonly text: string;
  /** The customer's message that it answers. */
  readonly inReplyTo: string;
};

/** Keeps what the bank has approved to be said without anybody writing it, so that a commit can name it; no commit, and nobody reads it. */
export const keepAutomatic = async (
  { newId, now, secrets, store }: Runtime,
  key: Store.ConversationKey,
  { channel, inReplyTo, occasion, text, visibility }: Words,
): Promise<{ readonly messageId: string; readonly digest: string }> => {
  const identityKey = await secrets.read("IDENTITY_KEY");
  const [kind, ...rest] = occasion;
  const body = await store.putBody(key, {
    id: Identity.keyedId(identityKey, "m", kind, key.entityId, key.conversationId, ...rest),
    kind: "message",
    direction: "outbound",
    visibility,
    text: fitting(channel, text),
    marks: [],
    occurredAt: now(),
    author: {},
    attachments: [],
    around: [],
    inReplyTo,
    salt: newId(),
    sawVersion: 0,
  });
  return { messageId: body.id, digest: Audit.digestBody(body.text, body.salt) };
};

type Withheld = Pick<Conversation.WithholdCommand, "reason" | "opensAt"> & {
  readonly blocked: readonly Guard.Finding[];
};

/** What was not said because of what stands in it: the conversation tells whoever reads it, the log the operator. */
export const withholdAutomatic = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { blocked, ...occasion }: Withheld,
): Promise<void> => {
  const kinds = kindsOf(blocked);
  runtime.log.warn("automatic.withheld", { ...key, code: occasion.reason });
  await obey(runtime, key, {
    command: { type: "withhold-automatic", kinds, ...occasion },
    commitId: `withheld:${occasion.reason}:${occasion.opensAt ?? ""}`,
    actor: { kind: "system", id: "automatic" },
  });
};

/** The bank's own words, as far as the platform takes them. */
const fitting = (channel: Channel.PlatformChannel, text: string): Redacted => {
  let kept = [...text];
  while (Channel.countText(channel, kept.join("")).used > Channel.countText(channel, "").limit)
    kept = kept.slice(0, -1);
  return kept.join("") as Redacted;
};
