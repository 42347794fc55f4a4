import { createRoute, z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { Approvals, listApprovals } from "./approval-list.ts";
import { Card } from "./conversation-schema.ts";
import { Decision, decisionOn } from "./decision.ts";
import { headOf, view } from "./order.ts";
import { permit } from "./permission.ts";
import { rewrite } from "./rewrite.ts";
import { type Api, body, json, problems } from "./route.ts";
import { MessageId, Reply, Text } from "./schema.ts";
import type { Caller } from "./sign-in.ts";

const readApprovals = createRoute({
  method: "get",
  path: "/api/approvals",
  responses: {
    200: json("Replies that wait for a second pair of eyes, the nearest deadline first", Approvals),
    ...problems,
  },
});

const readDecision = createRoute({
  method: "get",
  path: "/api/conversations/{id}/approvals/{messageId}",
  request: { params: MessageId },
  responses: {
    200: json("Whether it waits still, and who decided what", Decision),
    ...problems,
  },
});

const deciding = <Path extends string, Schema extends z.ZodType>(path: Path, schema: Schema) =>
  createRoute({
    method: "post",
    path: `/api/conversations/{id}/approvals/{messageId}/${path}` as const,
    request: { params: MessageId, body: body(schema) },
    responses: { 200: json("The conversation as it is now", Card), ...problems },
  });

const approve = deciding("approve", z.object({ text: Text.shape.text.optional(), undo: Reply.shape.undo }));
const refuse = deciding("refuse", z.object({ reason: z.enum(Conversation.refusals) }));
const withdraw = deciding("withdraw", z.object({}));

/** Any delegate but the author decides; the author may take it back. */
export const addApprovals = (app: Api, runtime: Runtime): void => {
  app.openapi(readApprovals, async (context) => {
    const caller = permit(context.get("caller"), "read");
    return context.json(await listApprovals(runtime, caller), 200);
  });
  app.openapi(readDecision, async (context) => {
    const { id: conversationId, messageId } = context.req.valid("param");
    const key = { entityId: permit(context.get("caller"), "read").entityId, conversationId };
    const head = await headOf(runtime, key);
    const isWaiting = head.state.approvals?.some((each) => each.messageId === messageId) ?? false;
    const decided = isWaiting ? undefined : await decisionOn(runtime, key, head, messageId);
    return context.json({ isWaiting, decided: decided ?? null }, 200);
  });
  app.openapi(approve, async (context) => {
    const caller = permit(context.get("caller"), "approve");
    const { id: conversationId, messageId } = context.req.valid("param");
    const key = { entityId: caller.entityId, conversationId };
    const { text, undo } = context.req.valid("json");
    await tellingDecision(runtime, key, messageId, async () => {
      const instead = text === undefined ? undefined : await rewrite(runtime, key, caller, { messageId, text });
      await decide(runtime, key, caller, {
        type: "approve",
        messageId,
        agentId: caller.agentId,
        ...(instead === undefined ? {} : { instead }),
        ...(undo === true ? { graceSeconds: runtime.environment.UNDO_SECONDS } : {}),
      });
    });
    return context.json(await view(runtime, key), 200);
  });
  app.openapi(refuse, async (context) => {
    const caller = permit(context.get("caller"), "approve");
    const { id: conversationId, messageId } = context.req.valid("param");
    const key = { entityId: caller.entityId, conversationId };
    const { reason } = context.req.valid("json");
    await tellingDecision(runtime, key, messageId, () =>
      decide(runtime, key, caller, { type: "refuse-approval", messageId, agentId: caller.agentId, reason }),
    );
    return context.json(await view(runtime, key), 200);
  });
  app.openapi(withdraw, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { id: conversationId, messageId } = context.req.valid("param");
    const key = { entityId: caller.entityId, conversationId };
    await tellingDecision(runtime, key, messageId, () =>
      decide(runtime, key, caller, { type: "withdraw-approval", messageId, agentId: caller.agentId }),
    );
    return context.json(await view(runtime, key), 200);
  });
};

type Deciding = Extract<Conversation.Command, { type: "approve" | "refuse-approval" | "withdraw-approval" }>;

const decide = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { agentId }: Caller,
  command: Deciding,
): Promise<void> => {
  const sentId = command.type === "approve" ? (command.instead?.messageId ?? command.messageId) : command.messageId;
  await obey(runtime, key, {
    command,
    commitId: `${command.type}:${runtime.newId()}`,
    actor: { kind: "agent", id: agentId },
    ...(command.type === "approve" ? { shows: sentId } : {}),
  });
  await runtime.store.unmarkApproval(key.entityId, { ...key, messageId: command.messageId });
};

/** Of two who decide at once one comes second: told who decided what. */
const tellingDecision = async <Done>(
  runtime: Runtime,
  key: Store.ConversationKey,
  messageId: string,
  work: () => Promise<Done>,
): Promise<Done> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== "approval.not-waiting") throw error;
    const decided = await decisionOn(runtime, key, await headOf(runtime, key), messageId);
    throw decided === undefined ? error : new Fault(error.code, decided);
  }
};
