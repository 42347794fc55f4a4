import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { TestDatabase } from "./database.ts";

/** What goes wrong with one call: its answer is lost after it was done, or the caller dies before or after it. */
export type Mishap = "none" | "lost-answer" | "crash-before" | "crash-after";

export class Crash extends Error {}
/** As the client tells of a try that took too long: whether the table did it nobody knows. */
class LostAnswer extends Error {
  override readonly name = "TimeoutError";
}

/** A client whose calls go wrong by plan, one mishap a call, in order; after the plan everything goes well. */
export const faultyClient = (client: TestDatabase["client"], plan: readonly Mishap[]): TestDatabase["client"] => {
  const left = [...plan];
  let isDead = false;
  const send = async (command: Parameters<TestDatabase["client"]["send"]>[0]): Promise<unknown> => {
    if (isDead) throw new Crash();
    const mishap = left.shift() ?? "none";
    if (mishap === "crash-before") {
      isDead = true;
      throw new Crash();
    }
    const answer = await client.send(command);
    if (mishap === "crash-after") {
      isDead = true;
      throw new Crash();
    }
    if (mishap === "lost-answer") throw new LostAnswer();
    return answer;
  };
  return { send } as unknown as TestDatabase["client"];
};

/** A client whose indexes lag: a query on one answers what an earlier query did, or drops what it found. */
export const laggingClient = (
  client: TestDatabase["client"],
  plan: readonly ("fresh" | "stale" | "empty")[],
): TestDatabase["client"] => {
  const left = [...plan];
  const earlier = new Map<string, unknown>();
  const send = async (command: Parameters<TestDatabase["client"]["send"]>[0]): Promise<unknown> => {
    if (!(command instanceof QueryCommand) || command.input.IndexName === undefined) return client.send(command);
    const name = JSON.stringify(command.input);
    const kind = left.shift() ?? "fresh";
    if (kind === "empty") return { Items: [] };
    if (kind === "stale" && earlier.has(name)) return earlier.get(name);
    const answer = await client.send(command);
    earlier.set(name, answer);
    return answer;
  };
  return { send } as unknown as TestDatabase["client"];
};
