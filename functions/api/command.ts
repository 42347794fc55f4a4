import { createRoute, z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { assign, giveBack, holdIfFree } from "./assignment.ts";
import { cardOf } from "./conversation.ts";
import { Card, Message } from "./conversation-schema.ts";
import { endDraft } from "./draft.ts";
import { expectNotTaken, holding } from "./holder.ts";
import { namedIn } from "./mention.ts";
import { writeNote } from "./note.ts";
import { commit, headOf, keyOf, order, orderHeld } from "./order.ts";
import { permit } from "./permission.ts";
import { findReply, writeReply } from "./reply.ts";
import { type Api, body, json, languageOf, problems } from "./route.ts";
import { questionAtClosing } from "./satisfaction.ts";
import { ConversationId, IdempotencyKey, InboundSeen, Note, Reply, type Text } from "./schema.ts";
import type { Caller } from "./sign-in.ts";
import { standingOf } from "./standing.ts";
import { countOutcome } from "./template-use.ts";
import { messageOf } from "./timeline.ts";

const command = <Path extends string>(path: Path) =>
  createRoute({
    method: "post",
    path: `/api/conversations/{id}/${path}` as const,
    request: { params: ConversationId },
    responses: { 200: json("The conversation as it is now", Card), ...problems },
  });

const withBody = <Path extends string, Schema extends z.ZodType>(path: Path, schema: Schema) =>
  createRoute({
    method: "post",
    path: `/api/conversations/{id}/${path}` as const,
    request: { params: ConversationId, body: body(schema) },
    responses: { 200: json("The conversation as it is now", Card), ...problems },
  });

const writing = <Path extends string, Status extends 201 | 202, Schema extends typeof Text>(
  path: Path,
  status: Status,
  { description, schema }: { readonly description: string; readonly schema: Schema },
) =>
  createRoute({
    method: "post",
    path: `/api/conversations/{id}/${path}` as const,
    request: { params: ConversationId, headers: IdempotencyKey, body: body(schema) },
    responses: { [status]: json(description, Message), ...problems } as Record<
      Status,
      ReturnType<typeof json<typeof Message>>
    > &
      typeof problems,
  });

const Outcome = z.object({
  outcome: z
    .enum(["answered", "no-answer-needed", "redirected"])
    .optional()
    .openapi({ description: "Left out: answered when something was sent, else no-answer-needed" }),
  reason: z.enum(Conversation.noAnswerReasons).optional().openapi({
    description: "Why nothing is answered: closes it as no-answer-needed, and one in twenty is looked at again",
  }),
  inboundSeen: InboundSeen,
});
const Assignment = z.object({ agentId: z.string().min(1).max(100).nullable() });
const Settlement = z.object({ messageId: z.string().max(80), outcome: z.enum(["sent", "not-sent"]) });

/** One command a request. Each is idempotent: asked twice, the second answer is the first. */
export const addCommands = (app: Api, runtime: Runtime): void => {
  app.openapi(command("take"), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = keyOf(caller, context.req.valid("param").id);
    return context.json(await assign(runtime, key, caller, caller.agentId), 200);
  });
  app.openapi(withBody("assign", Assignment), async (context) => {
    const caller = context.get("caller");
    const key = keyOf(caller, context.req.valid("param").id);
    const { agentId } = context.req.valid("json");
    if (agentId === null) return context.json(await giveBack(runtime, key, caller), 200);
    permit(caller, agentId === caller.agentId ? "reply" : "assign");
    return context.json(await assign(runtime, key, caller, agentId), 200);
  });
  app.openapi(withBody("close", Outcome), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { inboundSeen, outcome, reason } = context.req.valid("json");
    const key = keyOf(caller, context.req.valid("param").id);
    const head = await headOf(runtime, key);
    const { state } = head;
    expectNotTaken(state, caller);
    // Closed already, it stays what it was closed as.
    const as = state.outcome ?? Conversation.outcomeFor(state, reason === undefined ? outcome : "no-answer-needed");
    const command = {
      type: "close",
      outcome: as,
      ...(reason === undefined ? {} : { reason }),
      ...(inboundSeen === undefined ? {} : { inboundSeen }),
      ...(await questionAtClosing(runtime, key, state, as)),
    } as const;
    const closed = cardOf(await commit(runtime, key, caller, { command, head, ...holding(caller) }), runtime.now());
    await countOutcome(runtime, state, as);
    return context.json(closed, 200);
  });
  app.openapi(command("reopen"), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const entity = await runtime.store.readEntity(caller.entityId);
    const key = keyOf(caller, context.req.valid("param").id);
    return context.json(
      await order(runtime, key, caller, { type: "reopen", policies: Entity.policiesOf(entity) }),
      200,
    );
  });
  addWriting(app, runtime);
};

const addWriting = (app: Api, runtime: Runtime): void => {
  app.openapi(writing("replies", 202, { description: "Kept, and on its way", schema: Reply }), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = keyOf(caller, context.req.valid("param").id);
    const text = {
      ...context.req.valid("json"),
      idempotencyKey: context.req.valid("header")["idempotency-key"],
    };
    const kept = await findReply(runtime, key, caller, text);
    const { head, reply } =
      kept === undefined
        ? await writeReply(runtime, key, caller, { ...text, head: await holdIfFree(runtime, key, caller) })
        : { head: await headOf(runtime, key), reply: kept };
    await endDraft(runtime, { ...key, agentId: caller.agentId }, "answer");
    return context.json(messageOf(reply, standingOf(head.state, reply.id), languageOf(context)), 202);
  });
  app.openapi(
    writing("notes", 201, { description: "Kept, redacted, for colleagues only", schema: Note }),
    async (context) => {
      const caller = permit(context.get("caller"), "reply");
      const key = keyOf(caller, context.req.valid("param").id);
      const { mentions = [], text: written } = context.req.valid("json");
      const text = {
        text: written,
        mentions: await namedIn(runtime.store, caller, mentions),
        idempotencyKey: context.req.valid("header")["idempotency-key"],
      };
      const note = await writeNote(runtime, key, caller, text);
      await endDraft(runtime, { ...key, agentId: caller.agentId }, "note");
      return context.json(messageOf(note, undefined, languageOf(context)), 201);
    },
  );
  app.openapi(withBody("settle", Settlement), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = keyOf(caller, context.req.valid("param").id);
    return context.json(await settle(runtime, key, caller, context.req.valid("json")), 200);
  });
};

/** The agent looked on the platform and knows what became of an uncertain reply. */
const settle = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { messageId, outcome }: z.infer<typeof Settlement>,
): Promise<z.infer<typeof Card>> => {
  const { state } = await headOf(runtime, key);
  expectNotTaken(state, caller);
  const reply = state.outbox.find((each) => each.messageId === messageId);
  if (reply?.state !== "uncertain") throw new Fault("reply.not-uncertain");
  const policies = Entity.policiesOf(await runtime.store.readEntity(key.entityId));
  return orderHeld(
    runtime,
    key,
    caller,
    outcome === "sent"
      ? { type: "accept", messageId, by: "agent", policies }
      : { type: "fail", messageId, code: "send.no-answer", policies },
  );
};
