import type { frame as english } from "../en/frame.ts";
import { countIn } from "../plural.ts";

const count = countIn("fr");

export const frame: typeof english = {
  product: "Guichet",
  loading: "Chargement",
  retry: "Réessayer",
  loadAgain: "Recharger la page",
  broken: { title: "Impossible d’afficher cette page", text: "Vérifiez votre connexion, puis rechargez la page." },
  dismiss: "Fermer",
  field: {
    missing: "Remplissez ce champ.",
    choose: "Choisissez dans cette liste.",
    tick: "Cochez cette case.",
    short: (characters: number) => `Au moins ${count(characters, { one: "# caractère", other: "# caractères" })}.`,
    least: (number: string) => `${number} au moins.`,
    most: (number: string) => `${number} au plus.`,
    unfit: "Ce qui est écrit ici ne convient pas.",
  },
  skipToContent: "Aller au contenu",
  account: {
    menu: (name) => `Compte de ${name}`,
    signOut: "Se déconnecter",
    here: "Disponible",
    away: "En pause",
  },
  role: { agent: "Conseiller", supervisor: "Superviseur", compliance: "Conformité", admin: "Administrateur" },
  noTerm: {
    told: "La durée de conservation des conversations n’est pas fixée : rien n’est effacé en raison de son ancienneté.",
    set: "Fixer la durée",
    see: "Consulter",
  },
  settings: {
    title: "Réglages et raccourcis",
    open: "Réglages",
    language: "Langue",
    theme: "Apparence",
    themes: { system: "Comme le système", light: "Claire", dark: "Sombre" },
    initials: "Initiales qui signent vos réponses publiques",
    initialsHint: "Quatre lettres au plus : SL s’écrit ^SL. Vide pour ne pas signer.",
    notices: "Le navigateur me prévient quand je regarde ailleurs",
    noticesHint:
      "De ce qui est urgent ou presque en retard, dans ce navigateur, tant que vous êtes disponible. Jamais un nom ni un mot d’un client.",
    noticesRefused: "Le navigateur ne l’autorise pas. Ses réglages pour cette page décident.",
    save: "Enregistrer",
    saved: "Enregistré",
    saveFailed: "L’enregistrement n’a pas marché.",
    keys: "Raccourcis clavier",
  },
  view: {
    label: "Vues",
    all: "Toutes ouvertes",
    mine: "Mes conversations",
    unassigned: "Non attribuées",
    team: "Mes équipes",
    "at-risk": "À risque",
    mentions: "Où l’on me cite",
    snoozed: "En veille",
    review: "À relire",
    heard: "Entendu ailleurs",
    closed: "Fermées",
    dated: "Par date",
    own: "Mes vues",
  },
  /** Pages beside the conversations, by the id of their section. */
  section: {
    label: "Autres pages",
    wallboard: "Tableau de bord",
    incident: "Incidents",
    approvals: "Approbations",
    templates: "Modèles",
    sorting: "Étiquettes et macros",
    guard: "Mots qui sortent",
    kit: "Charte et repères",
    practice: "Exercices",
    directory: "Annuaire",
    reports: "Rapports",
    channels: "Canaux",
    people: "Personnes",
    hours: "Heures et promesses",
    redaction: "Règles de masquage",
    retention: "Conservation",
    log: "Journal",
  },
  live: {
    offline: "Pas de connexion. Ce que vous voyez n’est peut-être plus à jour ; elle revient d’elle-même.",
  },
  alert: {
    approval: (waiting) =>
      count(waiting, { one: "Une réponse attend votre approbation", other: "# réponses attendent votre approbation" }),
    urgent: (urgent) =>
      count(urgent, { one: "Une conversation urgente est à vous", other: "# conversations urgentes sont à vous" }),
    "nearly-due": (late) =>
      count(late, {
        one: "Une de vos conversations est presque en retard",
        other: "# de vos conversations sont presque en retard",
      }),
    refused: (replies) =>
      count(replies, {
        one: "Une de vos réponses n’a pas été approuvée",
        other: "# de vos réponses n’ont pas été approuvées",
      }),
    changed: (replies) =>
      count(replies, {
        one: "Une de vos réponses a été modifiée avant de partir",
        other: "# de vos réponses ont été modifiées avant de partir",
      }),
    mention: (notes) =>
      count(notes, { one: "Une note vous cite", other: "Des notes vous citent dans # conversations" }),
    unassigned: (late) =>
      count(late, {
        one: "Une conversation sans conseiller est presque en retard",
        other: "# conversations sans conseiller sont presque en retard",
      }),
    breach: (late) =>
      count(late, {
        one: "Une échéance est passée dans la dernière minute",
        other: "# échéances sont passées dans la dernière minute",
      }),
  },
  announce: {
    message: (name) => `Nouveau message de ${name}`,
    messages: (messages) => count(messages, { one: "# nouveau message", other: "# nouveaux messages" }),
    breach: (name) => `Échéance dépassée : ${name}`,
    breaches: (breaches) => count(breaches, { one: "# échéance dépassée", other: "# échéances dépassées" }),
  },
  keys: {
    title: "Raccourcis clavier",
    on: "Les raccourcis sont actifs",
    help: "Les touches seules agissent quand vous n’écrivez pas. Vous pouvez les désactiver si elles vous gênent.",
    list: {
      next: "Conversation suivante",
      previous: "Conversation précédente",
      open: "Ouvrir la conversation",
      back: "Revenir à la liste",
      reply: "Écrire une réponse",
      note: "Écrire une note",
      take: "Prendre la conversation",
      send: "Envoyer ce qui est écrit",
      private: "Écrire au client seul",
      sendNext: "Envoyer et ouvrir la suivante",
      sendClose: "Envoyer et fermer",
      sendCloseNext: "Envoyer, fermer et ouvrir la suivante",
      undo: "Reprendre la réponse qui part",
      release: "Envoyer quand même la réponse retenue",
      details: "Afficher ou masquer les détails",
      palette: "Chercher ce que vous voulez faire",
      help: "Afficher les réglages et les raccourcis",
    },
  },
  departure: {
    leaving: "Votre réponse part.",
    undo: "Reprendre",
    held: "Votre réponse est retenue : le client a de nouveau écrit.",
    "not-closed": "Votre réponse est envoyée, la conversation n’a pas été fermée.",
    "not-recalled": "Votre réponse n’a pas pu être reprise.",
    open: "Voir",
  },
  problem: {
    network: "Guichet est injoignable. Vérifiez votre connexion.",
    expired: "Votre session est terminée.",
    forbidden: "Votre rôle ne le permet pas.",
    missing: "Ceci n’est plus là.",
    refused: "La demande a été refusée.",
    overtaken:
      "Quelqu’un d’autre a enregistré ces réglages entre-temps. Ses changements sont repris ici et les vôtres sont restés : relisez, puis enregistrez.",
    broken: "Un problème est survenu de notre côté. Réessayez dans un instant.",
  },
  number: (least, most) =>
    most === undefined
      ? `Un nombre à partir de ${least}.`
      : `Un nombre entre ${least} et ${new Intl.NumberFormat("fr").format(most)}.`,
  shown: { today: "Aujourd’hui", yesterday: "Hier" },
};
