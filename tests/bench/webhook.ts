import type { Hono } from "hono";
import { createRuntime, type Runtime } from "#functions/runtime";
import * as Webhooks from "#functions/webhooks";
import { awsVariables } from "../../stacks/local/aws.ts";
import { startQueues } from "../../stacks/local/queues.ts";
import { localSecrets } from "../../stacks/local/secrets.ts";
import { seed } from "../../stacks/local/seed.ts";
import { startTestDatabase } from "../support/database.ts";
import { type Figure, median, quantile, round, shared } from "../support/figure.ts";
import { deliveryOf, headersOf } from "./webhook/delivery.ts";

const RUNS = 5;
const DELIVERIES = 600;
const BATCH = 1_000;
const BATCHES = 10;
const CONCURRENT = 16;

/**
 * How long a platform waits for its 200, and how many messages one process takes a second: verified, normalised,
 * redacted, queued. The queue is a list in memory, then the local SQS, whose work this process does too.
 */
export async function* run(): AsyncGenerator<Figure> {
  const [database, queues] = await Promise.all([startTestDatabase(), startQueues(undefined)]);
  await seed(database.store);
  const common = { store: database.store, log: { debug() {}, info() {}, warn() {}, error() {} } };
  const inMemory: Runtime["queues"] = { send: async () => undefined };
  const variables = {
    ...localSecrets(undefined),
    AWS_ENDPOINT_URL_SQS: queues.endpoint,
    AWS_ACCESS_KEY_ID: awsVariables.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: awsVariables.credentials.secretAccessKey,
    QUEUE_INBOUND_URL: queues.inbound.url,
  };
  try {
    yield* measure("queue in memory", Webhooks.createApp(createRuntime(variables, { ...common, queues: inMemory })));
    yield* measure("local SQS", Webhooks.createApp(createRuntime(variables, common)));
  } finally {
    await Promise.all([database.stop(), queues.stop()]);
  }
}

async function* measure(queue: string, app: Hono): AsyncGenerator<Figure> {
  let number = 0;
  const deliver = async (updates = 1): Promise<number> => {
    const delivery = deliveryOf(number, updates);
    number += updates;
    const startedAt = performance.now();
    const { status } = await app.request("/webhooks/meta", {
      method: "POST",
      body: delivery.body,
      headers: headersOf(delivery),
    });
    if (status !== 200) throw new Error(`answered ${status}`);
    return performance.now() - startedAt;
  };
  await times(DELIVERIES, () => deliver());
  const alone: number[][] = [];
  for (let run = 0; run < RUNS; run += 1) alone.push(await times(DELIVERIES, () => deliver()));
  yield* spread(`webhook accept, ${queue}`, alone);
  const rates: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: CONCURRENT }, () => times(DELIVERIES / CONCURRENT, () => deliver())));
    rates.push((CONCURRENT * Math.floor(DELIVERIES / CONCURRENT) * 1_000) / (performance.now() - startedAt));
  }
  yield {
    figure: `webhook messages on one core, ${queue}`,
    value: Math.round(median(rates)),
    unit: "messages/s",
    note: `${CONCURRENT} at a time; ${shared}`,
  };
  const batches: number[][] = [];
  for (let run = 0; run < RUNS; run += 1) batches.push(await times(BATCHES, () => deliver(BATCH)));
  yield* spread(`webhook accept of ${BATCH} updates at once, ${queue}`, batches);
}

const times = async (count: number, work: () => Promise<number>): Promise<number[]> => {
  const results: number[] = [];
  for (let done = 0; done < Math.floor(count); done += 1) results.push(await work());
  return results;
};

function* spread(figure: string, runs: readonly number[][]): Generator<Figure> {
  for (const [name, share] of [
    ["p50", 0.5],
    ["p99", 0.99],
  ] as const) {
    yield {
      figure: `${figure}, ${name}`,
      value: round(median(runs.map((run) => quantile(run, share)))),
      unit: "ms",
      note: shared,
    };
  }
}
