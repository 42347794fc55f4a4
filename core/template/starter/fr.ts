import type { Starter } from "./index.ts";

export const fr: Readonly<Record<string, Starter>> = {
  "lost-card": {
    name: "Carte perdue ou volée",
    topic: "lost-card",
    audience: "public",
    body: "Bonjour {contact|et merci de nous prévenir}. [[Faites opposition tout de suite : {fact.opposition|dans l’application, rubrique Cartes}. N’écrivez ici ni numéro de carte, ni code.]] {signature}",
  },
  "fraud-doubt": {
    name: "Doute sur une fraude",
    topic: "fraud-doubt",
    audience: "public",
    body: "Bonjour {contact|et merci de nous alerter}. [[Ne cliquez sur aucun lien et ne donnez aucun code, même à un conseiller.]] Si vous avez un doute sur une opération, [[appelez le {fact.opposition|numéro au dos de votre carte}.]] {signature}",
  },
  fees: {
    name: "Question sur des frais",
    topic: "fees",
    audience: "public",
    body: "Bonjour {contact|et merci de votre question}. [[Tous nos tarifs figurent dans la brochure : {fact.price-list|sur notre site, rubrique Tarifs}.]] {slot:le tarif demandé} Pour une opération précise, écrivez-nous en privé. {signature}",
  },
  "app-down": {
    name: "Application indisponible",
    topic: "app-down",
    audience: "public",
    body: "Bonjour {contact|à vous}. L’application rencontre une difficulté, nos équipes y travaillent. {slot:depuis quand, ce qui marche encore} Nous vous prévenons ici dès qu’elle fonctionne. {signature}",
  },
  "opening-hours": {
    name: "Horaires d’ouverture",
    topic: "opening-hours",
    audience: "public",
    body: "Bonjour {contact|et merci de votre question}. [[Nos horaires : {fact.hours|ils figurent sur la page de votre agence}.]] {slot:l’agence demandée} {signature}",
  },
  "complaint-received": {
    name: "Réclamation reçue",
    topic: "complaint-received",
    audience: "public",
    body: "Bonjour {contact|et merci de votre message}. Nous regrettons cette situation. [[Votre réclamation est enregistrée ; vous recevrez un accusé de réception sous dix jours ouvrables.]] {signature}",
  },
  thanks: {
    name: "Remerciement",
    topic: "thanks",
    audience: "public",
    body: "Merci {contact|beaucoup} ! Votre message fait plaisir à toute l’équipe. {slot:un mot personnel} Belle journée ! {signature}",
  },
  "secure-channel": {
    name: "Poursuivre en lieu sûr",
    topic: "secure-channel",
    audience: "public",
    body: "Bonjour {contact|à vous}. Pour regarder votre situation, [[poursuivons dans un espace où vous êtes identifié : {link|la messagerie de votre espace client}. Nous n’y demandons jamais de mot de passe ni de numéro de carte.]] {signature}",
  },
  "identity-needed": {
    name: "Identité nécessaire",
    topic: "identity-needed",
    audience: "private",
    body: "Bonjour {contact|à vous}. [[Avant de parler de vos comptes, nous devons savoir que c’est bien vous : identifiez-vous par {link|la messagerie de votre espace client}. N’envoyez ni pièce d’identité ni numéro ici.]] {signature}",
  },
  "out-of-hours": {
    name: "En dehors des horaires",
    topic: "out-of-hours",
    audience: "public",
    body: "Bonjour {contact|et merci de votre message}. Nos conseillers vous répondent {deadline|dès l’ouverture}. [[Pour une opposition, jour et nuit : {fact.opposition|dans l’application, rubrique Cartes}.]] {signature}",
  },
  holding: {
    name: "Réponse d’attente",
    topic: "holding",
    audience: "public",
    body: "[[Bonjour, votre message a bien été lu. Nous cherchons la réponse et revenons vers vous ici même.]] {signature}",
  },
};
