import * as Guard from "#core/guard";
import * as Kit from "#core/kit";
import type { Store } from "#core/store";
import * as Template from "#core/template";

export type HouseStore = Pick<
  Store,
  | "readGuard"
  | "putGuard"
  | "readKit"
  | "putKit"
  | "readKitStanding"
  | "putKitStanding"
  | "listTemplates"
  | "putTemplate"
>;

type House = {
  readonly entityId: string;
  /** Who wrote and approved it all. */
  readonly approverId: string;
  /** Who has accepted the charter and learned what it takes. */
  readonly agentIds: readonly string[];
  readonly at: string;
};

/** What a bank has put in order before its people write: templates, the guard's lists, the charter. Put where it is not. */
export const furnishHouse = async (store: HouseStore, house: House): Promise<void> => {
  const { agentIds, approverId, at, entityId } = house;
  if ((await store.listTemplates(entityId)).length === 0) {
    for (const { content, id } of Template.starterLibrary) {
      const begun = Template.begin(id, content, { by: Template.starterAuthor, at });
      const { template } = Template.change(begun, { type: "approve" }, { by: approverId, at });
      await store.putTemplate(entityId, { template, revision: 0 });
    }
  }
  const guard = await store.readGuard(entityId);
  if (guard.version === 0) await store.putGuard(entityId, { ...Guard.defaultPolicy, links, version: 1 });
  const before = await store.readKit(entityId);
  if (before.version > 0) return;
  const kept = Kit.revise(before, kit);
  await store.putKit(entityId, kept);
  for (const agentId of agentIds) await welcome(store, { entityId, agentId, at }, kept);
};

const welcome = async (
  store: HouseStore,
  { agentId, at, entityId }: { readonly entityId: string; readonly agentId: string; readonly at: string },
  { charter, trainings }: Kit.Kit,
): Promise<void> => {
  if (charter !== undefined)
    await store.putKitStanding(entityId, agentId, { charter: { version: charter.version, at } });
  for (const { id: trainingId } of trainings) await store.putKitStanding(entityId, agentId, { trainingId, at });
};

const links = ["banque-lumiere.example"];

const kit: Kit.Kit = {
  version: 0,
  charter: {
    version: 1,
    fr: [
      "Nous répondons en public comme à un guichet : tout le monde peut nous entendre.",
      "1. Rien de ce que la banque sait d’un client n’est dit en public, pas même qu’il est client.",
      "2. Nous ne demandons jamais un code, un mot de passe ni un numéro de carte, nulle part.",
      "3. Nous ne promettons que ce qui est acquis, et nous ne conseillons aucun placement ici.",
      "4. Pour parler d’un compte, nous invitons le client là où nous savons que c’est bien lui.",
      "5. Nous restons courtois, quoi qu’on nous écrive, et nous signons chaque réponse.",
      "6. Dans le doute, nous demandons à un collègue avant d’envoyer.",
    ].join("\n\n"),
    en: [
      "We answer in public as we would at a counter: everybody can hear us.",
      "1. Nothing the bank knows of a customer is said in public, not even that they are one.",
      "2. We never ask for a code, a password or a card number, anywhere.",
      "3. We promise only what is certain, and we advise on no investment here.",
      "4. To speak about an account, we invite the customer to where we know that it is them.",
      "5. We stay courteous whatever is written to us, and we sign every answer.",
      "6. In doubt, we ask a colleague before sending.",
    ].join("\n\n"),
  },
  trainings: [
    {
      id: "social-media",
      title: { fr: "Écrire pour la banque en public", en: "Writing for the bank in public" },
      validDays: 365,
    },
    {
      id: "practice",
      title: { fr: "S’exercer sur des clients inventés", en: "Practice with invented customers" },
      validDays: 365,
      byPractice: true,
    },
    { id: "fraud", title: { fr: "Reconnaître une fraude", en: "Recognising a fraud" }, validDays: 180 },
    { id: "complaints", title: { fr: "Traiter une réclamation", en: "Handling a complaint" }, validDays: 365 },
  ],
  facts: [
    {
      id: "opposition",
      kind: "number",
      label: { fr: "Opposition, jour et nuit", en: "Blocking a card, day and night" },
      value: { fr: "01 99 00 12 34", en: "+33 1 99 00 12 34" },
    },
    {
      id: "service",
      kind: "number",
      label: { fr: "Service client", en: "Customer service" },
      value: { fr: "01 99 00 56 78", en: "+33 1 99 00 56 78" },
    },
    {
      id: "hours",
      kind: "hours",
      label: { fr: "Horaires des agences", en: "Branch opening hours" },
      value: { fr: "du mardi au samedi, 9 h à 18 h", en: "Tuesday to Saturday, 9am to 6pm" },
    },
    {
      id: "card-fee",
      kind: "fee",
      label: { fr: "Carte Classique", en: "Classic card" },
      value: { fr: "45 € par an", en: "€45 a year" },
    },
    {
      id: "abroad-fee",
      kind: "fee",
      label: { fr: "Retrait hors zone euro", en: "Cash outside the euro area" },
      value: { fr: "3 € et 2 % du montant", en: "€3 and 2% of the amount" },
    },
    {
      id: "price-list",
      kind: "page",
      label: { fr: "Brochure tarifaire", en: "Price list" },
      value: { fr: "www.banque-lumiere.example/tarifs", en: "www.banque-lumiere.example/prices" },
    },
  ],
};
