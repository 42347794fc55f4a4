import type { TestDatabase } from "./database.ts";
import { faultyClient, type Mishap } from "./faulty-client.ts";

/** Milliseconds for a suite that does its whole work once for each call of it, thousands of calls in all. */
export const everyCallTimeout = 240_000;

/**
 * Tries with a mishap at the first call, then at the second, and so on, until one goes through untouched. `attempt`
 * starts afresh each time, does all that comes after the mishap too, and answers whether there was none.
 * @returns at how many calls something went wrong
 */
export const atEveryCall = async (
  client: TestDatabase["client"],
  mishap: Mishap,
  attempt: (faulty: TestDatabase["client"]) => Promise<boolean>,
): Promise<number> => {
  for (let call = 0; call < callLimit; call += 1) {
    const plan = [...Array.from({ length: call }, () => "none" as const), mishap];
    if (await attempt(faultyClient(client, plan))) return call;
  }
  throw new Error("the work never ends");
};

/** The same with a deed of somebody else's in the place of the mishap, whole, between two calls. */
export const betweenCalls = async (
  client: TestDatabase["client"],
  attempt: (interrupted: (deed: () => Promise<void>) => TestDatabase["client"]) => Promise<void>,
): Promise<number> => {
  for (let call = 0; call < callLimit; call += 1) {
    let calls = 0;
    let isDone = false;
    await attempt((deed) => {
      const send = async (command: Parameters<TestDatabase["client"]["send"]>[0]): Promise<unknown> => {
        calls += 1;
        if (calls === call + 1) {
          isDone = true;
          await deed();
        }
        return client.send(command);
      };
      return { send } as unknown as TestDatabase["client"];
    });
    if (!isDone) return call;
  }
  throw new Error("the work never ends");
};

const callLimit = 60;
