import type { retention as english } from "../en/retention.ts";
import { grounds } from "./ground.ts";

const count = (number: number, one: string, other: string): string => (number < 2 ? one : other);

export const retention: typeof english = {
  lead: "Combien de temps le contenu des conversations est conservé, ce qui en suspend l’effacement, et ce qui sera effacé quand. Le journal des opérations est toujours conservé : il ne contient aucun propos.",
  term: {
    title: "Durée de conservation",
    lead: "Passé ce délai après la fermeture d’une conversation, ses messages, ses notes et le nom du client sont effacés. Les conversations déjà fermées sont concernées. Une première durée, ou une durée réduite, prend effet sept jours après son enregistrement : d’ici là, elle peut être modifiée sans perte.",
    unset:
      "Aucune durée n’est fixée : rien n’est effacé en raison de son ancienneté. Trois ans sont proposés ; il revient à la banque de dire quels documents doivent être conservés plus longtemps.",
    begins: (at) => `L’effacement commence le ${at}. D’ici là, rien n’est effacé en raison de son ancienneté.`,
    days: "Jours après la fermeture",
    hint: "De 30 à 3 653 jours",
    shorter: (before, after) =>
      `De ${before} à ${after} jours : dans sept jours, le contenu des conversations fermées depuis plus de ${after} jours sera effacé, sans retour possible.`,
    save: "Enregistrer",
    saved: "Enregistré.",
    failed: "La durée n’a pas pu être lue.",
  },
  holds: {
    title: "Suspensions d’effacement",
    lead: "Tant qu’une suspension est en vigueur, ni la durée de conservation ni la demande d’une personne n’entraîne d’effacement. Elle se pose depuis les détails d’une conversation.",
    none: "Aucune suspension en vigueur.",
    failed: "Les suspensions n’ont pas pu être lues.",
    reference: "Référence",
    of: "Porte sur",
    ofs: { conversation: "Une conversation", contact: "Toutes les conversations d’un contact, à venir comprises" },
    by: "Posée par",
    at: "Le",
    open: "Ouvrir la conversation",
    lift: "Lever",
    lifted: "La suspension est levée.",
    place: "Suspendre l’effacement",
    placeLead:
      "Pour une procédure, une enquête ou un litige : rien n’est effacé avant que la suspension soit levée. La référence dit pourquoi, sans nom ni numéro de client.",
    placeHint: "60 caractères au plus, par exemple un numéro de dossier",
  },
  coming: {
    title: "Effacements à venir",
    lead: "Conversations fermées, les plus anciennes d’abord.",
    none: "Aucune conversation n’est fermée.",
    failed: "Les effacements à venir n’ont pas pu être lus.",
    conversation: "Client",
    closed: "Fermée le",
    due: "Effacement le",
    held: "Effacement suspendu",
    waits: "Après la fermeture des conversations regroupées",
    unset: "Durée non fixée",
    more: "Afficher la suite",
  },
  keeping: {
    title: "Conservation",
    failed: "La durée de conservation n’a pas pu être lue.",
    due: (at, days) =>
      `Effacement du contenu prévu le ${at}. Durée de conservation : ${days} jours après la fermeture, davantage si une relance ou une réclamation l’exige.`,
    unset: "Aucune durée n’est fixée : le contenu est conservé jusqu’à ce qu’un administrateur en fixe une.",
    open: (days) => `Le contenu est conservé ${days} jours après la fermeture.`,
    heldBy: (reference, by, at) => `Effacement suspendu : ${reference} (${by}, le ${at}).`,
    gone: (messages, notes) =>
      `${messages} ${count(messages, "message effacé", "messages effacés")}, ${notes} ${count(notes, "note effacée", "notes effacées")}.`,
    going: "L’effacement est en cours.",
    erase: "Effacer le contenu",
  },
  erase: {
    title: "Effacer le contenu",
    lead: "À la demande d’une personne, pour un motif prévu à l’article 17, paragraphe 1, du RGPD. L’effacement est irréversible ; le journal des opérations est conservé, sans aucun propos.",
    what: "Portée",
    whats: {
      conversation: (together) =>
        together > 1
          ? `Cette conversation et ${together - 1} ${count(together - 1, "autre, regroupée", "autres, regroupées")} avec elle`
          : "Cette conversation",
      contact: (conversations) =>
        conversations > 1
          ? `Les ${conversations} conversations de ce contact et les notes à son sujet`
          : "Tout ce qui concerne ce contact : cette conversation et les notes à son sujet",
    },
    linked: (contacts) =>
      `${contacts} ${count(contacts, "contact lié n’est pas concerné", "contacts liés ne sont pas concernés")} : effacez d’abord leurs conversations depuis chacune d’elles, car les liens sont supprimés avec ce contact.`,
    ground: "Motif",
    grounds,
    sure: "Je comprends que l’effacement est irréversible",
    confirm: "Effacer définitivement",
  },
  gone: {
    title: "Le contenu de cette conversation a été effacé",
    lead: (at, ground) => `Le ${at}. Motif : ${ground}. Le journal des opérations est conservé, sans aucun propos.`,
    before: (at, ground) => `Ce qui précède a été effacé le ${at}. Motif : ${ground}.`,
    held: "L’effacement du contenu de cette conversation est suspendu.",
  },
};
