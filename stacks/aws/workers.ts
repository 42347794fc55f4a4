import { Duration } from "aws-cdk-lib";
import { Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction as LambdaTarget } from "aws-cdk-lib/aws-events-targets";
import { EventSourceMapping, type Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Functions } from "./functions.ts";
import { planOf, serviceNames } from "./plan.ts";
import type { Queues } from "./queues.ts";

/**
 * Functions that run at most at once for a queue, so that a storm of comments leaves room for the webhook and the API
 * in the account's concurrency. Delivery is held lowest: platforms limit how fast a bank may write.
 */
const concurrency = { inbound: 100, route: 20, deliver: 20, timers: 50, changes: 50, pictures: 20, repairs: 5 };

/** A picture takes a function for seconds: the next one is better off in another. */
const batchSizes = { inbound: 10, route: 10, deliver: 10, timers: 10, changes: 10, pictures: 1, repairs: 1 };

/** Every queue is drained by its function, up to ten messages at a time; only those that failed come back. */
export const drainQueues = (scope: Construct, functions: Functions, queues: Queues): void => {
  for (const name of serviceNames) {
    const source = planOf(name).receives;
    if (source === undefined) continue;
    new EventSourceMapping(scope, `${source}Mapping`, {
      target: functions[name],
      eventSourceArn: queues[source].queue.queueArn,
      batchSize: batchSizes[source],
      reportBatchItemFailures: true,
      maxConcurrency: concurrency[source],
    });
  }
};

/** A tick that fails is not repeated: the next one comes within the minute and does the same work. */
export const startClock = (scope: Construct, clock: LambdaFunction): void => {
  clock.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
  new Rule(scope, "EveryMinute", {
    description: "Guichet: due timers, waiting work, undelivered replies",
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [
      new LambdaTarget(clock, {
        event: RuleTargetInput.fromObject({}),
        retryAttempts: 0,
        maxEventAge: Duration.minutes(1),
      }),
    ],
  });
};
