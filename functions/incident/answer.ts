import { createHash } from "node:crypto";
import * as Audit from "#core/audit";
import * as Channel from "#core/channel";
import type * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Incident from "#core/incident";
import type { Redacted } from "#core/redaction";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";

/**
 * Answers one customer of an incident with the approved words, by the way of every answer: kept, committed, delivered.
 * Its id comes from the incident, the words' version and the conversation, so that it is written once.
 * @returns false where no answer can go: it is closed, out of the platform's window, or in another application's hands
 */
export const answerOne = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { answer, id, walk }: Incident.Incident,
): Promise<boolean> => {
  const head = await runtime.store.readHead(key);
  const agentId = walk?.startedBy;
  if (head === undefined || answer === undefined || agentId === undefined) return false;
  const text = wordsFor(head.state, answer.words);
  const { channel, lastInboundAt, lastInboundId, status, visibility } = head.state;
  const isOpen = Channel.replyWindow(channel, lastInboundAt, runtime.now()).open;
  if (text === undefined || !isOpen || status === "closed" || lastInboundId === undefined) return false;
  const body = await runtime.store.putBody(key, {
    id: messageId(id, answer.version, key.conversationId),
    kind: "message",
    direction: "outbound",
    visibility,
    text,
    marks: [],
    occurredAt: runtime.now(),
    author: { agentId },
    attachments: [],
    around: [],
    inReplyTo: lastInboundId,
    salt: runtime.newId(),
    sawVersion: head.version,
  });
  return isWritten(runtime, key, { body, agentId, seen: head.state.inboundCount });
};

type Writing = { readonly body: Store.Body; readonly agentId: string; readonly seen: number };

const isWritten = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { agentId, body, seen }: Writing,
): Promise<boolean> => {
  try {
    await obey(runtime, key, {
      command: {
        type: "reply",
        messageId: body.id,
        agentId,
        digest: Audit.digestBody(body.text, body.salt),
        inboundSeen: seen,
        forIncident: true,
      },
      commitId: `incident:${body.id}`,
      actor: { kind: "agent", id: agentId },
      since: body.sawVersion,
      shows: body.id,
    });
    return true;
  } catch (error) {
    // What this conversation does not allow keeps the others from nothing; anything else is tried again.
    if (error instanceof Fault && /^(conversation|reply)\./.test(error.code) && error.code !== "conversation.busy") {
      return false;
    }
    throw error;
  }
};

/** The customer's language, else the first there is, where the platform takes so long a text. */
const wordsFor = ({ channel, labels }: Conversation.Conversation, { en, fr }: Incident.Words): Redacted | undefined => {
  const text = labels?.language === "en" ? (en ?? fr) : (fr ?? en);
  if (text === undefined) return undefined;
  const { limit, used } = Channel.countText(channel, text);
  return used <= limit ? text : undefined;
};

const messageId = (incidentId: string, version: number, conversationId: string): string =>
  `m_${createHash("sha256").update(`incident#${incidentId}#${version}#${conversationId}`).digest("base64url").slice(0, 22)}`;
