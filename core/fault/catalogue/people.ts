import type { FaultKind } from "./kind.ts";

export const peopleFaults = {
  "sign-in.required": {
    status: 401,
    retry: false,
    tell: { fr: "Connectez-vous pour continuer.", en: "Sign in to continue." },
  },
  "sign-in.expired": {
    status: 401,
    retry: false,
    tell: { fr: "Votre session a expiré : reconnectez-vous.", en: "Your session has expired: sign in again." },
  },
  "sign-in.failed": {
    status: 401,
    retry: false,
    tell: { fr: "La connexion n’a pas abouti : recommencez.", en: "The sign-in did not succeed: start again." },
  },
  "sign-in.unavailable": {
    status: 503,
    retry: true,
    tell: {
      fr: "Le service de connexion ne répond pas : réessayez dans un instant.",
      en: "The sign-in service does not answer: try again in a moment.",
    },
  },
  "permission.denied": {
    status: 403,
    retry: false,
    tell: { fr: "Votre rôle ne permet pas cette action.", en: "Your role does not allow this action." },
  },
  "agent.unknown": {
    status: 404,
    retry: false,
    tell: {
      fr: "Cet agent n’existe pas ou n’est plus actif.",
      en: "This agent does not exist or is no longer active.",
    },
  },
  "agent.cannot-answer": {
    status: 409,
    retry: false,
    tell: {
      fr: "Le rôle de cette personne ne permet pas de répondre aux clients : choisissez-en une autre.",
      en: "This person's role does not let them answer customers: choose somebody else.",
    },
  },
  "agent.removed": {
    status: 403,
    retry: false,
    tell: {
      fr: "Votre accès a été retiré : contactez votre administrateur.",
      en: "Your access was removed: contact your administrator.",
    },
  },
  "entity.unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Cet établissement n’est pas connu.", en: "This entity is not known." },
  },
  "team.twice": {
    status: 422,
    retry: false,
    tell: {
      fr: "Deux équipes portent le même nom court : donnez-en un autre à l’une d’elles.",
      en: "Two teams have the same short name: give one of them another.",
    },
  },
  "promise.never-due": {
    status: 422,
    retry: false,
    tell: {
      fr: "Cette promesse n’a pas d’heures d’ouverture : donnez-en à un jour de la semaine au moins.",
      en: "This promise has no opening hours: give some to one day of the week at least.",
    },
  },
  "policy.twice": {
    status: 422,
    retry: false,
    tell: {
      fr: "Deux promesses portent le même identifiant : donnez-en un autre à l’une d’elles.",
      en: "Two promises have the same id: give one of them another.",
    },
  },
  "evidence.team-unknown": {
    status: 422,
    retry: false,
    tell: {
      fr: "Une de ces équipes n’existe pas ou plus : relisez la page.",
      en: "One of these teams does not exist, or no longer: read the page again.",
    },
  },
  "entity.account-taken": {
    status: 409,
    retry: false,
    tell: {
      fr: "Ce compte est déjà rattaché à un autre établissement.",
      en: "This account already belongs to another entity.",
    },
  },
  "entity.account-withheld": {
    status: 403,
    retry: false,
    tell: {
      fr: "L’exploitant n’a pas ouvert ce compte : demandez-lui de l’ajouter à ACCOUNTS_ALLOWED.",
      en: "The operator has not opened this account: ask for it to be added to ACCOUNTS_ALLOWED.",
    },
  },
} as const satisfies Record<string, FaultKind>;
