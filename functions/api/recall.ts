import { createRoute, z } from "@hono/zod-openapi";
import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import type { Redacted } from "#core/redaction";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { Card } from "./conversation-schema.ts";
import { DraftView, keepDraft, sidesOf, viewOf } from "./draft.ts";
import { recoverEnclosure } from "./enclosure.ts";
import { expectNotTaken, holding } from "./holder.ts";
import { headOf, view } from "./order.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import { Enclosure, InboundSeen, MessageId } from "./schema.ts";
import type { Caller } from "./sign-in.ts";
import { templatesIn } from "./timeline.ts";

const recall = createRoute({
  method: "post",
  path: "/api/conversations/{id}/replies/{messageId}/recall",
  request: { params: MessageId },
  responses: {
    200: json(
      "Taken back before it left; its words are the caller's draft, and so is its file",
      z.object({ draft: DraftView.nullable(), enclosure: Enclosure.nullable() }),
    ),
    ...problems,
  },
});

const release = createRoute({
  method: "post",
  path: "/api/conversations/{id}/replies/{messageId}/release",
  request: { params: MessageId, body: body(z.object({ inboundSeen: InboundSeen })) },
  responses: { 200: json("A held answer leaves, whatever the customer wrote meanwhile", Card), ...problems },
});

/** What a person does with an answer that has not left: take it back, or send it although the customer wrote again. */
export const addRecall = (app: Api, runtime: Runtime): void => {
  app.openapi(recall, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { id: conversationId, messageId } = context.req.valid("param");
    const key = { entityId: caller.entityId, conversationId };
    const draft = await takeBack(runtime, key, caller, messageId);
    const enclosure = await recoverEnclosure(runtime, key, caller, messageId);
    return context.json({ draft: draft === undefined ? null : viewOf(draft), enclosure }, 200);
  });
  app.openapi(release, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { id: conversationId, messageId } = context.req.valid("param");
    const { inboundSeen } = context.req.valid("json");
    const key = { entityId: caller.entityId, conversationId };
    expectNotTaken((await headOf(runtime, key)).state, caller);
    await obey(runtime, key, {
      command: {
        type: "release",
        messageId,
        agentId: caller.agentId,
        ...(inboundSeen === undefined ? {} : { inboundSeen }),
      },
      commitId: `release:${runtime.newId()}`,
      actor: { kind: "agent", id: caller.agentId },
      ...holding(caller),
    });
    return context.json(await view(runtime, key), 200);
  });
};

/** The commit decides; then the words become the draft, and leave the conversation in which they were never said. */
const takeBack = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  messageId: string,
): Promise<Store.Draft | undefined> => {
  const { store } = runtime;
  const body = await store.readBody(key, messageId);
  if (body?.direction !== "outbound" || body.kind !== "message") throw new Fault("message.unknown");
  const { state } = await headOf(runtime, key);
  expectNotTaken(state, caller);
  const policies = Entity.policiesOf(await store.readEntity(key.entityId));
  await obey(runtime, key, {
    command: { type: "recall", messageId, agentId: caller.agentId, policies },
    commitId: `recall:${messageId}`,
    actor: { kind: "agent", id: caller.agentId },
    since: body.sawVersion,
    ...holding(caller),
    // The card shows what was last said, and the answer was not.
    ...(state.lastInboundId === undefined ? {} : { shows: state.lastInboundId }),
  });
  const owned = { ...key, agentId: caller.agentId };
  const before = await store.readDraft(owned, runtime.now());
  if (body.removed === true) return before;
  const isPrivate = state.visibility === "public" && body.visibility === "private";
  const { answer: begun, note } = sidesOf(before);
  const draft = await keepDraft(runtime, caller, key.conversationId, {
    mode: isPrivate ? "private" : "reply",
    text: begun === undefined ? body.text : `${body.text}\n\n${begun.text}`,
    templateId: (await templateOf(store, key, body)) ?? begun?.templateId,
    inboundSeen: state.inboundCount,
    ...(note === undefined ? {} : { aside: { mode: note.mode, text: note.text, inboundSeen: note.inboundSeen } }),
  });
  await store.replaceBody(key, { ...body, text: "" as Redacted, marks: [], salt: runtime.newId(), removed: true });
  return draft;
};

/** The template that it was made from, as the log has it. */
const templateOf = async (
  store: Store.Store,
  key: Store.ConversationKey,
  { id, sawVersion }: Store.Body,
): Promise<string | undefined> => {
  const head = await headOf({ store }, key);
  const sealed = await store.readLog(key, head, sawVersion + 1, head.version);
  return templatesIn(sealed.map((text) => Audit.openEntry<Conversation.ConversationEvent>(text))).get(id);
};
