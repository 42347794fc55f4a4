import type { FaultKind } from "./kind.ts";

export const templateFaults = {
  "template.unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Ce modèle n’existe pas.", en: "This template does not exist." },
  },
  "template.wrong-state": {
    status: 409,
    retry: false,
    tell: {
      fr: "L’état de ce modèle ne le permet pas : rechargez la page.",
      en: "The state of this template does not allow it: reload the page.",
    },
  },
  "template.own-work": {
    status: 403,
    retry: false,
    tell: {
      fr: "On n’approuve pas son propre modèle : une autre personne doit le relire.",
      en: "Nobody approves a template of their own: somebody else has to read it.",
    },
  },
  "template.unusable": {
    status: 409,
    retry: false,
    tell: {
      fr: "Ce modèle n’est plus utilisable ici : choisissez-en un autre.",
      en: "This template may no longer be used here: choose another one.",
    },
  },
  "settings.changed": {
    status: 409,
    retry: false,
    tell: {
      fr: "Quelqu’un d’autre a modifié ces réglages entre-temps : relisez-les, puis refaites votre modification.",
      en: "Somebody else has changed these settings meanwhile: read them again, then make your change again.",
    },
  },
  "charter.not-accepted": {
    status: 403,
    retry: false,
    tell: {
      fr: "Lisez et acceptez la charte avant de répondre à un client.",
      en: "Read and accept the charter before you answer a customer.",
    },
  },
  "charter.other-version": {
    status: 409,
    retry: false,
    tell: {
      fr: "La charte a changé entre-temps : relisez-la.",
      en: "The charter has changed meanwhile: please read it again.",
    },
  },
} as const satisfies Record<string, FaultKind>;
