import { createRoute, z } from "@hono/zod-openapi";
import * as Audit from "#core/audit";
import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Guard from "#core/guard";
import * as Intake from "#core/intake";
import type { Redacted } from "#core/redaction";
import type * as Store from "#core/store";
import { knownHosts, obey, type Runtime } from "#functions/runtime";
import { Approvals, listApprovals } from "./approval-list.ts";
import { Card } from "./conversation-schema.ts";
import { headOf, view } from "./order.ts";
import { permit } from "./permission.ts";
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
  app.openapi(approve, async (context) => {
    const caller = permit(context.get("caller"), "approve");
    const { id: conversationId, messageId } = context.req.valid("param");
    const key = { entityId: caller.entityId, conversationId };
    const { text, undo } = context.req.valid("json");
    const instead = text === undefined ? undefined : await rewrite(runtime, key, caller, { messageId, text });
    await decide(runtime, key, caller, {
      type: "approve",
      messageId,
      agentId: caller.agentId,
      ...(instead === undefined ? {} : { instead }),
      ...(undo === true ? { graceSeconds: runtime.environment.UNDO_SECONDS } : {}),
    });
    return context.json(await view(runtime, key), 200);
  });
  app.openapi(refuse, async (context) => {
    const caller = permit(context.get("caller"), "approve");
    const { id: conversationId, messageId } = context.req.valid("param");
    const key = { entityId: caller.entityId, conversationId };
    const { reason } = context.req.valid("json");
    await decide(runtime, key, caller, { type: "refuse-approval", messageId, agentId: caller.agentId, reason });
    return context.json(await view(runtime, key), 200);
  });
  app.openapi(withdraw, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { id: conversationId, messageId } = context.req.valid("param");
    const key = { entityId: caller.entityId, conversationId };
    await decide(runtime, key, caller, { type: "withdraw-approval", messageId, agentId: caller.agentId });
    return context.json(await view(runtime, key), 200);
  });
};

type Decision = Extract<Conversation.Command, { type: "approve" | "refuse-approval" | "withdraw-approval" }>;

const decide = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { agentId }: Caller,
  command: Decision,
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

/**
 * None where nothing was changed. A message with the words as whoever approves changes them: the commit decides which of the two is sent. They are read by the guard as the writer's were: what blocks is refused, and
 * what warns has its second pair of eyes.
 */
const rewrite = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { agentId }: Caller,
  { messageId, text }: { readonly messageId: string; readonly text: string },
): Promise<{ readonly messageId: string; readonly digest: string } | undefined> => {
  const { state } = await headOf(runtime, key);
  const asked = state.approvals?.find((each) => each.messageId === messageId);
  if (asked === undefined) throw new Fault("approval.not-waiting");
  if (asked.agentId === agentId) throw new Fault("approval.own-work");
  const before = await runtime.store.readBody(key, messageId);
  if (before === undefined) throw new Fault("message.unknown");
  if (text === before.text) return undefined;
  await screen(runtime, state, asked, text);
  const [id, salt] = [`m_${runtime.newId()}`, runtime.newId()];
  const body = await runtime.store.putBody(key, { ...before, id, salt, text: text as Redacted, marks: [] });
  return { messageId: body.id, digest: Audit.digestBody(body.text, body.salt) };
};

const screen = async (
  runtime: Runtime,
  state: Conversation.Conversation,
  { visibility }: Conversation.PendingApproval,
  text: string,
): Promise<void> => {
  const { limit, used } = Channel.countText(state.channel, text);
  if (used > limit) throw new Fault("reply.too-long", { used, limit });
  const kinds = Intake.unsendableKinds(text);
  if (kinds.length > 0) throw new Fault("reply.personal-data", { kinds: kinds.join(" ") });
  const [policy, entity] = await Promise.all([
    runtime.store.readGuard(state.entityId),
    runtime.store.readEntity(state.entityId),
  ]);
  const surroundings = { visibility, policy, hosts: knownHosts(runtime, entity), redaction: entity?.redaction };
  const findings = Guard.check(text, surroundings);
  const blocking = findings.filter(({ severity }) => severity === "block");
  if (blocking.length > 0) throw new Fault("reply.guarded", { findings: blocking.map((each) => ({ ...each })) });
};
