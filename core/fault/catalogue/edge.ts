import type { FaultKind } from "./kind.ts";

export const edgeFaults = {
  "request.invalid": {
    status: 400,
    retry: false,
    tell: {
      fr: "La demande n’a pas la forme attendue : comparez-la à /api/openapi.json.",
      en: "The request does not have the expected form: compare it with /api/openapi.json.",
    },
  },
  "request.too-large": {
    status: 413,
    retry: false,
    tell: { fr: "La demande dépasse la taille permise.", en: "The request is larger than allowed." },
  },
  "request.idempotency-key-missing": {
    status: 400,
    retry: false,
    tell: {
      fr: "Ajoutez un en-tête Idempotency-Key de 1 à 200 caractères : il évite un double envoi.",
      en: "Add an Idempotency-Key header of 1 to 200 characters: it prevents sending twice.",
    },
  },
  "request.idempotency-key-reused": {
    status: 422,
    retry: false,
    tell: {
      fr: "Cette Idempotency-Key a déjà servi à un autre texte : choisissez-en une nouvelle.",
      en: "This Idempotency-Key was already used with another text: choose a new one.",
    },
  },
  "report.period-invalid": {
    status: 422,
    retry: false,
    tell: {
      fr: "La période finit avant de commencer, ou dépasse 400 jours : demandez-la en plusieurs parties.",
      en: "The period ends before it begins, or is longer than 400 days: ask for it in parts.",
    },
  },
  "request.not-found": {
    status: 404,
    retry: false,
    tell: { fr: "Cette adresse n’existe pas.", en: "This address does not exist." },
  },
  "webhook.signature-invalid": {
    status: 401,
    retry: false,
    tell: {
      fr: "La signature manque ou ne correspond pas : vérifiez le secret de l’application.",
      en: "The signature is missing or does not match: check the app secret.",
    },
  },
  "webhook.verification-refused": {
    status: 403,
    retry: false,
    tell: {
      fr: "La vérification est refusée : vérifiez le jeton et les paramètres.",
      en: "Verification refused: check the token and the parameters.",
    },
  },
  "webhook.encrypted": {
    status: 503,
    retry: true,
    tell: {
      fr: "La livraison est chiffrée pour une clé qui n’est pas ici : désactivez le chiffrement des webhooks chez la plateforme.",
      en: "The delivery is encrypted for a key that is not here: turn payload encryption off at the platform.",
    },
  },
  "webhook.body-invalid": {
    status: 400,
    retry: false,
    tell: { fr: "Le corps n’est pas du JSON valide.", en: "The body is not valid JSON." },
  },
  "queue.unavailable": {
    status: 503,
    retry: true,
    tell: {
      fr: "La file d’attente ne répond pas : renvoyez la livraison plus tard.",
      en: "The queue does not answer: deliver again later.",
    },
  },
  "live.ticket-invalid": {
    status: 401,
    retry: false,
    tell: {
      fr: "Le ticket est inconnu, expiré ou déjà utilisé : demandez-en un nouveau.",
      en: "The ticket is unknown, expired or already used: ask for a new one.",
    },
  },
  "configuration.invalid": {
    status: 500,
    retry: false,
    tell: { fr: "La configuration est incomplète.", en: "The configuration is incomplete." },
  },
  "account.credential-unfit": {
    status: 422,
    retry: false,
    tell: {
      fr: "Cette plateforme n’accepte pas ce genre d’accès : choisissez-en un autre.",
      en: "This platform does not take this kind of access: choose another.",
    },
  },
  "account.renewing": {
    status: 503,
    retry: true,
    afterSeconds: 60,
    tell: {
      fr: "L’accès de ce compte à sa plateforme est en cours de renouvellement : réessayez dans une minute.",
      en: "The account's access to its platform is being renewed: try again in a minute.",
    },
  },
  "clock.incomplete": {
    status: 500,
    retry: true,
    tell: {
      fr: "Une partie du passage de chaque minute a échoué : voyez le journal.",
      en: "A part of the work of every minute failed: see the log.",
    },
  },
  "store.unavailable": {
    status: 503,
    retry: true,
    tell: { fr: "Le stockage ne répond pas : réessayez.", en: "The store does not answer: try again." },
  },
  "internal.unexpected": {
    status: 500,
    retry: true,
    tell: {
      fr: "Une erreur inattendue s’est produite : réessayez, puis prévenez le support.",
      en: "Something unexpected happened: try again, then tell support.",
    },
  },
} as const satisfies Record<string, FaultKind>;
