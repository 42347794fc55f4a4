import type { FaultKind } from "./kind.ts";

/** The way to the secure channel. */
export const handoffFaults = {
  "handoff.not-configured": {
    status: 409,
    retry: false,
    tell: {
      fr: "Aucun canal sécurisé n’est configuré pour cette banque : l’administration peut le faire.",
      en: "No secure channel is set up for this bank: an administrator can do it.",
    },
  },
  "handoff.text-incomplete": {
    status: 422,
    retry: false,
    tell: {
      fr: "Le texte doit dire une fois où va le code, {secureCode}, et une fois où va le lien, {secureLink} ; en public, ni l’un ni l’autre.",
      en: "The text must say once where the code goes, {secureCode}, and once where the link goes, {secureLink}; in public, neither.",
    },
  },
  "handoff.not-reviewable": {
    status: 409,
    retry: false,
    tell: {
      fr: "Une invitation ne passe pas par une deuxième personne : envoyez le modèle tel qu’il a été approuvé, ou proposez le canal sécurisé avec les mots de la banque.",
      en: "An invitation does not go through a second person: send the template as it was approved, or offer the secure channel in the bank’s own words.",
    },
  },
  "handoff.not-private": {
    status: 409,
    retry: false,
    tell: {
      fr: "La plateforme n’offre pas de message privé d’ici.",
      en: "The platform offers no private message from here.",
    },
  },
  "handoff.unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Cette invitation n’existe pas ou plus.", en: "This invitation does not exist, or no longer." },
  },
  "handoff.expired": {
    status: 409,
    retry: false,
    tell: { fr: "Cette invitation a expiré.", en: "This invitation has expired." },
  },
  "handoff.revoked": {
    status: 409,
    retry: false,
    tell: { fr: "Cette invitation a été retirée.", en: "This invitation was withdrawn." },
  },
  "handoff.used": {
    status: 409,
    retry: false,
    tell: { fr: "Cette invitation a déjà servi.", en: "This invitation was already used." },
  },
  "handoff.not-opened": {
    status: 409,
    retry: false,
    tell: { fr: "Cette invitation n’a pas été ouverte.", en: "This invitation was not opened." },
  },
  "handoff.notice-invalid": {
    status: 401,
    retry: false,
    tell: {
      fr: "L’avis n’est pas signé par la banque, ou ne l’est plus.",
      en: "The notice is not signed by the bank, or no longer.",
    },
  },
  "secure.forgery": {
    status: 403,
    retry: false,
    tell: {
      fr: "La demande ne vient pas de cette page : rechargez-la.",
      en: "The request does not come from this page: load it again.",
    },
  },
  "secure.too-many": {
    status: 429,
    retry: true,
    tell: { fr: "Trop d’essais : attendez dix minutes.", en: "Too many tries: wait ten minutes." },
  },
  "secure.session-over": {
    status: 401,
    retry: false,
    tell: { fr: "La session est terminée : reconnectez-vous.", en: "The session has ended: sign in again." },
  },
  "secure.sign-in-failed": {
    status: 403,
    retry: false,
    tell: {
      fr: "La connexion n’a pas abouti : recommencez.",
      en: "Sign-in did not succeed: start again.",
    },
  },
  "secure.sign-in-too-weak": {
    status: 403,
    retry: false,
    tell: {
      fr: "La connexion n’a pas la force demandée : recommencez avec l’application de la banque.",
      en: "The sign-in is not strong enough: start again with the bank’s app.",
    },
  },
  "secure.unavailable": {
    status: 503,
    retry: true,
    tell: {
      fr: "Le système de la banque ne répond pas : réessayez dans un instant.",
      en: "The bank’s system does not answer: try again in a moment.",
    },
  },
} as const satisfies Record<string, FaultKind>;
