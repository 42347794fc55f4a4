import { setTimeout as pause } from "node:timers/promises";
import { type Failure, failures } from "./failure.ts";
import type { Sender, Webhooks } from "./webhook.ts";
import { type Platform, platforms } from "./world.ts";

/** How often what goes wrong goes wrong: shares of deliveries, and of the bank's answers. */
export const shares = { duplicated: 0.05, late: 0.05, batched: 0.2, failing: 0.1 } as const;
/** Late by up to this; a batch is closed after this long or when it is full. */
const lateMilliseconds = 8_000;
const batchMilliseconds = 400;
const batchUpdates = 20;
/** A token of one platform is dead for a minute, every so often. */
const tokenEveryMilliseconds = 5 * 60_000;
const tokenDeadMilliseconds = 60_000;

export type Chaos = {
  /** The same webhooks, as they are on a bad day: twice, late and out of order, many in one delivery. */
  readonly over: (webhooks: Webhooks) => Webhooks;
  /** How this answer of the bank's goes wrong, if it does. */
  readonly nextFailure: (platform: Platform) => Failure | undefined;
};

/** `random` answers between 0 and 1; `now` in milliseconds. */
export const createChaos = (random: () => number, now: () => number): Chaos => {
  const startedAt = now();
  return {
    over: (webhooks) => disturbed(webhooks, random),
    nextFailure: (platform) => {
      if (isTokenDead(platform, now() - startedAt)) return "unauthorized";
      return random() < shares.failing ? pick(passing, random) : undefined;
    },
  };
};

/** What a customer's own settings forbid is not the platform's weather. */
const passing = failures.filter((failure) => failure !== "refused" && failure !== "unauthorized");

/** One platform after another. The first minutes are quiet, so that a newcomer sees answers go out. */
const isTokenDead = (platform: Platform, elapsed: number): boolean => {
  const round = Math.floor(elapsed / tokenEveryMilliseconds);
  const isInMinute = elapsed % tokenEveryMilliseconds < tokenDeadMilliseconds;
  return round > 0 && isInMinute && platforms[round % platforms.length] === platform;
};

const disturbed = (webhooks: Webhooks, random: () => number): Webhooks => {
  const ending = new AbortController();
  const batches = createBatches(webhooks);
  const later = (sender: Sender, payload: unknown): void => {
    const delay = Math.floor(random() * lateMilliseconds);
    void pause(delay, undefined, { signal: ending.signal })
      .then(() => webhooks.send(sender, payload))
      // The simulator was stopped.
      .catch(() => 0);
  };
  return {
    send: async (sender, payload) => {
      if (random() < shares.duplicated) later(sender, payload);
      if (random() < shares.late) {
        later(sender, payload);
        return 200;
      }
      return sender === "meta" && random() < shares.batched ? batches.add(payload) : webhooks.send(sender, payload);
    },
    stop: () => {
      ending.abort();
      batches.stop();
      webhooks.stop();
    },
  };
};

type Envelope = { readonly object: string; readonly entry: readonly unknown[] };

/** Meta puts updates of one kind of object into one delivery, whoever they are of. */
const createBatches = (webhooks: Webhooks) => {
  const waiting = new Map<string, { entries: unknown[]; timer: NodeJS.Timeout }>();
  const flush = (object: string): void => {
    const batch = waiting.get(object);
    waiting.delete(object);
    if (batch === undefined) return;
    clearTimeout(batch.timer);
    void webhooks.send("meta", { object, entry: batch.entries });
  };
  return {
    add: async (payload: unknown): Promise<number> => {
      const { entry, object } = payload as Envelope;
      const batch = waiting.get(object) ?? { entries: [], timer: setTimeout(() => flush(object), batchMilliseconds) };
      waiting.set(object, batch);
      batch.entries.push(...entry);
      if (batch.entries.length >= batchUpdates) flush(object);
      return 200;
    },
    stop: (): void => {
      for (const { timer } of waiting.values()) clearTimeout(timer);
    },
  };
};

const pick = <Item>(items: readonly Item[], random: () => number): Item | undefined =>
  items[Math.floor(random() * items.length)];
