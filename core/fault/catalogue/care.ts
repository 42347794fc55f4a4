import type { FaultKind } from "./kind.ts";

export const careFaults = {
  "tag.too-many": {
    status: 422,
    retry: false,
    tell: {
      fr: "Cette conversation a déjà vingt étiquettes : retirez-en une d’abord.",
      en: "This conversation already has twenty tags: take one off first.",
    },
  },
  "tag.unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Cette étiquette n’existe pas ou plus.", en: "There is no such tag, or no longer." },
  },
  "name.personal-data": {
    status: 422,
    retry: false,
    tell: {
      fr: "Ce nom contient une donnée personnelle : choisissez-en un autre.",
      en: "This name holds personal data: choose another.",
    },
  },
  "tag.limit": {
    status: 422,
    retry: false,
    tell: {
      fr: "Il y a trop d’étiquettes : un superviseur peut en retirer.",
      en: "There are too many tags: a supervisor can retire some.",
    },
  },
  "macro.unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Cette macro n’existe pas ou plus.", en: "There is no such macro, or no longer." },
  },
  "macro.limit": {
    status: 422,
    retry: false,
    tell: { fr: "Il y a trop de macros : supprimez-en une.", en: "There are too many macros: remove one." },
  },
  "snooze.in-past": {
    status: 422,
    retry: false,
    tell: { fr: "Cette heure est passée : choisissez-en une à venir.", en: "That time is past: choose one to come." },
  },
  "follow-up.in-past": {
    status: 422,
    retry: false,
    tell: { fr: "Cette date est passée : choisissez-en une à venir.", en: "That date is past: choose one to come." },
  },
  "place.unknown": {
    status: 404,
    retry: false,
    tell: {
      fr: "L’annuaire n’a pas (ou n’a plus) cette agence ou cet expert.",
      en: "The directory has no such branch or expert any more.",
    },
  },
  "team.unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Cette équipe n’existe pas.", en: "There is no such team." },
  },
  "team.in-use": {
    status: 409,
    retry: false,
    tell: {
      fr: "Cette équipe a encore des personnes ou des conversations ouvertes : confiez-les d’abord à une autre.",
      en: "This team still has people or open conversations: give them to another one first.",
    },
  },
  "review.nothing-to-review": {
    status: 409,
    retry: false,
    tell: {
      fr: "Cette conversation a déjà été relue : rien n’est à faire.",
      en: "This conversation has been reviewed already: there is nothing to do.",
    },
  },
} as const satisfies Record<string, FaultKind>;
