import type { FaultKind } from "./kind.ts";

export const conversationFaults = {
  "conversation.approval-waiting": {
    status: 409,
    retry: false,
    tell: {
      fr: "Une réponse attend d’être approuvée : décidez-en, ou reprenez-la, avant de fermer.",
      en: "A reply waits for approval: decide on it, or take it back, before closing.",
    },
  },
  "referral.under-way": {
    status: 409,
    retry: false,
    tell: {
      fr: "Un autre service s’en occupe déjà : attendez sa réponse ou retirez la demande.",
      en: "Another desk has it already: wait for its answer or withdraw the request.",
    },
  },
  "referral.desk-unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Ce service n’est pas connu ici.", en: "This desk is not known here." },
  },
  "referral.not-withdrawable": {
    status: 409,
    retry: false,
    tell: {
      fr: "Le service a déjà accepté ou rendu la demande.",
      en: "The desk has already accepted or settled the request.",
    },
  },
  "conversation.unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Cette conversation n’existe pas.", en: "This conversation does not exist." },
  },
  "conversation.closed": {
    status: 409,
    retry: false,
    tell: {
      fr: "La conversation est close : rouvrez-la pour continuer.",
      en: "The conversation is closed: reopen it to continue.",
    },
  },
  "conversation.changed": {
    status: 409,
    retry: false,
    tell: {
      fr: "Le client a écrit entre-temps : lisez son message avant de clore.",
      en: "The customer wrote in the meantime: read the message before closing.",
    },
  },
  "conversation.not-mergeable": {
    status: 409,
    retry: false,
    tell: {
      fr: "Fusion impossible : il faut le même client au même endroit, sans réponse en route, donnée exposée, réclamation ni relais dans celle qui disparaît. Essayez dans l’autre sens.",
      en: "These cannot be merged: it takes the same customer in the same place, and no answer on its way, exposed data, complaint or handover in the one that goes. Try the other way round.",
    },
  },
  "conversation.not-splittable": {
    status: 409,
    retry: false,
    tell: {
      fr: "Séparation impossible : il faut garder au moins un message du client de chaque côté, et qu’aucune réponse ne soit en route ou à valider. Ce qui est déjà une partie, fusionné ou sur la messagerie sécurisée ne se divise pas.",
      en: "It cannot be split: each side needs a message of the customer, and no answer may be on its way or waiting for approval. What is a part already, merged or on the secure channel is not divided.",
    },
  },
  "conversation.merged-too-often": {
    status: 409,
    retry: false,
    tell: {
      fr: "Trop de conversations y sont déjà fusionnées : séparez-en une d’abord.",
      en: "Too many conversations are merged into it: separate one first.",
    },
  },
  "contact.same": {
    status: 409,
    retry: false,
    tell: {
      fr: "Ces deux conversations sont déjà du même compte.",
      en: "Both conversations are of the same account already.",
    },
  },
  "contact.consent-to-come": {
    status: 422,
    retry: false,
    tell: {
      fr: "L’accord du client ne peut pas être à venir : donnez le moment où il l’a donné.",
      en: "The customer's consent cannot be in the future: give the moment at which it was given.",
    },
  },
  "contact.too-many-links": {
    status: 422,
    retry: false,
    tell: {
      fr: "Trop de comptes sont déjà liés à ce client : retirez-en un d’abord.",
      en: "Too many accounts are linked to this customer: take one off first.",
    },
  },
  "contact.unknown": {
    status: 409,
    retry: false,
    tell: {
      fr: "La plateforme ne dit pas qui a écrit : rien ne peut être gardé de cette personne.",
      en: "The platform does not say who wrote: nothing can be kept about this person.",
    },
  },
  "conversation.reply-held": {
    status: 409,
    retry: false,
    tell: {
      fr: "Une réponse est retenue : envoyez-la ou reprenez-la avant de fermer.",
      en: "An answer is held back: send it or take it back before closing.",
    },
  },
  "conversation.not-answered": {
    status: 409,
    retry: false,
    tell: {
      fr: "Rien n’a été envoyé au client : répondez, ou choisissez une autre issue.",
      en: "Nothing was sent to the customer: answer, or choose another outcome.",
    },
  },
  "conversation.taken": {
    status: 409,
    retry: false,
    tell: { fr: "Un collègue a déjà pris cette conversation.", en: "A colleague already took this conversation." },
  },
  "conversation.busy": {
    status: 503,
    retry: true,
    tell: {
      fr: "La conversation change trop vite : réessayez.",
      en: "The conversation is changing too fast: try again.",
    },
  },
  "picture.gone": {
    status: 404,
    retry: false,
    tell: {
      fr: "Cette image n’est pas visible : elle est retenue, ou sa conservation de 24 heures est passée.",
      en: "This picture cannot be seen: it is withheld, or its 24 hours are over.",
    },
  },
  "evidence.gone": {
    status: 404,
    retry: false,
    tell: {
      fr: "Il n’y a rien à voir : rien n’a été gardé, ou les sept jours sont passés.",
      en: "There is nothing to see: nothing was kept, or the seven days are over.",
    },
  },
  "story.gone": {
    status: 404,
    retry: false,
    tell: {
      fr: "Cette story n’existe plus sur la plateforme. Rien n’en a été gardé ici.",
      en: "This story is no longer on the platform. Nothing of it was kept here.",
    },
  },
  "story.withheld": {
    status: 404,
    retry: false,
    tell: {
      fr: "Cette story est retenue : ce n’est pas une image, ou elle n’a pas pu être vérifiée.",
      en: "This story is withheld: it is no picture, or it could not be checked.",
    },
  },
  "picture.unavailable": {
    status: 503,
    retry: true,
    tell: { fr: "L’image ne répond pas : réessayez.", en: "The picture does not answer: try again." },
  },
  "complaint.undecided": {
    status: 409,
    retry: false,
    tell: {
      fr: "Ce message ressemble à une réclamation : confirmez-la ou refusez-la avant de clore.",
      en: "This looks like a complaint: confirm or refuse it before closing.",
    },
  },
  "complaint.rule-unknown": {
    status: 422,
    retry: false,
    tell: {
      fr: "Cette règle de réclamation n’existe pas dans votre établissement.",
      en: "Your entity has no such complaint rule.",
    },
  },
  "echo.early": {
    status: 503,
    retry: true,
    tell: {
      fr: "L’écho d’un envoi est arrivé avant la réponse de la plateforme.",
      en: "The echo of a send arrived before the platform's answer.",
    },
  },
  "message.not-yet": {
    status: 503,
    retry: true,
    tell: {
      fr: "Le message concerné n’est pas encore arrivé.",
      en: "The message this is about has not arrived yet.",
    },
  },
  "message.unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Ce message n’existe pas.", en: "This message does not exist." },
  },
  "message.cannot-hide": {
    status: 409,
    retry: false,
    tell: {
      fr: "La plateforme ne permet pas de masquer ce message : demandez au client de le supprimer.",
      en: "The platform does not let us hide this message: ask the customer to delete it.",
    },
  },
  "redaction.text-changed": {
    status: 409,
    retry: false,
    tell: {
      fr: "Le message a changé entre-temps : sélectionnez de nouveau le passage.",
      en: "The message has changed meanwhile: select the passage again.",
    },
  },
} as const satisfies Record<string, FaultKind>;
