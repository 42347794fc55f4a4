import { AsyncLocalStorage } from "node:async_hooks";
import type { SQSClient } from "@aws-sdk/client-sqs";

/** Kept back from a function's time-out: to answer the caller, or for a worker to report what failed. */
export const spareMilliseconds = 2_000;

/** The abort signal of the invocation that is running. */
const ending = new AsyncLocalStorage<AbortSignal>();

export type Invocation = { getRemainingTimeInMillis(): number };

/**
 * Wraps a Lambda handler so that its calls to AWS are aborted shortly before Lambda would kill it: the caller is still told
 * to try again (503), and a batch still reports what was done. Whether an aborted write was committed is not known, as
 * with every lost answer: the command is retried under the same id.
 */
export const inTime =
  <Event, Answer, Known extends Invocation>(work: (event: Event, invocation?: Known) => Promise<Answer>) =>
  (event: Event, invocation: Known): Promise<Answer> => {
    const left = Math.max(0, invocation.getRemainingTimeInMillis() - spareMilliseconds);
    return ending.run(AbortSignal.timeout(left), () => work(event, invocation));
  };

type Client = { readonly config: Pick<SQSClient["config"], "requestHandler"> };

/** Makes an AWS client obey that signal: attempts under way are aborted, and retries fail at once. */
export const endingInTime = <Each extends Client>(client: Each): Each => {
  const { requestHandler } = client.config;
  const handle = requestHandler.handle.bind(requestHandler);
  requestHandler.handle = (request, options) => {
    const abortSignal = ending.getStore();
    return handle(request, abortSignal === undefined ? options : { ...options, abortSignal });
  };
  return client;
};
