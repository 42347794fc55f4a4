import * as Account from "#core/account";
import type * as Channel from "#core/channel";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

type StandingRuntime = Pick<Runtime, "log" | "now" | "store">;

export const placeOf = (
  { entityId }: Store.ConversationKey,
  { accountId, channel }: Pick<Channel.Outgoing, "accountId" | "channel">,
): Store.AccountKey => ({ entityId, platform: Intake.platformOf(channel) ?? "", accountId });

/** Whether the account has to be connected again first: its platform is asked nothing until then. */
export const isCutOff = async ({ store }: StandingRuntime, key: Store.AccountKey): Promise<boolean> =>
  (await store.readHealth(key)).standing.state === "reconnect";

/** A platform that refuses the account's token stops its sending; one that withholds a single right does not. */
export const noteCutOff = async (
  { log, now, store }: StandingRuntime,
  key: Store.AccountKey,
  code: string,
): Promise<void> => {
  if (code !== "send.disconnected") return;
  const { after, before } = await store.changeHealth(key, (health) =>
    Account.disconnect(health, "token-refused", now()),
  );
  if (after !== before) log.warn("account.disconnected", { ...key, code });
};
