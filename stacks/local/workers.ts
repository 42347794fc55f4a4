import { SQSClient } from "@aws-sdk/client-sqs";
import * as Live from "#functions/live";
import * as Picture from "#functions/picture";
import * as Repair from "#functions/repair";
import type { QueueName, Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { awsVariables } from "./aws.ts";
import { poll, type Work } from "./poller.ts";
import type { Queues } from "./queues.ts";

/** Puts the functions of the queues to work; `takeMail` has what the topic brings. The returned function stops them after the work in hand. */
export const startWorkers = (queues: Queues, runtime: Runtime, takeMail: Work): (() => Promise<void>) => {
  const client = new SQSClient({ endpoint: queues.endpoint, ...awsVariables });
  const works: Record<QueueName, { work: Work; lanes: number }> = {
    inbound: { work: Workers.ingest(runtime), lanes: 4 },
    route: { work: Workers.route(runtime), lanes: 1 },
    deliver: { work: Workers.deliver(runtime), lanes: 4 },
    // A batch waits for the second of its time; the next ones must not wait for it, in a minute that has thousands.
    timers: { work: Workers.timer(runtime), lanes: 10 },
    pictures: { work: Picture.picture(runtime), lanes: 1 },
    repairs: { work: Repair.repair(runtime), lanes: 1 },
    changes: { work: Live.fanout(runtime), lanes: 1 },
  };
  const names = Object.keys(works) as QueueName[];
  const stops = [
    ...names.map((name) => poll(client, queues[name], works[name])),
    poll(client, queues.notices.mailbox, { work: takeMail, lanes: 1 }),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    client.destroy();
  };
};
