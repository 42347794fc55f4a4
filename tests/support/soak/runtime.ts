import { createRuntime, type QueueName, type Runtime } from "#functions/runtime";

/** The functions, which log nothing and speak to no page. */
export const quietRuntime = (variables: Readonly<Record<string, string | undefined>>): Runtime =>
  createRuntime(variables, {
    log: { debug() {}, info() {}, warn() {}, error() {} },
    sockets: { post: async () => "gone", close: async () => undefined },
  });

/** The same functions, which queue into one queue alone, or none: what follows from a message is not looked at. */
export const only = (queue: QueueName | undefined, runtime: Runtime): Runtime => ({
  ...runtime,
  queues: { send: async (name, messages) => (name === queue ? runtime.queues.send(name, messages) : undefined) },
});
