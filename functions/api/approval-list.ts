import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import * as Guard from "#core/guard";
import * as Instant from "#core/instant";
import type * as Store from "#core/store";
import * as Template from "#core/template";
import { inLanes, knownHosts, type Runtime, readKept } from "#functions/runtime";
import { templateOf } from "./approval-template.ts";
import { Card } from "./conversation-schema.ts";
import { permissionsOf, withNamed } from "./permission.ts";
import type { Caller } from "./sign-in.ts";

/** So long after a reply was written a second approver is asked. */
const secondApproverSeconds = 600;
/** A mark whose conversation says nothing of it is left over from a crash once it is this old. */
const leftOverSeconds = 3600;
/** In an incident hundreds of replies may wait. */
const readAtOnce = 16;

const Item = z.object({
  conversationId: z.string(),
  messageId: z.string(),
  channel: Card.shape.channel,
  visibility: z.enum(["public", "private"]),
  contact: Card.shape.contact,
  customerText: z.string().nullable().openapi({ description: "What it answers, redacted" }),
  text: z.string(),
  warned: z
    .array(z.object({ kind: z.enum(Guard.findingKinds), start: z.number(), end: z.number() }))
    .openapi({ description: "What the guard warns of in it: UTF-16 offsets into the text" }),
  firstText: z
    .string()
    .nullable()
    .openapi({ description: "What its writer had written, where an approver wrote others: for as long as it is kept" }),
  templateText: z.string().nullable().openapi({ description: "What the template says that it was made from" }),
  reasons: z.array(z.enum(Guard.reviewReasons)),
  authorId: z.string(),
  changedBy: z
    .string()
    .nullable()
    .openapi({ description: "Whose words they are, where an approver wrote others: somebody else decides" }),
  askedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  atRisk: z.boolean(),
  approverIds: z.array(z.string()).openapi({ description: "Who is asked first; a second one after ten minutes" }),
  secondAskedAt: z.iso.datetime().openapi({ description: "From when on a second person is asked" }),
  overdue: z.boolean().openapi({ description: "A second person is asked by now" }),
});
type Item = z.infer<typeof Item>;

export const Approvals = z
  .object({
    waiting: z.number(),
    overdue: z.number(),
    items: z.array(Item).openapi({ description: "Empty for who may not approve" }),
  })
  .openapi("Approvals");

export const listApprovals = async (runtime: Runtime, caller: Caller): Promise<z.infer<typeof Approvals>> => {
  const { entityId } = caller;
  const marks = await runtime.store.listApprovalMarks(entityId);
  const waiting = (await inLanes(readAtOnce, marks, (mark) => findWaiting(runtime, entityId, mark))).flat();
  const overdue = waiting.filter(({ asked }) => isOverdue(asked, runtime.now())).length;
  if (!caller.can.includes("approve")) return { waiting: waiting.length, overdue, items: [] };
  const [desks, policy, entity] = await Promise.all([
    runtime.store.listDesks(entityId),
    runtime.store.readGuard(entityId),
    runtime.store.readEntity(entityId),
  ]);
  const reading = { policy, hosts: knownHosts(runtime, entity), redaction: entity?.redaction };
  const items = await inLanes(readAtOnce, waiting, (each) => itemOf(runtime, caller, each, { desks, reading }));
  return { waiting: waiting.length, overdue, items: items.toSorted(byDeadline) };
};

type Around = { readonly desks: readonly Store.Desk[]; readonly reading: Omit<Guard.Surroundings, "visibility"> };
type Waiting = {
  readonly key: Store.ConversationKey;
  readonly head: Store.Head;
  readonly asked: Conversation.PendingApproval;
};

const findWaiting = async (
  { now, store }: Runtime,
  entityId: string,
  {
    at,
    conversationId,
    messageId,
  }: { readonly at: string; readonly conversationId: string; readonly messageId: string },
): Promise<readonly Waiting[]> => {
  const key = { entityId, conversationId };
  const head = await store.readHead(key);
  const asked = head?.state.approvals?.find((each) => each.messageId === messageId);
  if (head !== undefined && asked !== undefined) return [{ key, head, asked }];
  const isLeftOver = now() > Instant.after(at, leftOverSeconds);
  if (isLeftOver) await store.unmarkApproval(entityId, { conversationId, messageId });
  return [];
};

const itemOf = async (
  runtime: Runtime,
  caller: Caller,
  { asked, head, key }: Waiting,
  { desks, reading }: Around,
): Promise<Item> => {
  const { lastInboundId } = head.state;
  const [reply, first] = await Promise.all(
    [asked.messageId, asked.firstId].map((id) => (id === undefined ? undefined : runtime.store.readBody(key, id))),
  );
  const answeredId = reply?.inReplyTo ?? lastInboundId;
  const answered = answeredId === undefined ? undefined : await readKept(runtime, head.state, answeredId);
  const text = reply?.text ?? "";
  const template = await templateOf(runtime, caller, head, asked);
  const { clock } = head.state;
  const overdue = isOverdue(asked, runtime.now());
  return {
    conversationId: key.conversationId,
    messageId: asked.messageId,
    channel: head.state.channel,
    visibility: asked.visibility,
    contact: {
      ...(head.label.name === undefined ? {} : { name: head.label.name }),
      ...(head.label.handle === undefined ? {} : { handle: head.label.handle }),
    },
    customerText: answered?.text ?? null,
    text,
    warned: Guard.check(text, { ...reading, visibility: asked.visibility }).map(({ end, kind, start }) => ({
      kind,
      start,
      end,
    })),
    firstText: first !== undefined && Conversation.hasWords(head.state, first) ? first.text : null,
    templateText: template === undefined ? null : Template.fill(...template).text,
    reasons: [...asked.reasons],
    authorId: asked.agentId,
    changedBy: asked.changedBy ?? null,
    askedAt: asked.askedAt,
    dueAt: clock !== undefined && "dueAt" in clock ? clock.dueAt : null,
    atRisk: Conversation.isAtRisk(head.state),
    approverIds: [...approversOf(desks, asked, runtime.now()).slice(0, overdue ? 2 : 1)],
    secondAskedAt: secondAskedAt(asked),
    overdue,
  };
};

/** Who is there comes first; among those, chance by the message shares the work. */
const approversOf = (
  desks: readonly Store.Desk[],
  { agentId, changedBy = agentId, messageId }: Conversation.PendingApproval,
  now: string,
): readonly string[] =>
  desks
    .filter(({ agent }) => {
      const grant = withNamed({ role: agent.role, can: permissionsOf(agent.role) }, agent);
      return agent.removed !== true && agent.id !== changedBy && grant.can.includes("approve");
    })
    .map(({ agent, isAway, presentUntil }) => ({
      id: agent.id,
      isPresent: !isAway && presentUntil !== undefined && presentUntil > now,
      lot: createHash("sha256").update(`${messageId}#${agent.id}`).digest("hex"),
    }))
    .toSorted((left, right) => Number(right.isPresent) - Number(left.isPresent) || left.lot.localeCompare(right.lot))
    .map(({ id }) => id);

const secondAskedAt = ({ askedAt }: Conversation.PendingApproval): string =>
  Instant.after(askedAt, secondApproverSeconds);

const isOverdue = (asked: Conversation.PendingApproval, now: string): boolean => now >= secondAskedAt(asked);

const byDeadline = (left: Item, right: Item): number =>
  (left.dueAt ?? "9999").localeCompare(right.dueAt ?? "9999") || left.askedAt.localeCompare(right.askedAt);
