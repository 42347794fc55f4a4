import * as Account from "#core/account";
import type * as Channel from "#core/channel";
import { describe } from "#core/fault";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

type HealthRuntime = Pick<Runtime, "log" | "now" | "store">;

/** This process writes down one delivery of an account in this time, and as many refusals at once. */
const restMilliseconds = 60_000;
const refusalRestMilliseconds = 5_000;

export type Notes = {
  /** The platform told something of these accounts. */
  heard(keys: readonly Store.AccountKey[]): Promise<void>;
  /** The account's owner took back what the app may do. */
  revoked(key: Store.AccountKey): Promise<void>;
  /** A delivery had a wrong signature. */
  refused(sender: Channel.Sender): Promise<void>;
};

/**
 * What deliveries say of the accounts' health. What fails is logged and passed over, so that it costs no delivery; but for a
 * revocation, which is told once: unwritten, its delivery fails and is sent again.
 */
export const createNotes = (runtime: HealthRuntime): Notes => {
  const { log, now, store } = runtime;
  const heardAt = new Map<string, number>();
  const refusals = new Map<Channel.Sender, { count: number; writtenAt: number }>();
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.warn("webhook.health-unwritten", { error: describe(error) });
    }
  };
  const hear = async (key: Store.AccountKey): Promise<void> => {
    const name = JSON.stringify(key);
    const at = Date.parse(now());
    if (at - (heardAt.get(name) ?? 0) < restMilliseconds) return;
    heardAt.set(name, at);
    await attempt(() => store.changeHealth(key, (health) => Account.heard(health, now())));
  };
  return {
    heard: async (keys) => {
      await Promise.all(keys.map(hear));
    },
    revoked: async (key) => {
      const { after } = await store.changeHealth(key, (health) => Account.disconnect(health, "revoked", now()));
      if (after.standing.state === "reconnect") log.warn("account.disconnected", { ...key, code: "revoked" });
    },
    refused: async (sender) => {
      const at = Date.parse(now());
      const { count = 0, writtenAt = 0 } = refusals.get(sender) ?? {};
      const isResting = at - writtenAt < refusalRestMilliseconds;
      refusals.set(sender, isResting ? { count: count + 1, writtenAt } : { count: 0, writtenAt: at });
      if (!isResting) await attempt(() => store.countRefusals(sender, count + 1, now()));
    },
  };
};
