import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import * as Headers from "#functions/headers";
import type { Runtime } from "#functions/runtime";
import { isSame, type Page } from "./visit.ts";

/** How often something may be tried in a span of time, by whom. */
export const limits = {
  /** Codes typed from one address, right or wrong. */
  code: { most: 10, seconds: 600 },
  /** Of one neighbour in the network that is not our own CloudFront, whatever address it says it speaks for. */
  neighbour: { most: 600, seconds: 600 },
  opening: { most: 60, seconds: 600 },
  message: { most: 30, seconds: 600 },
  /** Names and birth dates tried with one invitation. */
  name: { most: 5, seconds: 3600 },
  proof: { most: 6, seconds: 3600 },
} as const;
type Limit = keyof typeof limits;

/** @throws secure.too-many */
export const countTry = async (
  { now, secrets, store }: Runtime,
  entityId: string,
  limit: Limit,
  who: string,
): Promise<void> => {
  const { most, seconds } = limits[limit];
  const key = Identity.keyed(await secrets.read("IDENTITY_KEY"), "secure-limit", limit, who);
  const count = await store.countAttempt(entityId, { who: key, now: now(), seconds });
  if (count > most) throw new Fault("secure.too-many");
};

/**
 * Counts a try of the browser's address: CloudFront adds it, the gateway CloudFront's after it. Who comes past CloudFront may
 * claim any of the first and none of the second, and is counted by that one too. One place of CloudFront's speaks for
 * thousands of customers, and is never counted for what they do.
 */
export const countAddress = async (runtime: Runtime, context: Page, limit: "code" | "opening"): Promise<void> => {
  const { id } = context.get("bank");
  const addresses = (context.req.header("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  if (!(await isFromEdge(runtime, context))) await countTry(runtime, id, "neighbour", addresses.at(-1) || "here");
  await countTry(runtime, id, limit, addresses.at(-2) ?? "here");
};

const isFromEdge = async ({ secrets }: Pick<Runtime, "secrets">, context: Page): Promise<boolean> => {
  const given = context.req.header(Headers.edge) ?? "";
  return (await secrets.readAll("EDGE_KEY")).some((secret) => isSame(given, secret.reveal()));
};

/** So many wrong codes in one span are somebody who guesses from many addresses: who watches is told, and no customer stopped. */
const manyWrongCodes = 2_000;
const wrongCodeSeconds = 600;

export const noteWrongCode = async ({ log, now, secrets, store }: Runtime, entityId: string): Promise<void> => {
  const who = Identity.keyed(await secrets.read("IDENTITY_KEY"), "secure-limit", "wrongCodes", entityId);
  const count = await store.countAttempt(entityId, { who, now: now(), seconds: wrongCodeSeconds });
  if (count === manyWrongCodes) log.error("secure.guessing", { entityId, count });
};
