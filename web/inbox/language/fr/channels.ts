import type { channels as english } from "../en/channels.ts";
import { countIn } from "../plural.ts";

const count = countIn("fr");

export const channels: typeof english = {
  lead: "L’état de chaque compte auprès de sa plateforme. Ce qu’écrivent les clients est reçu, expurgé et minuté même quand un compte ne peut rien envoyer.",
  refresh: "Actualiser",
  none: "Aucun compte pour l’instant. Un administrateur nomme le premier ci-dessous.",
  state: { connected: "Connecté", reconnect: "À reconnecter" },
  since: (when) => `depuis ${when}`,
  lastDelivery: "Dernière livraison",
  lastCheck: "Dernière vérification",
  never: "aucune encore",
  gaps: "Retrouvés en retard, 24 dernières heures",
  gapCount: (gaps) =>
    count(gaps, { one: "# message qu’aucun webhook n’a annoncé", other: "# messages qu’aucun webhook n’a annoncés" }),
  access: "Accès",
  accessKinds: {
    bearer: "Jeton",
    "x-oauth1": "Clés OAuth 1.0a",
    "x-oauth2": "OAuth 2.0, renouvelé tout seul",
    "instagram-login": "Connexion Instagram, renouvelée toute seule",
  },
  operators: "Le jeton de l’exploitant, s’il y en a un",
  until: (when) => `jusqu’au ${when}`,
  budgets: "Ce qui peut encore partir",
  activity: {
    dm: "Messages privés",
    post: "Réponses publiques",
    hide: "Masquages",
    delete: "Suppressions",
    look: "Relectures de publications",
    send: "Envois",
  },
  left: (left, limit) => `${left} sur ${limit}`,
  window: (seconds) =>
    seconds >= 86_400 ? "en 24 heures" : seconds >= 60 ? `en ${seconds / 60} minutes` : "par seconde",
  reserved: (reserved) => count(reserved, { one: "# gardé pour les urgences", other: "# gardés pour les urgences" }),
  whole: (time) => `complet : ${time}`,
  waiting: (waiting) =>
    count(waiting, {
      one: "# réponse attend son tour et partira seule",
      other: "# réponses attendent leur tour et partiront seules",
    }),
  blocked: (time) => `La plateforme n’accepte rien avant ${time}`,
  refusals: "Livraisons à la signature fausse, 24 dernières heures",
  check: "Tester la connexion",
  checking: "La plateforme est interrogée : le résultat s’affiche ici dans un instant.",
  connect: "Connecter",
  connectAgain: "Changer l’accès",
  disconnect: "Oublier l’accès",
  forgetting: (name) => `Oublier comment ${name} est connecté ? Ses réponses attendront.`,
  kind: "Genre d’accès",
  secretLead: "Ce que vous saisissez est scellé en étant gardé. Personne ne peut le relire, ici ni ailleurs.",
  field: {
    token: "Jeton",
    consumerKey: "Clé d’API",
    consumerSecret: "Secret de la clé d’API",
    tokenSecret: "Secret du jeton d’accès",
    clientId: "Identifiant client",
    clientSecret: "Secret client (vide pour un client public)",
    accessToken: "Jeton d’accès",
    refreshToken: "Jeton de renouvellement",
    expiresAt: "Fin du jeton d’accès",
    appToken: "Jeton de l’application, pour veiller sur le webhook (facultatif)",
  },
  save: "Connecter le compte",
  saved: "Connecté. Ce qui attendait part maintenant.",
  add: "Nommer un compte",
  platform: "Plateforme",
  accountId: "L’identifiant numérique de la plateforme",
  accountName: "Nom",
  handle: "Pseudonyme (facultatif)",
  team: "Équipe",
  addAction: "Ajouter le compte",
  dead: "Ce qui n’a pas pu être traité",
  deadLead:
    "Les messages qui ont échoué à répétition, par genre et identifiant ; leurs mots ne sont pas montrés. Renvoyés, chacun est traité une fois.",
  noDead: "Rien : tout a été traité.",
  replay: "Les traiter de nouveau",
  replayed: (letters) =>
    count(letters, {
      one: "# message est de retour dans sa file.",
      other: "# messages sont de retour dans leur file.",
    }),
  columns: { queue: "File", kind: "Genre", conversation: "Échange", sent: "Depuis", attempts: "Essais" },
  loading: "Chargement de l’état des comptes…",
};
