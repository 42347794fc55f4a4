import { createRoute, z } from "@hono/zod-openapi";
import type * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Sla from "#core/sla";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { cardOf } from "./conversation.ts";
import { Card } from "./conversation-schema.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId } from "./schema.ts";

const Decision = z
  .object({
    decision: z.enum(["confirm", "refuse"]),
    ruleId: z.string().max(80).optional().openapi({ description: "The entity's first one when left out" }),
    messageId: z.string().max(80).optional().openapi({ description: "The message that complains: its time counts" }),
  })
  .openapi("ComplaintDecision");
type Decision = z.infer<typeof Decision>;

const judge = createRoute({
  method: "post",
  path: "/api/conversations/{id}/complaint",
  request: { params: ConversationId, body: body(Decision) },
  responses: { 200: json("The conversation, with the deadlines of a confirmed complaint", Card), ...problems },
});

export const addComplaints = (app: Api, runtime: Runtime): void => {
  app.openapi(judge, async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "reply");
    const key = { entityId, conversationId: context.req.valid("param").id };
    const command = await commandOf(runtime, key, context.req.valid("json"));
    const commitId = `${command.type}:${runtime.newId()}`;
    await obey(runtime, key, { command, commitId, actor: { kind: "agent", id: agentId } });
    const head = await runtime.store.readHead(key);
    if (head === undefined) throw new Fault("conversation.unknown");
    return context.json(cardOf(head, runtime.now()), 200);
  });
};

const commandOf = async (
  { store }: Runtime,
  key: Store.ConversationKey,
  { decision, messageId, ruleId }: Decision,
): Promise<Extract<Conversation.Command, { type: "judge-complaint" }>> => {
  if (decision === "refuse") return { type: "judge-complaint", decision };
  const rules = (await store.readEntity(key.entityId))?.complaintRules ?? Sla.complaintRules;
  const rule = ruleId === undefined ? rules[0] : rules.find((each) => each.id === ruleId);
  if (rule === undefined) throw new Fault("complaint.rule-unknown");
  const message = messageId === undefined ? undefined : await store.readBody(key, messageId);
  if (messageId !== undefined && message?.direction !== "inbound") throw new Fault("request.invalid");
  return {
    type: "judge-complaint",
    decision,
    rule,
    ...(message === undefined ? {} : { sentAt: message.occurredAt }),
  };
};
