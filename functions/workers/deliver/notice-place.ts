import type * as Channel from "#core/channel";
import type * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import * as Handoff from "#core/handoff";
import { createOutward, type Runtime } from "#functions/runtime";
import { finalStatuses } from "./refer.ts";

const noticeLifeSeconds = 300;
const noticeType = "escalation+jwt";
/** What subscribers of the topic may choose by. */
const attributes = ["entity", "team", "channel", "target", "mark"] as const;

/** Ids, kinds and an instant: whoever may know more asks for the conversation. */
export type Told = Readonly<Record<"entity" | "conversation" | "team" | "target" | "mark" | "dueAt", string>> & {
  readonly channel: Channel.Channel;
};
export type Outcome = "told" | "later" | "refused";
export type Place = {
  readonly name: Conversation.NoticePlace;
  /** `id` is the same whenever it is told again. */
  readonly tell: (id: string, told: Told) => Promise<Outcome>;
};

/** Where people who are not at the page are told. */
export const placesOf = (runtime: Runtime, entity: Entity.Entity | undefined): readonly Place[] => {
  if (entity === undefined) return [];
  const { escalationHook: hook, secure } = entity;
  return [
    ...(hook === undefined || secure === undefined
      ? []
      : [{ name: "hook", tell: hookAt(runtime, hook.url, `${secure.origin}${Handoff.pathOf(entity.id)}`) } as const]),
    ...(runtime.environment.NOTICE_TOPIC_ARN === undefined
      ? []
      : [{ name: "topic", tell: topicOf(runtime, entity) } as const]),
  ];
};

/** The bank's own system. Ours is the signature; what it says is no secret. */
const hookAt =
  (runtime: Runtime, url: string, issuer: string): Place["tell"] =>
  async (id, told) => {
    const { current } = await Handoff.keysFrom(await runtime.secrets.readAll("SECURE_KEY"));
    const body = await Handoff.signEnvelope({
      issuer,
      audience: url,
      type: noticeType,
      id,
      claims: told,
      signingKey: current,
      now: runtime.now(),
      lifetimeSeconds: noticeLifeSeconds,
    });
    try {
      const call = { method: "POST", headers: { "content-type": "application/jose" }, body } as const;
      const { status } = await createOutward(runtime.environment)(url, call);
      if (status >= 200 && status < 300) return "told";
      return finalStatuses.includes(status) ? "refused" : "later";
    } catch {
      // Out of reach, or at an address that is not public.
      return "later";
    }
  };

/** SNS' errors that no second try changes (API reference, Publish). */
const finalErrors: readonly string[] = [
  "InvalidParameterException",
  "InvalidParameterValueException",
  "NotFoundException",
];

/** The stage's topic: those who subscribed to it with their e-mail, or a system. */
const topicOf =
  ({ environment, topic }: Runtime, entity: Entity.Entity): Place["tell"] =>
  async (id, told) => {
    const late = { ...told, conversationId: told.conversation, teamId: told.team, origin: environment.WEB_ORIGIN };
    try {
      await topic.publish({ ...Entity.tellLate(entity, late), facts: { id, ...told }, attributes });
      return "told";
    } catch (error) {
      // Whatever else may be put right meanwhile: a permission, a key, an outage.
      return error instanceof Error && finalErrors.includes(error.name) ? "refused" : "later";
    }
  };
