import type * as Channel from "#core/channel";

/** What one can do with a customer's message. */
export const ways = ["answer", "private-message", "secure-page", "colleague", "no-answer"] as const;
export type Way = (typeof ways)[number];

/** The ways on which the agent's own words leave. */
export const isWritten = (way: Way): boolean => way === "answer" || way === "private-message";

type Both = { readonly fr: string; readonly en: string };

/** An invented customer, what to do, and why. */
export type Exercise = {
  readonly id: string;
  readonly channel: Channel.Channel;
  readonly visibility: "public" | "private";
  readonly author: string;
  readonly message: Both;
  readonly right: Way;
  readonly why: Both;
  /** The answer has to give one of the bank's approved numbers, where it has any. */
  readonly needsNumber?: true;
};

/** From the easy to the grave. The people are nobody's names, and no number stands in what they write. */
export const exercises: readonly Exercise[] = [
  {
    id: "thanks",
    channel: "x.mention",
    visibility: "public",
    author: "Oriane T.",
    message: {
      fr: "Merci à toute l’équipe, mon souci a été réglé en dix minutes ce matin !",
      en: "Thanks to the whole team, my trouble was sorted out in ten minutes this morning!",
    },
    right: "answer",
    why: {
      fr: "Un merci se rend en public, en une phrase : tout le monde le lit.",
      en: "Thanks are returned in public, in a sentence: everybody reads them.",
    },
  },
  {
    id: "hours",
    channel: "facebook.comment",
    visibility: "public",
    author: "Basile R.",
    message: {
      fr: "Bonjour, les agences sont-elles ouvertes samedi ?",
      en: "Hello, are branches open on Saturday?",
    },
    right: "answer",
    why: {
      fr: "La question ne porte sur aucun compte : la réponse sert à tous.",
      en: "The question is about nobody’s account: the answer serves everybody.",
    },
  },
  {
    id: "spam",
    channel: "instagram.comment",
    visibility: "public",
    author: "gains_rapides",
    message: {
      fr: "Gagnez mille euros par jour depuis chez vous, écrivez-moi vite !",
      en: "Make a thousand a day from home, write to me now!",
    },
    right: "no-answer",
    why: {
      fr: "Répondre à une réclame la fait voir. Elle se ferme sans réponse, avec sa raison.",
      en: "Answering an advertisement shows it to more people. It is closed without an answer, with its reason.",
    },
  },
  {
    id: "card-in-public",
    channel: "x.mention",
    visibility: "public",
    author: "Théo M.",
    message: {
      fr: "Ma carte [carte ••••1111] est refusée partout depuis hier, que se passe-t-il ?",
      en: "My card [card ••••1111] is declined everywhere since yesterday, what is going on?",
    },
    right: "private-message",
    why: {
      fr: "Rien d’un compte ne se dit en public, pas même qu’il existe : on passe en privé, sans lien.",
      en: "Nothing of an account is said in public, not even that there is one: it goes on in private, without a link.",
    },
  },
  {
    id: "lost-card",
    channel: "messenger",
    visibility: "private",
    author: "Wassila D.",
    message: {
      fr: "J’ai perdu ma carte dans le train il y a une heure, aidez-moi vite !",
      en: "I lost my card on the train an hour ago, please help me quickly!",
    },
    right: "answer",
    needsNumber: true,
    why: {
      fr: "L’opposition n’attend pas : le numéro approuvé vient d’abord, le reste ensuite.",
      en: "Blocking a card does not wait: the approved number comes first, everything else later.",
    },
  },
  {
    id: "own-payment",
    channel: "x.dm",
    visibility: "private",
    author: "Isaure P.",
    message: {
      fr: "Mon virement de lundi n’est pas arrivé, vous pouvez regarder mon compte ?",
      en: "My transfer of Monday has not arrived, can you look at my account?",
    },
    right: "secure-page",
    why: {
      fr: "Pour parler d’un compte, il faut savoir qui écrit : seul le canal sécurisé le prouve.",
      en: "To speak of an account one has to know who writes: the secure channel alone proves it.",
    },
  },
  {
    id: "text-message",
    channel: "whatsapp",
    visibility: "private",
    author: "Colombe A.",
    message: {
      fr: "Un SMS de la banque me demande de valider une opération pour l’annuler, c’est bien vous ?",
      en: "A text message from the bank asks me to approve a payment so as to cancel it, is that you?",
    },
    right: "answer",
    needsNumber: true,
    why: {
      fr: "C’est une fraude : on le dit, on donne le numéro approuvé, et on ne demande aucun code.",
      en: "It is a fraud: say so, give the approved number, and ask for no code.",
    },
  },
  {
    id: "anger",
    channel: "facebook.comment",
    visibility: "public",
    author: "Gaspard L.",
    message: {
      fr: "Trois semaines que j’attends une réponse à ma réclamation. C’est honteux, vous vous moquez de nous !",
      en: "Three weeks that I have been waiting for an answer to my complaint. Shameful, you are laughing at us!",
    },
    right: "private-message",
    why: {
      fr: "On reconnaît l’attente sans promettre, et la réclamation se traite en privé.",
      en: "The wait is acknowledged without a promise, and the complaint is handled in private.",
    },
  },
  {
    id: "despair",
    channel: "instagram.dm",
    visibility: "private",
    author: "Une personne",
    message: {
      fr: "Avec toutes ces dettes je ne vois plus d’issue. À quoi bon continuer.",
      en: "With all these debts I see no way out any more. What is the point of going on.",
    },
    right: "colleague",
    why: {
      fr: "Une vie peut être en jeu : un superviseur est prévenu tout de suite, avant tout mot de la banque.",
      en: "A life may be at stake: a supervisor is told at once, before any word of the bank’s.",
    },
  },
];
