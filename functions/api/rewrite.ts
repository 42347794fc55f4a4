import * as Audit from "#core/audit";
import * as Channel from "#core/channel";
import type * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Guard from "#core/guard";
import type { Redacted } from "#core/redaction";
import type * as Store from "#core/store";
import * as Template from "#core/template";
import { knownHosts, type Runtime } from "#functions/runtime";
import { templateOf } from "./approval-template.ts";
import { isInCrisis } from "./judge.ts";
import { headOf } from "./order.ts";
import { screened } from "./screened.ts";
import type { Caller } from "./sign-in.ts";

type Instead = NonNullable<Extract<Conversation.Command, { type: "approve" }>["instead"]>;

/**
 * None where nothing was changed. A message with the words as whoever approves changes them: the commit decides which of the two is
 * sent. They are read by the guard as the writer's were: what blocks is refused. Nobody but their writer has seen them: what would
 * have an answer of that person's wait has them wait too, or a held reply would be the way around the rule.
 * @throws approval.not-waiting, approval.own-work, message.unknown, reply.too-long, reply.personal-data, reply.guarded
 */
export const rewrite = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { messageId, text }: { readonly messageId: string; readonly text: string },
): Promise<Instead | undefined> => {
  const head = await headOf(runtime, key);
  const asked = head.state.approvals?.find((each) => each.messageId === messageId);
  if (asked === undefined) throw new Fault("approval.not-waiting");
  if ((asked.changedBy ?? asked.agentId) === caller.agentId) throw new Fault("approval.own-work");
  const before = await runtime.store.readBody(key, messageId);
  if (before === undefined) throw new Fault("message.unknown");
  if (text === before.text) return undefined;
  const reasons = await screen(runtime, caller, head, { asked, before: before.text, text });
  const [id, salt] = [`m_${runtime.newId()}`, runtime.newId()];
  const body = await runtime.store.putBody(key, { ...before, id, salt, text: text as Redacted, marks: [] });
  if (reasons.length > 0) {
    const mark = { conversationId: key.conversationId, messageId: id, at: runtime.now() };
    await runtime.store.markApproval(key.entityId, mark);
  }
  return { messageId: body.id, digest: Audit.digestBody(body.text, body.salt), reasons };
};

type Changed = { readonly asked: Conversation.PendingApproval; readonly before: string; readonly text: string };

/** @returns why somebody else has to read the words as they are now */
const screen = async (
  runtime: Runtime,
  caller: Caller,
  head: Store.Head,
  { asked, before, text }: Changed,
): Promise<readonly Guard.ReviewReason[]> => {
  const { state } = head;
  const { visibility } = asked;
  const { limit, used } = Channel.countText(state.channel, text);
  if (used > limit) throw new Fault("reply.too-long", { used, limit });
  screened(text);
  const [policy, entity, template] = await Promise.all([
    runtime.store.readGuard(state.entityId),
    runtime.store.readEntity(state.entityId),
    templateOf(runtime, caller, head, asked),
  ]);
  const surroundings = { visibility, policy, hosts: knownHosts(runtime, entity), redaction: entity?.redaction };
  const [findings, known] = [Guard.check(text, surroundings), Guard.check(before, surroundings)];
  const blocking = findings.filter(({ severity }) => severity === "block");
  if (blocking.length > 0) throw new Fault("reply.guarded", { findings: blocking.map((each) => ({ ...each })) });
  const brokenIn = (words: string) => (template === undefined ? [] : Template.changedLocks(...template, words));
  const broken = new Set(brokenIn(before));
  return Guard.reviewReasonsOf({
    findings: Guard.newlyFound({ text, findings }, { text: before, findings: known }),
    visibility,
    isProbation: caller.isProbation === true,
    isCrisis: isInCrisis(state, policy, visibility),
    hasChangedLocks: brokenIn(text).some((words) => !broken.has(words)),
    isHolding: false,
    dueAt: null,
    now: runtime.now(),
  });
};
