import * as Entity from "#core/entity";
import type * as Handoff from "#core/handoff";
import type * as Referral from "#core/referral";
import * as Retention from "#core/retention";
import * as Sla from "#core/sla";
import type { Store } from "#core/store";
import { accounts } from "./account.ts";
import { directory } from "./demo/directory.ts";
import { furnishHouse, type HouseStore } from "./demo/house.ts";
import { type Person, people } from "./person.ts";
import { entityId } from "./sign-in/token.ts";

/** The demo bank and its people, put where they are not: what was changed since stays changed. Cut off halfway, it is made whole by the next. */
export const seed = async (store: SeedStore, house?: House): Promise<void> => {
  const kept = await store.readEntity(entityId);
  const entity = kept ?? lumiere;
  const furnished =
    house === undefined || !isOurs(entity.secure)
      ? entity
      : { ...entity, secure: house.secure, desks: [...house.desks], escalationHook: house.escalationHook };
  if (kept === undefined || Entity.entityChange(kept, furnished) !== undefined) await store.putEntity(furnished);
  for (const person of people) {
    if ((await store.readDesk(entityId, person.id)) === undefined) await store.putAgent(agentOf(person));
  }
  if ((await store.readDirectory(entityId)).version === 0) await store.putDirectory(entityId, directory);
  await furnishHouse(store, {
    entityId,
    approverId: "paul",
    agentIds: people.map(({ id }) => id),
    at: new Date().toISOString(),
  });
};

/** What the demo bank has of its own on this machine. */
type House = {
  readonly secure: Handoff.SecureChannel;
  readonly desks: readonly Referral.Desk[];
  readonly escalationHook: { readonly url: string };
};

/** Its addresses hold the port, which another run may change; what an administrator pointed elsewhere stays there. */
const isOurs = (secure: Handoff.SecureChannel | undefined): boolean =>
  secure === undefined || secure.origin.startsWith("http://localhost:");

type SeedStore = HouseStore &
  Pick<Store, "readEntity" | "putEntity" | "readDesk" | "putAgent" | "readDirectory" | "putDirectory">;

const agentOf = ({ teamIds, languages, skills, ...person }: Person): Entity.Agent => ({
  ...person,
  entityId,
  teamIds: [...teamIds],
  languages: [...languages],
  skills: [...skills],
});

/** Who answers on which platform; each helps the other out. */
const teamOf: Readonly<Record<keyof typeof accounts, string>> = {
  x: "social",
  facebook: "social",
  instagram: "messaging",
  whatsapp: "messaging",
};

const lumiere: Entity.Entity = {
  id: entityId,
  name: "Banque Lumière",
  languages: ["fr", "en"],
  timeZone: "Europe/Paris",
  teams: [
    { id: "social", name: "Réseaux sociaux", overflowTeamId: "messaging" },
    { id: "messaging", name: "Messageries", overflowTeamId: "social" },
    { id: "press", name: "Relations presse" },
    { id: "fraud", name: "Lutte contre la fraude" },
  ],
  accounts: Object.entries(accounts).map(([platform, { id, ...account }]) => ({
    platform: platform as keyof typeof accounts,
    accountId: id,
    teamId: teamOf[platform as keyof typeof accounts],
    ...account,
  })),
  automaticAnswers: {
    urgent: {
      fr: "Nous avons bien reçu votre message et le traitons en priorité. Pour faire opposition tout de suite : 01 99 00 12 34, jour et nuit. Ne donnez ici ni numéro de carte, ni code.",
      en: "We have your message and are on it. To block a card right now: +33 1 99 00 12 34, day and night. Please send no card number and no code here.",
    },
    outsideHours: {
      fr: "Merci de votre message. Nous vous répondons dès {opensAt}. Pour une opposition : 01 99 00 12 34, jour et nuit.",
      en: "Thank you for your message. We answer from {opensAt}. To block a card: +33 1 99 00 12 34, day and night.",
    },
  },
  satisfaction: {
    fr: "Avez-vous été bien aidé ? Répondez d’un chiffre de 1 (pas du tout) à 5 (très bien). Merci !",
    en: "Were you well helped? Answer with a digit from 1 (not at all) to 5 (very well). Thank you!",
  },
  costs: {
    currency: "EUR",
    agentHourCents: 3_200,
    longestWorkMinutes: 8,
    messageFeeCents: { "x.mention": 1.4, "x.dm": 1.4 },
    phoneCallCents: 620,
  },
  // Two hours round the clock: a customer who writes at night meets a running countdown, not tomorrow's.
  slaPolicies: [{ ...Sla.defaultPolicy, id: entityId, calendar: { ...Sla.alwaysOpen, timeZone: "Europe/Paris" } }],
  retention: { wordsDays: Retention.proposedDays },
};
