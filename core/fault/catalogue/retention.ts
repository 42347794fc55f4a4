import type { FaultKind } from "./kind.ts";

export const retentionFaults = {
  "conversation.erased": {
    status: 409,
    retry: false,
    tell: {
      fr: "Les mots de cette conversation ont été effacés : il n’y a plus rien à reprendre ici.",
      en: "The words of this conversation were erased: there is nothing left to go on with.",
    },
  },
  "erasure.on-hold": {
    status: 409,
    retry: false,
    tell: {
      fr: "Un gel juridique protège cette conversation ou ce client : rien n’est effacé tant qu’il n’est pas levé.",
      en: "A legal hold protects this conversation or this customer: nothing is erased until it is lifted.",
    },
  },
  "erasure.open": {
    status: 409,
    retry: false,
    tell: {
      fr: "Une conversation est encore ouverte : fermez-la d’abord, puis effacez.",
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
      fr: "Ce gel juridique n’existe pas, ou il a été levé.",
      en: "There is no such legal hold, or it was lifted.",
    },
  },
  "hold.too-many": {
    status: 422,
    retry: false,
    tell: {
      fr: "Trop de gels juridiques protègent déjà cette conversation : levez-en un d’abord.",
      en: "Too many legal holds protect this conversation already: lift one first.",
    },
  },
} as const satisfies Record<string, FaultKind>;
