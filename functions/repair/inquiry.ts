import type * as Account from "#core/account";
import * as Channel from "#core/channel";
import type * as Store from "#core/store";
import { ask, authorise, authoriseApp, type Runtime } from "#functions/runtime";

type Question = {
  readonly method?: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly body?: object;
  /** In the name of X's app instead of the account's. */
  readonly byApp?: true;
};

/** `unasked`: there is nothing to ask with. `later`: the platform wants to be left in peace for now. */
export type Told =
  | { readonly kind: "told"; readonly body: unknown }
  | { readonly kind: "unasked" | "later" | "disconnected" | "unsupported" }
  | { readonly kind: "failed"; readonly problem: Account.Problem };

/** One question to an account's platform. There is no second try: the next check comes in a quarter of an hour. */
export const inquire = async (runtime: Runtime, key: Store.AccountKey, question: Question): Promise<Told> => {
  const { body, byApp, method = "GET", path } = question;
  const authorised = await (byApp === true ? authoriseApp : authorise)(runtime, key, { method, path });
  if (authorised === undefined) return { kind: "unasked" };
  const answer = await ask(runtime, {
    ...authorised,
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (answer.kind !== "answered") return { kind: "failed", problem: "platform-unreachable" };
  if (answer.status < 300) return { kind: "told", body: answer.body };
  const { code } = Channel.sendError(channelOf(key.platform), answer.status, answer.body, { ...answer.headers });
  // The app's own token may be dead without the account's being so.
  if (code === "send.disconnected") return byApp === true ? permissionMissing : { kind: "disconnected" };
  if (code === "send.permission-missing" || code === "send.reply-not-allowed") return permissionMissing;
  if (code === "send.rate-limited") return { kind: "later" };
  return answer.status >= 500 ? { kind: "failed", problem: "platform-unreachable" } : { kind: "unsupported" };
};

const permissionMissing: Told = { kind: "failed", problem: "permission-missing" };

const channelOf = (platform: string): Channel.PlatformChannel => {
  if (platform === "x") return "x.mention";
  if (platform === "instagram") return "instagram.dm";
  return platform === "whatsapp" ? "whatsapp" : "messenger";
};

/** What one part of a check came to. */
export type Finding = {
  readonly problems: readonly Account.Problem[];
  readonly isDisconnected: boolean;
  /** Something was answered in the account's name: its token is good. */
  readonly isHeard: boolean;
};

export const nothing: Finding = { problems: [], isDisconnected: false, isHeard: false };

export const findingOf = (told: Told, problems: readonly Account.Problem[] = []): Finding => ({
  problems: told.kind === "failed" ? [...problems, told.problem] : problems,
  isDisconnected: told.kind === "disconnected",
  isHeard: told.kind === "told",
});

export const together = (findings: readonly Finding[]): Finding => ({
  problems: [...new Set(findings.flatMap(({ problems }) => problems))],
  isDisconnected: findings.some((each) => each.isDisconnected),
  isHeard: findings.some((each) => each.isHeard),
});
