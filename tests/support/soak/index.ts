import { type ChildProcess, spawn } from "node:child_process";
import {
  GetQueueAttributesCommand,
  type QueueAttributeName,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import * as Webhooks from "#functions/webhooks";
import * as Workers from "#functions/workers";
import { awsVariables } from "../../../stacks/local/aws.ts";
import { startDatabase } from "../../../stacks/local/database.ts";
import { startQueues } from "../../../stacks/local/queues.ts";
import { localSecrets } from "../../../stacks/local/secrets.ts";
import { seed } from "../../../stacks/local/seed.ts";
import { entityId } from "../../../stacks/local/sign-in/token.ts";
import { signed } from "../../../stacks/local/simulator/webhook.ts";
import { variablesOf } from "../../../stacks/local/variables.ts";
import { queueEvent } from "../queue-event.ts";
import { planSoak } from "./plan.ts";
import { only, quietRuntime } from "./runtime.ts";
import { readAll, wrongIn } from "./verify.ts";

export type Soak = {
  readonly updates: number;
  readonly duplicates: number;
  readonly late: number;
  readonly posts: number;
  readonly conversations: number;
  readonly kills: number;
  /** Bodies that the queue delivered once more ten minutes later. */
  readonly secondDeliveries: number;
  readonly acceptSeconds: number;
  readonly totalSeconds: number;
  /** Sentences, one for everything that is not as it must be. */
  readonly wrong: readonly string[];
};

type Asked = {
  readonly seed: number;
  readonly updates: number;
  readonly kills: number;
  /** Of so many messages one comes again ten minutes later. */
  readonly againEvery?: number;
  /** What a killed worker held comes back after this; a slow machine needs it to finish a batch. */
  readonly visibilitySeconds?: number;
};

const program = new URL("./worker.ts", import.meta.url).pathname;

/**
 * Webhooks, queue and table in this process, the worker in another one that is killed again and again: `kills` times
 * while updates come in, and as often while what is left is worked off.
 */
export const soak = async (asked: Asked): Promise<Soak> => {
  const startedAt = performance.now();
  const [database, queues] = await Promise.all([
    startDatabase(undefined, Store.tableDefinition),
    startQueues(undefined),
  ]);
  const client = new SQSClient({ endpoint: queues.endpoint, ...awsVariables });
  const variables = { ...variablesOf({ port: 0, database, queues }), ...localSecrets(undefined) };
  const runtime = quietRuntime(variables);
  const worker = createWorker(variables);
  try {
    await furnish(runtime.store);
    await shorten(client, queues.inbound.url, asked.visibilitySeconds ?? 12);
    const plan = planSoak(asked.seed, asked.updates);
    const queued: Queued[] = [];
    worker.start();
    await deliver(recording(runtime, queued), plan.posts, asked.kills, worker.kill);
    const acceptSeconds = secondsSince(startedAt);
    await drain(client, queues.inbound.url, asked.kills, worker.kill);
    const before = await readAll(runtime.store, entityId);
    const wrong = [...wrongIn(before, plan.expected), ...deadLetters(queues)];
    const again = queued.filter((_, index) => index % (asked.againEvery ?? 1) === 0);
    await deliverAgain(runtime, again);
    const after = await readAll(runtime.store, entityId);
    return {
      ...plan,
      posts: plan.posts.length,
      conversations: before.length,
      kills: worker.kills(),
      secondDeliveries: again.length,
      acceptSeconds,
      totalSeconds: secondsSince(startedAt),
      wrong: [
        ...wrong,
        ...(JSON.stringify(after) === JSON.stringify(before) ? [] : ["a second delivery changed something"]),
      ],
    };
  } finally {
    worker.stop();
    client.destroy();
    await Promise.all([database.stop(), queues.stop()]);
  }
};

const secondsSince = (startedAt: number): number => Math.round((performance.now() - startedAt) / 100) / 10;

/** The demo bank, which says nothing by itself. */
const furnish = async (store: Store.Store): Promise<void> => {
  await seed(store);
  const entity = await store.readEntity(entityId);
  if (entity === undefined) throw new Error("there is no bank");
  const { automaticAnswers: _, ...quiet } = entity;
  await store.putEntity(quiet);
};

const shorten = async (client: SQSClient, url: string, visibilitySeconds: number): Promise<void> => {
  const Attributes = { VisibilityTimeout: String(visibilitySeconds) };
  await client.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes }));
};

const createWorker = (variables: Record<string, string>) => {
  let child: ChildProcess | undefined;
  let killed = 0;
  const start = (): void => {
    child = spawn(process.execPath, [program], {
      env: { ...process.env, ...variables },
      stdio: ["pipe", "inherit", "inherit"],
    });
  };
  return {
    start,
    kill: (): void => {
      child?.kill("SIGKILL");
      killed += 1;
      start();
    },
    stop: (): void => {
      child?.kill("SIGKILL");
    },
    kills: () => killed,
  };
};

type Queued = { readonly body: string; readonly group: string };

/** Keeps what is queued, as the queue will deliver it. */
const recording = (runtime: Runtime, queued: Queued[]): Runtime => ({
  ...runtime,
  queues: {
    send: async (queue, messages) => {
      await runtime.queues.send(queue, messages);
      queued.push(...messages.map(({ body, groupId = "" }) => ({ body: JSON.stringify(body), group: groupId })));
    },
  },
});

/** One delivery after another, each answered with 200, as if from the platforms. */
const deliver = async (
  runtime: Runtime,
  posts: ReturnType<typeof planSoak>["posts"],
  kills: number,
  kill: () => void,
): Promise<void> => {
  const app = Webhooks.createApp(runtime);
  const secrets = { consumerSecret: "local-x-consumer-secret", appSecret: "local-meta-app-secret" };
  const between = Math.ceil(posts.length / (kills + 1));
  for (const [index, { payload, sender }] of posts.entries()) {
    if (index > 0 && index % between === 0) kill();
    const { body, headers, path } = signed(sender, payload, secrets);
    const { status } = await app.request(path, { method: "POST", body, headers });
    if (status !== 200) throw new Error(`a delivery was answered with ${status}`);
  }
};

const counts: QueueAttributeName[] = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"];
const lookMilliseconds = 100;

/** Until the queue is empty; the worker is killed each time that another share of the rest is done. */
const drain = async (client: SQSClient, url: string, kills: number, kill: () => void): Promise<void> => {
  const left = async (): Promise<number> => {
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: counts }),
    );
    return counts.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  };
  const all = await left();
  let killed = 0;
  for (let rest = all; rest > 0; rest = await left()) {
    if (killed < kills && rest < all * (1 - (killed + 1) / (kills + 1))) {
      kill();
      killed += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, lookMilliseconds));
  }
};

const deadLetters = (queues: Awaited<ReturnType<typeof startQueues>>): readonly string[] =>
  queues
    .contents()
    .filter(({ name, bodies }) => name.startsWith("inbound-dead") && bodies.length > 0)
    .map(({ bodies }) => `${bodies.length} dead letters`);

const batchSize = 10;

/** SQS forgets after five minutes what it has delivered: everything comes once more after ten. */
const deliverAgain = async (runtime: Runtime, queued: readonly Queued[]): Promise<void> => {
  const later = () => new Date(Date.now() + 10 * 60_000).toISOString();
  const ingest = Workers.ingest(only(undefined, { ...runtime, now: later }));
  for (let start = 0; start < queued.length; start += batchSize) {
    const { batchItemFailures } = await ingest(queueEvent(...queued.slice(start, start + batchSize)));
    if (batchItemFailures.length > 0) throw new Error("a second delivery was not taken");
  }
};
