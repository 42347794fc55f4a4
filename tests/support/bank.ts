import type * as Channel from "#core/channel";
import type * as Entity from "#core/entity";
import * as Intake from "#core/intake";
import { Secret } from "#core/secret";
import * as Store from "#core/store";
import { createLog, createRuntime, type QueueMessage, type QueueName, type Runtime } from "#functions/runtime";
import { policies } from "./conversation.ts";
import type { TestDatabase } from "./database.ts";

/** The secrets of every invented bank. */
export const secrets = {
  X_CONSUMER_SECRET: "consumer-secret",
  META_APP_SECRET: "app-secret",
  META_VERIFY_TOKEN: "verify-token",
  IDENTITY_KEY: Buffer.alloc(32, 1).toString("base64url"),
  ADDRESS_KEY: Buffer.alloc(32, 2).toString("base64url"),
  EVIDENCE_KEY: Buffer.alloc(32, 3).toString("base64url"),
  SESSION_KEY: Buffer.alloc(32, 4).toString("base64url"),
  OIDC_CLIENT_SECRET: "client-secret",
  OIDC_CLIENT_KEY: Buffer.alloc(32, 5).toString("base64url"),
  CHANNEL_TOKENS: JSON.stringify({ "facebook:900100200301": "page-token" }),
};

type Sent = { readonly queue: QueueName; readonly body: Record<string, unknown>; readonly delaySeconds?: number };

export type Bank = {
  readonly entity: Entity.Entity;
  /** Every message that was queued, oldest first. */
  readonly sent: Sent[];
  /** Bodies queued since the last call, of one queue; those of the others stay. */
  take(queue: QueueName): readonly string[];
  runtime(overrides?: Partial<Runtime> & { readonly client?: TestDatabase["client"] }): Runtime;
  /** An update of the bank's Page as the webhook queues it. */
  prepare(event: Partial<Channel.RawEvent> & Pick<Channel.RawEvent, "op">): Promise<Intake.Inbound>;
};

let banks = 0;

/** SQS FIFO drops what has an id that it took within five minutes (Amazon SQS Developer Guide, "Exactly-once processing"). */
const createDeduplication = (now: () => string) => {
  const taken = new Map<string, number>();
  return ({ deduplicationId, groupId }: QueueMessage): boolean => {
    if (deduplicationId === undefined) return true;
    const name = `${groupId}#${deduplicationId}`;
    const at = Date.parse(now());
    if (at - (taken.get(name) ?? Number.NEGATIVE_INFINITY) < 5 * 60_000) return false;
    taken.set(name, at);
    return true;
  };
};

/** A bank of its own in a shared table, whose functions queue into a list. */
export const openBank = async (
  database: TestDatabase,
  now: () => string,
  changes: Partial<Entity.Entity> = {},
): Promise<Bank> => {
  banks += 1;
  const account: Entity.Account = {
    platform: "facebook",
    accountId: "900100200301",
    teamId: "social",
    name: "Banque Imaginaire",
  };
  const named: Entity.Entity = {
    id: `banque-${banks}`,
    name: "Banque Imaginaire",
    languages: ["fr"],
    timeZone: "Europe/Paris",
    accounts: [account],
    teams: [{ id: "social", name: "Réseaux sociaux" }],
    slaPolicies: policies,
    ...changes,
  };
  // Every invented bank has the same account, one after another.
  const holder = await database.store.findEntity(account.platform, account.accountId);
  if (holder !== undefined) await database.store.putEntity({ ...holder, accounts: [] });
  const entity = await database.store.putEntity(named);
  const sent: Sent[] = [];
  let waiting: Sent[] = [];
  const isFirst = createDeduplication(now);
  const queues: Runtime["queues"] = {
    send: async (queue, messages) => {
      const added = messages.filter(isFirst).map(({ body, delaySeconds }) => ({
        queue,
        body: body as Record<string, unknown>,
        ...(delaySeconds === undefined ? {} : { delaySeconds }),
      }));
      sent.push(...added);
      waiting.push(...added);
    },
  };
  return {
    entity,
    sent,
    take: (queue) => {
      const taken = waiting.filter((each) => each.queue === queue);
      waiting = waiting.filter((each) => each.queue !== queue);
      return taken.map((each) => JSON.stringify(each.body));
    },
    runtime: ({ client = database.client, ...overrides } = {}) =>
      createRuntime(secrets, {
        store: Store.createStore(client, database.tableName),
        queues,
        sockets: { post: async () => "gone", close: async () => undefined },
        log: createLog(() => undefined, now),
        now,
        ...overrides,
      }),
    prepare: (event) =>
      Intake.prepare(
        {
          channel: "facebook.comment",
          visibility: "public",
          direction: "inbound",
          accountId: account.accountId,
          threadId: "900100200301_1",
          attachments: [],
          ...event,
        },
        {
          entity,
          account,
          identityKey: new Secret(secrets.IDENTITY_KEY),
          addressKey: new Secret(secrets.ADDRESS_KEY),
          evidenceKey: async () => new Secret(secrets.EVIDENCE_KEY),
          receivedAt: now(),
        },
      ),
  };
};
