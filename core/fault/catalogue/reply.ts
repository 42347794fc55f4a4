import type { FaultKind } from "./kind.ts";

export const replyFaults = {
  "reply.nothing-to-answer": {
    status: 409,
    retry: false,
    tell: {
      fr: "Aucun message du client auquel répondre.",
      en: "There is no customer message to answer.",
    },
  },
  "enclosure.not-here": {
    status: 422,
    retry: false,
    tell: {
      fr: "Aucun fichier ne part d’ici : on n’en joint qu’aux réponses privées de X, Messenger, Instagram et WhatsApp.",
      en: "No file goes out from here: files go with private answers on X, Messenger, Instagram and WhatsApp alone.",
    },
  },
  "enclosure.unsupported": {
    status: 422,
    retry: false,
    tell: {
      fr: "Ce fichier ne peut pas partir sur ce canal : joignez une image (JPEG, PNG, WebP, GIF) ou, hors de X, un PDF.",
      en: "This file cannot go out on this channel: attach a picture (JPEG, PNG, WebP, GIF) or, except on X, a PDF.",
    },
  },
  "enclosure.too-large": {
    status: 422,
    retry: false,
    tell: {
      fr: "Le fichier dépasse 4 Mo : envoyez-en un plus petit.",
      en: "The file is larger than 4 MB: send a smaller one.",
    },
  },
  "enclosure.gone": {
    status: 404,
    retry: false,
    tell: {
      fr: "Ce fichier n’est plus conservé : joignez-le de nouveau.",
      en: "This file is not kept any more: attach it again.",
    },
  },
  "enclosure.checking": {
    status: 409,
    retry: true,
    tell: {
      fr: "L’image est encore en cours de vérification : réessayez dans un instant.",
      en: "The picture is still being checked: try again in a moment.",
    },
  },
  "enclosure.refused": {
    status: 422,
    retry: false,
    tell: {
      fr: "L’image montre des données personnelles, ou n’a pas pu être lue : elle ne part pas.",
      en: "The picture shows personal data, or could not be read: it does not go out.",
    },
  },
  "enclosure.words-apart": {
    status: 422,
    retry: false,
    tell: {
      fr: "Ce canal prend un fichier ou un texte, pas les deux : envoyez-les l’un après l’autre.",
      en: "This channel takes a file or a text, not both: send one after the other.",
    },
  },
  "enclosure.not-reviewable": {
    status: 422,
    retry: false,
    tell: {
      fr: "Cette réponse demande une seconde lecture, qui ne verrait pas le fichier : envoyez-la sans lui.",
      en: "This reply needs a second reader, who would not see the file: send it without.",
    },
  },
  "reply.too-long": {
    status: 422,
    retry: false,
    tell: {
      fr: "La réponse dépasse la longueur permise sur ce canal : raccourcissez-la.",
      en: "The reply is longer than this channel allows: shorten it.",
    },
  },
  "reply.window-closed": {
    status: 409,
    retry: false,
    tell: {
      fr: "La plateforme n’accepte plus de réponse : le délai depuis le dernier message du client est dépassé.",
      en: "The platform takes no more answers: too long since the customer's last message.",
    },
  },
  "reply.personal-data": {
    status: 422,
    retry: false,
    tell: {
      fr: "La réponse contient un numéro de carte, un IBAN ou un secret : retirez-le avant d’envoyer.",
      en: "The reply contains a card number, an IBAN or a secret: remove it before sending.",
    },
  },
  "reply.handled-elsewhere": {
    status: 409,
    retry: false,
    tell: {
      fr: "Une autre application de la banque a cette conversation : répondez-y là-bas, ou attendez qu’elle la rende.",
      en: "Another application of the bank has this conversation: answer there, or wait until it hands it back.",
    },
  },
  "reply.encrypted": {
    status: 409,
    retry: false,
    tell: {
      fr: "Le client écrit dans la messagerie chiffrée de X : ouvrez X pour lui répondre.",
      en: "The customer writes in X's encrypted chat: open X to answer.",
    },
  },
  "reply.too-many-unsent": {
    status: 409,
    retry: true,
    tell: {
      fr: "Trop de réponses attendent déjà l’envoi dans cette conversation.",
      en: "Too many replies are already waiting to be sent in this conversation.",
    },
  },
  "reply.guarded": {
    status: 422,
    retry: false,
    tell: {
      fr: "La réponse contient ce qui ne doit pas sortir de la banque : changez les passages signalés.",
      en: "The reply contains what must not leave the bank: change the passages that are marked.",
    },
  },
  "reply.unconfirmed": {
    status: 422,
    retry: false,
    tell: {
      fr: "Un passage mérite d’être relu : changez-le, ou confirmez qu’il est voulu.",
      en: "A passage should be read again: change it, or confirm that it is meant.",
    },
  },
  "approval.not-waiting": {
    status: 409,
    retry: false,
    tell: {
      fr: "Cette réponse n’attend plus d’approbation : quelqu’un en a décidé.",
      en: "This reply no longer waits for approval: somebody has decided.",
    },
  },
  "approval.own-work": {
    status: 403,
    retry: false,
    tell: {
      fr: "On n’approuve pas sa propre réponse : une autre personne doit la relire.",
      en: "Nobody approves a reply of their own: somebody else has to read it.",
    },
  },
  "reply.not-uncertain": {
    status: 409,
    retry: false,
    tell: {
      fr: "L’envoi de cette réponse n’est pas incertain.",
      en: "The delivery of this reply is not uncertain.",
    },
  },
  "reply.left": {
    status: 409,
    retry: false,
    tell: {
      fr: "Cette réponse est déjà partie, ou a été reprise : regardez la conversation.",
      en: "This answer has already left, or was taken back: look at the conversation.",
    },
  },
} as const satisfies Record<string, FaultKind>;
