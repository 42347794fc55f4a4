import type { FaultKind } from "./kind.ts";

export const retentionFaults = {
  "conversation.erased": {
    status: 409,
    retry: false,
    tell: {
      fr: "Le contenu de cette conversation a été effacé : il n’y a plus rien à reprendre ici.",
      en: "The words of this conversation were erased: there is nothing left to go on with.",
    },
  },
  "erasure.on-hold": {
    status: 409,
    retry: false,
    tell: {
      fr: "L’effacement est suspendu pour cette conversation ou ce contact : rien n’est effacé avant que la suspension soit levée.",
      en: "A legal hold protects this conversation or this contact: nothing is erased until it is lifted.",
    },
  },
  "erasure.open": {
    status: 409,
    retry: false,
    tell: {
      fr: "Une conversation est encore ouverte : fermez-la avant d’effacer.",
      en: "A conversation is still open: close it first, then erase.",
    },
  },
  "erasure.answer-under-way": {
    status: 409,
    retry: false,
    tell: {
      fr: "Une réponse est encore en route, ou un effacement est en cours : réessayez dans quelques minutes.",
      en: "An answer is still on its way, or an erasure is under way: try again in a few minutes.",
    },
  },
  "hold.unknown": {
    status: 404,
    retry: false,
    tell: {
      fr: "Cette suspension n’existe pas, ou elle a été levée.",
      en: "There is no such legal hold, or it was lifted.",
    },
  },
  "hold.too-many": {
    status: 422,
    retry: false,
    tell: {
      fr: "Trop de suspensions sont déjà en vigueur pour cette conversation : levez-en une d’abord.",
      en: "Too many legal holds protect this conversation already: lift one first.",
    },
  },
} as const satisfies Record<string, FaultKind>;
