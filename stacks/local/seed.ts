import type * as Entity from "#core/entity";
import * as Sla from "#core/sla";
import type { Store } from "#core/store";
import { accounts } from "./account.ts";
import { type Person, people } from "./person.ts";
import { entityId } from "./sign-in/token.ts";

/** The demo bank and its people, put where they are not: what was changed since stays changed. Cut off halfway, it is made whole by the next. */
export const seed = async (store: SeedStore): Promise<void> => {
  await store.putEntity((await store.readEntity(entityId)) ?? lumiere);
  for (const person of people) {
    if ((await store.readDesk(entityId, person.id)) === undefined) await store.putAgent(agentOf(person));
  }
};

type SeedStore = Pick<Store, "readEntity" | "putEntity" | "readDesk" | "putAgent">;

const agentOf = ({ teamIds, languages, ...person }: Person): Entity.Agent => ({
  ...person,
  entityId,
  teamIds: [...teamIds],
  languages: [...languages],
});

const teamId = "social";

const lumiere: Entity.Entity = {
  id: entityId,
  name: "Banque Lumière",
  languages: ["fr", "en"],
  timeZone: "Europe/Paris",
  teams: [{ id: teamId, name: "Réseaux sociaux" }],
  accounts: Object.entries(accounts).map(([platform, { id, ...account }]) => ({
    platform: platform as keyof typeof accounts,
    accountId: id,
    teamId,
    ...account,
  })),
  // Two hours round the clock: a customer who writes at night meets a running countdown, not tomorrow's.
  slaPolicies: [{ ...Sla.defaultPolicy, id: entityId, calendar: Sla.alwaysOpen }],
};
