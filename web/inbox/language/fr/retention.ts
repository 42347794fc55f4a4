import type { retention as english } from "../en/retention.ts";

const count = (number: number, one: string, other: string): string => (number < 2 ? one : other);

export const retention: typeof english = {
  lead: "Combien de temps les mots sont gardés, ce qu’un gel juridique protège et ce qui va partir. Le journal de ce qui s’est passé reste : il ne contient pas de mots.",
  term: {
    title: "Durée",
    lead: "Ce nombre de jours après la clôture d’une conversation, ses mots, le nom du client et chaque note s’effacent. Cela vaut aussi pour ce qui est déjà clos : une durée plus courte efface dans l’heure.",
    days: "Jours après la clôture",
    hint: "De 30 à 3 653",
    shorter: (before, after) =>
      `De ${before} à ${after} jours : ce qui a été clos entre-temps s’efface, sans retour possible.`,
    save: "Enregistrer",
    saved: "Enregistré.",
    failed: "La durée n’a pas pu être lue.",
  },
  holds: {
    title: "Gels juridiques",
    lead: "Tant qu’il y en a un, ni la durée ni une demande n’efface. Il se pose dans une conversation, sous ses détails.",
    none: "Rien n’est gelé.",
    failed: "Les gels n’ont pas pu être lus.",
    reference: "Référence",
    of: "Protège",
    ofs: { conversation: "Une conversation", contact: "Tout ce qui est d’un contact" },
    by: "Posé par",
    at: "Le",
    open: "Ouvrir la conversation",
    lift: "Lever",
    lifted: "Le gel est levé.",
    place: "Poser un gel juridique",
    placeLead: "Dès lors, rien n’en est effacé. La référence dit à quoi il sert, sans nom ni numéro de client.",
    placeHint: "60 caractères au plus, par exemple un numéro de dossier",
  },
  coming: {
    title: "Effacements à venir",
    lead: "Conversations closes, les plus anciennes d’abord.",
    none: "Aucune conversation n’est close.",
    failed: "Ce qui va venir n’a pas pu être lu.",
    conversation: "Client",
    closed: "Close",
    due: "S’efface le",
    held: "Sous gel",
    waits: "Quand ce qui se lit avec elle sera clos",
    more: "Afficher la suite",
  },
  keeping: {
    title: "Durée de conservation",
    failed: "La durée de conservation n’a pas pu être lue.",
    due: (at, days) =>
      `Ses mots s’effacent le ${at} : ${days} jours après la clôture, ou à la fin de ce qu’elle attend.`,
    open: (days) => `Ses mots s’effacent ${days} jours après sa clôture.`,
    heldBy: (reference, by, at) => `Sous gel : ${reference}. Posé par ${by}, ${at}.`,
    gone: (messages, notes) =>
      `${messages} ${count(messages, "message effacé", "messages effacés")}, ${notes} ${count(notes, "note effacée", "notes effacées")}.`,
    going: "Ce qui est stocké est en train d’être retiré.",
    erase: "Effacer les mots",
  },
  erase: {
    title: "Effacer les mots",
    lead: "Pour une personne qui le demande, pour un motif de l’article 17, paragraphe 1, du RGPD. C’est sans retour ; le journal reste, sans mots.",
    what: "Quoi",
    whats: {
      conversation: (together) =>
        together > 1
          ? `Cette conversation, avec ${together - 1} ${count(together - 1, "autre qui se lit", "autres qui se lisent")} avec elle`
          : "Cette conversation",
      contact: (conversations) =>
        `Tout ce qui est de ce contact : ${conversations} ${count(conversations, "conversation", "conversations")}, et les notes à son sujet`,
    },
    linked: (contacts) =>
      `${contacts} ${count(contacts, "contact lié n’est pas touché", "contacts liés ne sont pas touchés")} : ouvrez d’abord ce qui y a été écrit et effacez-le là. Les liens eux-mêmes partent.`,
    ground: "Motif",
    grounds: {
      term: "durée fixée par la banque",
      "no-longer-needed": "plus nécessaire à ce pour quoi c’était gardé",
      "consent-withdrawn": "consentement retiré",
      objection: "opposition au traitement",
      unlawful: "traitement illicite",
      "legal-obligation": "obligation légale d’effacer",
      child: "collecté auprès d’un enfant",
    },
    sure: "Je comprends que ces mots ne reviennent pas",
    confirm: "Effacer définitivement",
  },
  gone: {
    title: "Les mots de cette conversation ont été effacés",
    lead: (at, ground) => `Le ${at}, au titre de : ${ground}. Ce qui s’est passé figure au journal, sans mots.`,
    before: (at, ground) => `Ce qui s’est dit avant a été effacé le ${at}, au titre de : ${ground}.`,
    held: "Un gel juridique protège les mots de cette conversation.",
  },
};
