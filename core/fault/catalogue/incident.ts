import type { FaultKind } from "./kind.ts";

export const incidentFaults = {
  "incident.unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Cet incident n’existe pas.", en: "This incident does not exist." },
  },
  "incident.closed": {
    status: 409,
    retry: false,
    tell: { fr: "Cet incident est terminé.", en: "This incident is over." },
  },
  "incident.own-words": {
    status: 409,
    retry: false,
    tell: {
      fr: "Une autre personne doit approuver votre réponse.",
      en: "Somebody else has to approve your answer.",
    },
  },
  "incident.other-words": {
    status: 409,
    retry: false,
    tell: {
      fr: "La réponse a changé entre-temps : relisez-la.",
      en: "The answer has changed meanwhile: read it again.",
    },
  },
  "incident.not-approved": {
    status: 409,
    retry: false,
    tell: { fr: "La réponse n’est pas encore approuvée.", en: "The answer is not approved yet." },
  },
  "incident.busy": {
    status: 409,
    retry: true,
    tell: {
      fr: "L’incident est en cours de traitement : réessayez dans un instant.",
      en: "The incident is being worked on: try again in a moment.",
    },
  },
} as const satisfies Record<string, FaultKind>;
