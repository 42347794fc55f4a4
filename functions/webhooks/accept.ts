import * as Channel from "#core/channel";
import * as Entity from "#core/entity";
import * as Intake from "#core/intake";
import type { Runtime } from "#functions/runtime";
import type { Notes } from "./health.ts";

/** What a delivery became: updates queued, and updates left aside, by kind. */
export type Accepted = { readonly queued: number; readonly ignored: Readonly<Record<string, number>> };
export type Accept = (sender: Channel.Sender, body: Uint8Array) => Promise<Accepted>;

type Home = { readonly entity: Entity.Entity; readonly account: Entity.Account };
/** An event as its account's platform tells it. */
type Placed = { readonly event: Channel.RawEvent; readonly home: Home | undefined };

/** An account's bank is read again after this long. */
const homeFreshMilliseconds = 30_000;

/** Normalises, redacts and queues a delivery. Raw text lives between `normalise` and `prepare`, and nowhere else. */
export const createAccept = (
  runtime: Pick<Runtime, "store" | "queues" | "secrets" | "log" | "now">,
  notes: Notes,
): Accept => {
  const place = createPlaces(runtime);
  return async (sender, body) => {
    const startedAt = performance.now();
    const { events, ignored } = Channel.normalise(sender, body);
    const counts = new Map(Object.entries(ignored));
    const identityKey = await runtime.secrets.read("IDENTITY_KEY");
    const addressKey = await runtime.secrets.read("ADDRESS_KEY");
    const evidenceKey = () => runtime.secrets.read("EVIDENCE_KEY");
    const receivedAt = runtime.now();
    const inbounds: Intake.Inbound[] = [];
    const heard = new Set<Home>();
    for (const told of events) {
      if (told.op === "ignore") continue;
      const isNotice = told.op === "revoke" || told.op === "policy";
      const { event, home } = isNotice || Intake.isConversational(told) ? await place(told) : { event: told };
      if (home !== undefined) heard.add(home);
      if (isNotice) warn(runtime, event, home);
      if (event.op === "revoke" && home !== undefined) await notes.revoked(keyOf(home));
      if (isNotice || home === undefined) count(counts, Intake.isConversational(event) ? "account.unknown" : event.op);
      else inbounds.push(await Intake.prepare(event, { ...home, identityKey, addressKey, evidenceKey, receivedAt }));
    }
    await runtime.queues.send(
      "inbound",
      inbounds.map((body) => ({ body, groupId: body.groupId, deduplicationId: body.deduplicationId })),
    );
    await notes.heard([...heard].map(keyOf));
    runtime.log.info("webhook.accepted", {
      platform: sender,
      count: inbounds.length,
      ignored: Object.fromEntries(counts),
      durationMilliseconds: Math.round(performance.now() - startedAt),
    });
    return { queued: inbounds.length, ignored: Object.fromEntries(counts) };
  };
};

const keyOf = ({ account, entity }: Home) => ({
  entityId: entity.id,
  platform: account.platform,
  accountId: account.accountId,
});

/** An account that is cut off, or warned, brings no more messages: somebody has to see to it. */
const warn = ({ log }: Pick<Runtime, "log">, { accountId, channel, op }: Channel.RawEvent, home?: Home): void =>
  log.warn("webhook.notice", {
    code: `account.${op}`,
    channel,
    // The id of an account that is not a bank's may be a person's.
    ...(home === undefined ? {} : { entityId: home.entity.id, accountId }),
  });

const createPlaces = (runtime: Pick<Runtime, "store" | "now">) => {
  const findHome = createHomes(runtime);
  return async (event: Channel.RawEvent): Promise<Placed> => {
    const home = await findHome(event);
    const sibling = home === undefined ? Channel.asSibling(event) : undefined;
    const siblingHome = sibling === undefined ? undefined : await findHome(sibling);
    return sibling !== undefined && siblingHome !== undefined ? { event: sibling, home: siblingHome } : { event, home };
  };
};

const createHomes = ({ store, now }: Pick<Runtime, "store" | "now">) => {
  const known = new Map<string, { readonly home: Home; readonly readAt: number }>();
  return async (event: Channel.RawEvent): Promise<Home | undefined> => {
    const platform = Intake.platformOf(event.channel);
    if (platform === undefined) return undefined;
    const name = `${platform}#${event.accountId}`;
    const cached = known.get(name);
    if (cached !== undefined && Date.parse(now()) - cached.readAt < homeFreshMilliseconds) return cached.home;
    const entity = await store.findEntity(platform, event.accountId);
    const account = entity === undefined ? undefined : Entity.accountOf(entity, platform, event.accountId);
    if (entity === undefined || account === undefined) return undefined;
    const home = { entity, account };
    known.set(name, { home, readAt: Date.parse(now()) });
    return home;
  };
};

const count = (counts: Map<string, number>, kind: string): void => {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
};
