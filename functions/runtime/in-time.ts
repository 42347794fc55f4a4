import { AsyncLocalStorage } from "node:async_hooks";
import type { SQSClient } from "@aws-sdk/client-sqs";

/** What is kept of a function's time for its answer, and for a worker to say what is to come back. */
export const spareMilliseconds = 2_000;

/** Ends when the running function has to come to its end. */
const ending = new AsyncLocalStorage<AbortSignal>();

export type Invocation = { getRemainingTimeInMillis(): number };

/**
 * A function of which calls to AWS end before AWS ends it: who waits is answered that it is to be tried again, and what of
 * a batch is done counts as done. Of a command that was cut nobody knows whether it was committed, as with every lost
 * answer: it comes again under the same id.
 */
export const inTime =
  <Event, Answer, Known extends Invocation>(work: (event: Event, invocation?: Known) => Promise<Answer>) =>
  (event: Event, invocation: Known): Promise<Answer> => {
    const left = Math.max(0, invocation.getRemainingTimeInMillis() - spareMilliseconds);
    return ending.run(AbortSignal.timeout(left), () => work(event, invocation));
  };

type Client = { readonly config: Pick<SQSClient["config"], "requestHandler"> };

/** An AWS client of which the tries, begun and to come, end with the function that runs. */
export const endingInTime = <Each extends Client>(client: Each): Each => {
  const { requestHandler } = client.config;
  const handle = requestHandler.handle.bind(requestHandler);
  requestHandler.handle = (request, options) => {
    const abortSignal = ending.getStore();
    return handle(request, abortSignal === undefined ? options : { ...options, abortSignal });
  };
  return client;
};
