import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { redactedNote } from "./noted.ts";
import type { Caller } from "./sign-in.ts";
import { keep, origin, type Writing } from "./writing.ts";

/** Keeps a note, redacted: what a customer said on the telephone is personal data too. */
export const writeNote = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  writing: Writing,
): Promise<Store.Body> => {
  const head = await runtime.store.readHead(key);
  if (head === undefined) throw new Fault("conversation.unknown");
  Conversation.requireWords(head.state);
  const { mentions = [] } = writing;
  const { marks, text } = await redactedNote(runtime, key, writing.text);
  const body = await keep(runtime, key, caller, {
    writing,
    part: "note",
    head,
    body: { kind: "note", visibility: "internal", text, marks },
  });
  // Kept before the commit: whoever is told of it finds it there.
  const mention = { conversationId: key.conversationId, messageId: body.id, by: caller.agentId, at: body.occurredAt };
  for (const agentId of mentions) await runtime.store.putMention({ entityId: key.entityId, agentId }, mention);
  await obey(runtime, key, {
    command: {
      type: "note",
      messageId: body.id,
      agentId: caller.agentId,
      digest: Audit.digestBody(body.text, body.salt),
      ...(mentions.length === 0 ? {} : { mentions }),
    },
    ...origin(caller, body),
  });
  return body;
};
