import type * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Guard from "#core/guard";
import * as Kit from "#core/kit";
import type * as Store from "#core/store";
import * as Template from "#core/template";
import { knownHosts, type Order, obey, type Runtime } from "#functions/runtime";
import type { Caller } from "./sign-in.ts";
import { countUse } from "./template-use.ts";
import { occasionOf } from "./template-values.ts";
import type { Writing } from "./writing.ts";

/** What is to be done with a reply that may be kept: sent, or looked at by somebody else first. */
export type Verdict = {
  readonly reasons: readonly Guard.ReviewReason[];
  readonly written: Conversation.Written;
};

/** In these somebody's life may be at stake. */
const crises: readonly string[] = ["self-harm", "threat"];

export const isInCrisis = (
  { labels: { alarm } = {} }: { readonly labels?: { readonly alarm?: string | undefined } | undefined },
  policy: Guard.Policy,
  visibility: "public" | "private",
): boolean => (policy.crisis && visibility === "public") || (alarm !== undefined && crises.includes(alarm));

/**
 * Reads a reply as the bank: by its charter, its guard and its templates.
 * @throws charter.not-accepted, reply.personal-data, reply.guarded, reply.unconfirmed, template.unusable
 */
export const judge = async (runtime: Runtime, caller: Caller, head: Store.Head, writing: Writing): Promise<Verdict> => {
  const { entityId } = caller;
  const { store } = runtime;
  const [policy, kit, standing, entity] = await Promise.all([
    store.readGuard(entityId),
    store.readKit(entityId),
    store.readKitStanding(entityId, caller.agentId),
    store.readEntity(entityId),
  ]);
  if (!Kit.hasAccepted(kit, standing)) throw new Fault("charter.not-accepted");
  const visibility = writing.privatelyTo === undefined ? head.state.visibility : "private";
  const findings = Guard.check(writing.text, {
    visibility,
    policy,
    language: head.state.labels?.language,
    hosts: knownHosts(runtime, entity),
    redaction: entity?.redaction,
  });
  const dismissed = confirmed(findings, writing.confirmed ?? []);
  const made = await madeFrom(runtime, caller, head, writing);
  const { clock } = head.state;
  const reasons = Guard.reviewReasonsOf({
    findings,
    visibility,
    isProbation: caller.isProbation === true,
    isCrisis: isInCrisis(head.state, policy, visibility),
    hasChangedLocks: made?.hasChangedLocks ?? false,
    isHolding: made?.isHolding ?? false,
    dueAt: clock !== undefined && "dueAt" in clock ? clock.dueAt : null,
    now: runtime.now(),
  });
  return { reasons, written: { dismissed, ...(made === undefined ? {} : { template: made.template }) } };
};

/**
 * What is known of a reply that no second person can look at, for its words are made when it leaves.
 * @throws handoff.not-reviewable
 */
export const unreviewed = ({ reasons, written }: Verdict): Conversation.Written => {
  const isAsApproved = written.template?.isChanged === false;
  // Nobody has to look again at words that were approved, whoever sends them.
  if (reasons.some((reason) => reason !== "probation" || !isAsApproved)) throw new Fault("handoff.not-reviewable");
  return written;
};

/** @throws charter.not-accepted */
export const expectCharter = async ({ store }: Runtime, { agentId, entityId }: Caller): Promise<void> => {
  const [kit, standing] = await Promise.all([store.readKit(entityId), store.readKitStanding(entityId, agentId)]);
  if (!Kit.hasAccepted(kit, standing)) throw new Fault("charter.not-accepted");
};

const personalKinds: readonly Guard.FindingKind[] = ["card", "iban", "secret", "personal-data"];

/** What its writer says is meant. What blocks is not said away. */
const confirmed = (
  findings: readonly Guard.Finding[],
  kinds: readonly Guard.FindingKind[],
): readonly Guard.FindingKind[] => {
  const blocking = findings.filter(({ severity }) => severity === "block");
  const personal = [...new Set(blocking.map(({ kind }) => kind))].filter((kind) => personalKinds.includes(kind));
  if (personal.length > 0) {
    throw new Fault("reply.personal-data", { kinds: personal.join(" "), findings: blocking.map(placeOf) });
  }
  if (blocking.length > 0) throw new Fault("reply.guarded", { findings: blocking.map(placeOf) });
  const open = findings.filter(({ kind }) => !kinds.includes(kind));
  if (open.length > 0) throw new Fault("reply.unconfirmed", { findings: open.map(placeOf) });
  return [...new Set(findings.map(({ kind }) => kind))];
};

/** Kinds and places; never the words. */
const placeOf = ({ end, kind, severity, start }: Guard.Finding) => ({ kind, severity, start, end });

type Made = {
  readonly template: NonNullable<Conversation.Written["template"]>;
  readonly hasChangedLocks: boolean;
  readonly isHolding: boolean;
};

const madeFrom = async (
  runtime: Runtime,
  caller: Caller,
  head: Store.Head,
  { privatelyTo, templateId, text }: Writing,
): Promise<Made | undefined> => {
  if (templateId === undefined) return undefined;
  const version = (await runtime.store.readTemplate(caller.entityId, templateId))?.template.approved;
  const occasion = await occasionOf(runtime, caller, head, privatelyTo !== undefined);
  if (!Template.isUsable(version, runtime.now()) || !Template.isFor(version, occasion)) {
    throw new Fault("template.unusable");
  }
  const segments = Template.segmentsOf(version.content.body);
  const values = occasion.values[version.content.language];
  const isChanged = Template.fill(segments, values).text.trim() !== text.trim();
  const hasChangedLocks = Template.changedLocks(segments, values, text).length > 0;
  return {
    template: { id: templateId, version: version.number, isChanged },
    hasChangedLocks,
    isHolding: version.content.topic === "holding" && !isChanged,
  };
};

type ReplyOrder = Omit<Order, "command"> & { readonly reply: Extract<Conversation.Command, { type: "reply" }> };

/** Sends it, or asks for a second pair of eyes. */
export const putReply = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { reasons, written }: Verdict,
  { reply, shows, ...order }: ReplyOrder,
): Promise<Store.Head> => {
  let head: Store.Head;
  if (reasons.length === 0) {
    head = await obey(runtime, key, {
      command: { ...reply, ...written },
      ...order,
      ...(shows === undefined ? {} : { shows }),
    });
  } else {
    const { graceSeconds: _, ...asked } = reply;
    const mark = { conversationId: key.conversationId, messageId: reply.messageId, at: runtime.now() };
    await runtime.store.markApproval(key.entityId, mark);
    head = await obey(runtime, key, { command: { ...asked, ...written, type: "ask-approval", reasons }, ...order });
  }
  if (written.template !== undefined) await countUse(runtime, key.entityId, written.template);
  return head;
};
