import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import * as Handoff from "#core/handoff";
import * as Kit from "#core/kit";
import type * as Store from "#core/store";
import type * as Template from "#core/template";
import type { Runtime } from "#functions/runtime";
import { wayFrom } from "./handoff-view.ts";
import type { Caller } from "./sign-in.ts";

/** Where a template would be used, with what fills it there. */
export const occasionOf = async (
  runtime: Runtime,
  caller: Caller,
  head: Store.Head,
  isPrivately: boolean,
): Promise<Template.Occasion> => {
  const { label, state } = head;
  const [entity, kit, preferences] = await Promise.all([
    runtime.store.readEntity(caller.entityId),
    runtime.store.readKit(caller.entityId),
    runtime.store.readPreferences(caller.entityId, caller.agentId),
  ]);
  const dueAt = state.clock !== undefined && "dueAt" in state.clock ? state.clock.dueAt : undefined;
  const valuesIn = (language: "fr" | "en"): Template.Values => ({
    contact: firstNameOf(label.name),
    signature: preferences?.initials === undefined ? Entity.signatureOf(caller.name) : `^${preferences.initials}`,
    ...(dueAt === undefined || entity === undefined
      ? {}
      : { deadline: Entity.tellDeadline(dueAt, { now: runtime.now(), timeZone: entity.timeZone, language }) }),
    ...(entity?.secure === undefined || isPrivately || wayFrom(state, entity, runtime.now()) !== "secure-page"
      ? {}
      : { link: Handoff.wayWords(entity.secure.host, language) }),
    facts: Kit.factsIn(kit, language),
  });
  return {
    channel: state.channel,
    visibility: isPrivately ? "private" : state.visibility,
    isVerified: isVerified(state, runtime.now()),
    language: state.labels?.language,
    topic: state.labels?.topic,
    values: { fr: valuesIn("fr"), en: valuesIn("en") },
    now: runtime.now(),
  };
};

/** Who writes in the bank's own channel has signed in there; elsewhere it was proven, and not too long ago. */
const isVerified = (state: Store.Head["state"], now: string): boolean =>
  state.channel === "secure" || Conversation.verificationOf(state, now) === "strong";

/** A display name may be anything: a word of letters greets, a redaction's mark or a row of signs does not. */
const firstNameOf = (name: string | undefined): string => /^\p{L}[\p{L}'’-]{1,29}(?=\s|$)/u.exec(name ?? "")?.[0] ?? "";
