import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import type { Runtime } from "#functions/runtime";
import type { Page } from "./visit.ts";

/** How often something may be tried in a span of time, by whom. */
export const limits = {
  /** Codes typed from one address, right or wrong. */
  code: { most: 10, seconds: 600 },
  /** Of one neighbour in the network, whatever address it says it speaks for. */
  neighbour: { most: 600, seconds: 600 },
  /** Wrong codes at a whole bank: slows a guess from many addresses, and stops nobody who has a link. */
  wrongCodes: { most: 2_000, seconds: 600 },
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
 * Counts a try of the browser's address and of the neighbour's that brought it: who comes past CloudFront may claim any of
 * the first, and none of the second.
 */
export const countAddress = async (runtime: Runtime, context: Page, limit: "code" | "opening"): Promise<void> => {
  const { id } = context.get("bank");
  const [neighbour = "here"] = (context.req.header("x-forwarded-for") ?? "").split(",").slice(-1);
  await countTry(runtime, id, "neighbour", neighbour.trim());
  await countTry(runtime, id, limit, addressOf(context));
};

/**
 * The address that speaks to us: CloudFront adds the browser's, the gateway CloudFront's; what stands before was written by
 * whoever wanted to. Used as a keyed hash, and gone with its counter.
 */
const addressOf = (context: Page): string =>
  (context.req.header("x-forwarded-for") ?? "").split(",").at(-2)?.trim() ?? "here";
