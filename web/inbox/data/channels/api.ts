import type { Api } from "../api.ts";
import type { Page } from "../api-types.ts";
import type { AccountName, ChannelHealth, Credential, DeadLetter } from "./types.ts";

const account = ({ accountId, platform }: AccountName) => `/channels/${platform}/${encodeURIComponent(accountId)}`;

/** What the page of channels asks. Doing any of it twice does what doing it once does, so a key is new each time. */
export const channelApi = ({ http }: Pick<Api, "http">) => {
  const command = <Answer>(method: string, path: string, body?: unknown) =>
    http.command<Answer>(method, path, crypto.randomUUID(), body);
  return {
    health: () => http.read<ChannelHealth>("/channels/health"),
    putAccount: (name: AccountName, names: { name: string; handle?: string; teamId: string }) =>
      command<unknown>("PUT", account(name), names),
    connect: (name: AccountName, credential: Credential) =>
      command<void>("PUT", `${account(name)}/credential`, credential),
    forget: (name: AccountName) => command<void>("DELETE", `${account(name)}/credential`),
    check: (name: AccountName) => command<void>("POST", `${account(name)}/check`),
    deadLetters: () => http.read<Page<DeadLetter>>("/dead-letters"),
    replay: () => command<{ replayed: number }>("POST", "/dead-letters/replay"),
  };
};
