import { SQSClient } from "@aws-sdk/client-sqs";
import * as Conversation from "#core/conversation";
import * as Sla from "#core/sla";
import * as Store from "#core/store";
import * as Clock from "#functions/clock";
import { createLog, createRuntime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { awsVariables } from "../../stacks/local/aws.ts";
import { startDatabase } from "../../stacks/local/database.ts";
import { poll } from "../../stacks/local/poller.ts";
import { startQueues } from "../../stacks/local/queues.ts";
import { seed } from "../../stacks/local/seed.ts";
import { opening, received } from "../support/conversation.ts";
import { type Figure, quantile } from "../support/figure.ts";
import { openMeter } from "./store/capacity.ts";

const OPEN = Number(process.env["BENCH_OPEN"] ?? 100_000);
const DUE = Number(process.env["BENCH_DUE"] ?? 2_000);
/** The first of those that are due comes this long after the tick that finds it. */
const AHEAD_MILLISECONDS = 10_000;
const SPREAD_MILLISECONDS = 60_000;
const PATIENCE_MILLISECONDS = 60_000;
const WRITERS = 16;

/**
 * How late timers fire, and what a tick of the clock reads, with many conversations open of which some are due within
 * one minute. `BENCH_OPEN` and `BENCH_DUE` say how many.
 */
export async function* run(): AsyncGenerator<Figure> {
  const [database, queues] = await Promise.all([
    startDatabase(undefined, Store.tableDefinition),
    startQueues(undefined),
  ]);
  const meter = openMeter(database.endpoint);
  const client = new SQSClient({ endpoint: queues.endpoint, ...awsVariables });
  const lateness: number[] = [];
  const runtime = createRuntime(
    {
      AWS_ENDPOINT_URL_SQS: queues.endpoint,
      AWS_ACCESS_KEY_ID: awsVariables.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: awsVariables.credentials.secretAccessKey,
      QUEUE_TIMERS_URL: queues.timers.url,
      QUEUE_CHANGES_URL: queues.changes.url,
      QUEUE_ROUTE_URL: queues.route.url,
      QUEUE_REPAIRS_URL: queues.repairs.url,
      LIVE_ENDPOINT: "http://127.0.0.1",
    },
    {
      store: Store.createStore(meter.client, database.tableName),
      log: createLog(
        (line) => {
          const { latenessMilliseconds, level } = JSON.parse(line) as { latenessMilliseconds?: number; level: string };
          if (latenessMilliseconds !== undefined) lateness.push(latenessMilliseconds);
          if (level === "error") console.error(line);
        },
        () => new Date().toISOString(),
      ),
    },
  );
  await seed(runtime.store);
  const begunAt = Date.now();
  await fill(runtime.store, OPEN - DUE, () => Date.now());
  // All that will be due is there before the first of it is, however busy the machine.
  const paceMilliseconds = Math.max(20, ((Date.now() - begunAt) / Math.max(1, OPEN - DUE)) * 1.5);
  const firstAt = Date.now() + AHEAD_MILLISECONDS + DUE * paceMilliseconds;
  await fill(runtime.store, DUE, (index) => firstAt + (SPREAD_MILLISECONDS * index) / DUE - allowedMilliseconds);
  const stopWorkers = poll(client, queues.timers, { work: Workers.timer(runtime), lanes: 10 });
  try {
    for (const [name, count] of [
      ["with what is due", DUE],
      ["with nothing due", 0],
    ] as const) {
      meter.take();
      await Clock.tick(runtime);
      const { read } = meter.take();
      yield { figure: `timers tick ${name}`, value: read, unit: "read units", note: `${OPEN} open, ${count} due` };
    }
    const until = firstAt + SPREAD_MILLISECONDS + PATIENCE_MILLISECONDS;
    while (lateness.length < DUE && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 200));
  } finally {
    await stopWorkers();
    client.destroy();
    meter.stop();
    await Promise.all([database.stop(), queues.stop()]);
  }
  const note = `${DUE} within a minute, ${OPEN} open; shared machine, one run`;
  yield { figure: "timers fired", value: lateness.length, unit: "timers", note };
  for (const [name, share] of [
    ["p50", 0.5],
    ["p99", 0.99],
    ["max", 1],
  ] as const) {
    yield { figure: `timers lateness, ${name}`, value: quantile(lateness, share), unit: "ms", note };
  }
}

/** The first mark of the promise comes after half of two hours. */
const policy = { ...Sla.defaultPolicy, id: "bench", calendar: Sla.alwaysOpen, atRiskFractions: [0.5] };
const allowedMilliseconds = (policy.firstResponseSeconds * 1_000) / 2;
let conversations = 0;

/** Opens conversations whose customers wrote at these instants. */
const fill = async (store: Store.Store, count: number, writtenAt: (index: number) => number): Promise<void> => {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const writers = Array.from({ length: WRITERS }, async () => {
    for (let index = indexes.shift(); index !== undefined; index = indexes.shift()) {
      conversations += 1;
      const place = opening(`c_bench_${conversations}`);
      const at = new Date(writtenAt(index)).toISOString();
      const command = { ...received("m_bench", at, place), policies: [policy] } as Conversation.Command;
      await store.commit(place, {
        commitId: "receive",
        actor: { kind: "contact" },
        at,
        decide: (state) => Conversation.decide(state, command, at),
      });
    }
  });
  await Promise.all(writers);
};
