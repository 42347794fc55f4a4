import type { QueueName } from "#functions/runtime";

/** What a queue is, wherever it runs. `attempts`: a message that has failed this often is a dead letter. */
export type QueuePlan = { readonly fifo: boolean; readonly attempts: number };

export const queuePlans: Readonly<Record<QueueName, QueuePlan>> = {
  inbound: { fifo: true, attempts: 8 },
  route: { fifo: false, attempts: 5 },
  deliver: { fifo: true, attempts: 8 },
  timers: { fifo: false, attempts: 5 },
  changes: { fifo: false, attempts: 5 },
  pictures: { fifo: false, attempts: 5 },
  repairs: { fifo: false, attempts: 5 },
};
export const queueNames = Object.keys(queuePlans) as readonly QueueName[];
