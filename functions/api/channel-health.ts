import * as Account from "#core/account";
import type * as Entity from "#core/entity";
import type * as Sla from "#core/sla";
import type { Runtime } from "#functions/runtime";
import type { AccountHealth, ChannelHealth } from "./channel-schema.ts";

type HealthRuntime = Pick<Runtime, "now" | "store">;
type Language = "fr" | "en";

/** How every account of an entity stands, from what is known here: no platform is asked. */
export const healthOf = async (
  runtime: HealthRuntime,
  entity: Entity.Entity,
  language: Language,
): Promise<ChannelHealth> => {
  const now = runtime.now();
  const accounts = await Promise.all(
    entity.accounts.map((account) => accountHealth(runtime, { entityId: entity.id, account, language, now })),
  );
  const senders = await Promise.all(
    (["x", "meta"] as const).map(async (sender) => ({
      sender,
      refusals: await runtime.store.sumRefusals(sender, now),
    })),
  );
  return { accounts, senders };
};

type Asked = {
  readonly entityId: string;
  readonly account: Entity.Account;
  readonly language: Language;
  readonly now: Sla.Instant;
};

const accountHealth = async (
  { store }: HealthRuntime,
  { account, entityId, language, now }: Asked,
): Promise<AccountHealth> => {
  const { accountId, handle = null, name, platform, teamId } = account;
  const key = { entityId, platform, accountId };
  const [health, credential] = await Promise.all([store.readHealth(key), store.readCredential(key)]);
  const budgets = await Promise.all(
    Account.countedOn(platform).map(async ({ activity, rates }) => {
      const budget = await store.readBudget({ ...key, activity });
      const left = Account.remaindersOf(budget, rates, now).map((each) => ({
        ...each,
        activity,
        endsAt: each.endsAt ?? null,
      }));
      return { left, blockedUntil: budget.blockedUntil, waiting: await store.countTurns({ ...key, activity }, now) };
    }),
  );
  const { check, lastDeliveryAt = null, standing } = health;
  const blocked = budgets.flatMap(({ blockedUntil }) =>
    blockedUntil !== undefined && blockedUntil > now ? [blockedUntil] : [],
  );
  return {
    platform,
    accountId,
    name,
    handle,
    teamId,
    state: standing.state,
    since: standing.state === "reconnect" ? standing.since : null,
    reason: standing.state === "reconnect" ? told(REASONS, standing.reason, language) : null,
    lastDeliveryAt,
    lastCheckAt: check?.at ?? null,
    problems: (check?.problems ?? []).map((problem) => told(PROBLEMS, problem, language)),
    gaps: Account.gapsOf(health, now),
    credential: credential === undefined ? null : { kind: credential.kind, expiresAt: credential.expiresAt ?? null },
    budgets: budgets.flatMap(({ left }) => left),
    waiting: budgets.reduce((sum, { waiting }) => sum + waiting, 0),
    blockedUntil: blocked.toSorted().at(-1) ?? null,
  };
};

type Tell = Readonly<Record<Language, string>>;

const told = <Code extends string>(sentences: Readonly<Record<Code, Tell>>, code: Code, language: Language) => ({
  code,
  tell: sentences[code][language],
});

const REASONS: Readonly<Record<Account.Disconnection, Tell>> = {
  "token-refused": {
    fr: "La plateforme refuse le jeton de ce compte : donnez-en un nouveau. Les réponses attendent et partiront alors.",
    en: "The platform refuses this account's token: give it a new one. Replies wait, and go out then.",
  },
  revoked: {
    fr: "L’autorisation a été retirée sur la plateforme : accordez-la de nouveau et donnez le nouveau jeton.",
    en: "The authorisation was taken back on the platform: grant it again and give the new token.",
  },
  "refresh-refused": {
    fr: "La plateforme ne renouvelle plus ce jeton : reconnectez le compte.",
    en: "The platform no longer renews this token: connect the account again.",
  },
  "credential-missing": {
    fr: "Ce compte n’a pas encore de jeton : donnez-en un pour répondre.",
    en: "This account has no token yet: give it one to answer.",
  },
};

const PROBLEMS: Readonly<Record<Account.Problem, Tell>> = {
  "webhook-invalid": {
    fr: "X avait invalidé notre webhook ; il vient d’être validé de nouveau et ce qui manque est redemandé.",
    en: "X had invalidated our webhook; it was validated again, and what is missing is asked for.",
  },
  "webhook-missing": {
    fr: "X ne connaissait plus notre webhook ; il vient d’être inscrit de nouveau.",
    en: "X no longer knew our webhook; it was registered again.",
  },
  "subscription-missing": {
    fr: "Des abonnements manquaient ; ils viennent d’être demandés de nouveau.",
    en: "Subscriptions were missing; they were asked for again.",
  },
  "platform-unreachable": {
    fr: "La plateforme n’a pas répondu à la dernière vérification.",
    en: "The platform did not answer the last check.",
  },
  "permission-missing": {
    fr: "Il manque une autorisation au compte ou à l’application : accordez-les toutes.",
    en: "The account or the app lacks a permission: grant every one.",
  },
  "answer-unreadable": {
    fr: "Une partie de ce que la plateforme a répondu n’a pas pu être lue : des messages peuvent manquer. Regardez sur la plateforme.",
    en: "Part of what the platform answered could not be read: messages may be missing. Look on the platform.",
  },
  "list-cut": {
    fr: "La plateforme avait plus de messages à donner qu’une vérification n’en lit : les plus anciens manquent. Regardez sur la plateforme.",
    en: "The platform had more messages to give than a check reads: the oldest are missing. Look on the platform.",
  },
};
