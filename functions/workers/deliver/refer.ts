import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import type * as Referral from "#core/referral";
import type * as Store from "#core/store";
import { createOutward, lastSaid, obey, type Runtime } from "#functions/runtime";

/** As much of the talk as a desk needs to go on with it, newest last. */
const messagesTold = 30;
const packageLifeSeconds = 300;
const packageType = "referral+jwt";
/** After these the desk says the same again: they are its word, and no trouble on the way. */
export const finalStatuses = [400, 404, 409, 410, 413, 415, 422];

const actor = { kind: "system", id: "deliver" } as const;

/**
 * Sends what was referred to another desk: signed by us, encrypted for it, of words that are redacted already. The package
 * keeps its id whenever it is sent again, so that a desk takes it once. Trouble on the way leaves the message to its queue,
 * which tries again, and the clock after it.
 */
export const refer = async (runtime: Runtime, key: Store.ConversationKey, referralId: string): Promise<void> => {
  const head = await runtime.store.readHead(key);
  const referral = head?.state.referral;
  if (head === undefined || referral?.id !== referralId || referral.step !== "referred") return;
  const entity = await runtime.store.readEntity(key.entityId);
  const desk = entity?.desks?.find((each) => each.id === referral.deskId);
  if (entity === undefined || desk === undefined) return settle(runtime, key, referralId, "undeliverable");
  const { status } = await post(runtime, desk, await sealed(runtime, { desk, entity, head, key }));
  runtime.log.info("referral.attempted", { ...key, status });
  if (status >= 200 && status < 300) {
    await obey(runtime, key, {
      command: { type: "deliver-referral", referralId },
      commitId: `deliver-referral:${referralId}`,
      actor,
    });
  } else if (finalStatuses.includes(status)) {
    await settle(runtime, key, referralId, "undeliverable");
  } else throw new Fault("secure.unavailable");
};

const post = (runtime: Runtime, { url }: Referral.Desk, body: string): Promise<Response> =>
  createOutward(runtime.environment)(url, { method: "POST", headers: { "content-type": "application/jose" }, body });

const settle = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  referralId: string,
  reason: Referral.Refusal,
): Promise<void> => {
  await obey(runtime, key, {
    command: { type: "refuse-referral", referralId, reason },
    commitId: `refuse-referral:${referralId}`,
    actor,
  });
};

type Parcel = {
  readonly desk: Referral.Desk;
  readonly entity: Entity.Entity;
  readonly head: Store.Head;
  readonly key: Store.ConversationKey;
};

const sealed = async (runtime: Runtime, { desk, entity, head, key }: Parcel): Promise<string> => {
  const { secure } = entity;
  if (secure === undefined) throw new Fault("handoff.not-configured");
  const { referral, channel, clock, labels, openedAt } = head.state;
  const { current } = await Handoff.keysFrom(await runtime.secrets.readAll("SECURE_KEY"));
  return Handoff.sealEnvelope({
    issuer: `${secure.origin}${Handoff.pathOf(entity.id)}`,
    audience: desk.url,
    type: packageType,
    id: referral?.id ?? "",
    claims: {
      referral: referral?.id,
      conversation: key.conversationId,
      channel,
      topic: labels?.topic ?? "other",
      urgency: labels?.urgency ?? "normal",
      ...(labels?.language === undefined ? {} : { language: labels.language }),
      openedAt,
      ...(clock === undefined ? {} : { dueAt: clock.dueAt }),
      messages: await messagesOf(runtime, key),
    },
    signingKey: current,
    encryptionKey: desk.encryptionKey,
    now: runtime.now(),
    lifetimeSeconds: packageLifeSeconds,
  });
};

/** Redacted, as they are kept; what was removed, or never left, stays here. Notes are what colleagues told each other, and the desk. */
const messagesOf = async (runtime: Runtime, key: Store.ConversationKey) =>
  (await lastSaid(runtime, key, { most: messagesTold, isWanted: () => true })).map(
    ({ direction, kind, occurredAt, text }) => ({ at: occurredAt, kind, direction, text }),
  );
