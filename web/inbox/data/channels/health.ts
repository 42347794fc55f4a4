import { onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { Desk } from "../desk.ts";
import { createStanding } from "../standing.ts";
import { channelApi } from "./api.ts";
import type { AccountHealth } from "./types.ts";

/** Nobody tells of it, and it changes slowly: platforms are asked every quarter of an hour. */
const EVERY_MS = 30_000;

/** How the accounts stand, read again and again. Must be called under an owner, and ends with it. */
export const openHealth = (desk: Desk) => {
  const api = channelApi(desk.api);
  const [shown, setShown] = createStore<{ accounts: AccountHealth[] | undefined }>({ accounts: undefined });
  const { fault, read } = createStanding(desk);
  const readHealth = async () => setShown("accounts", reconcile((await api.health()).accounts, { key: "accountId" }));
  const timer = setInterval(() => void read(readHealth), EVERY_MS);
  onCleanup(() => clearInterval(timer));
  void read(readHealth);
  return { shown, fault };
};
