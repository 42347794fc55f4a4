import type { door as english } from "../en/door.ts";

export const door: typeof english = {
  signIn: {
    title: "Connexion",
    lead: "Le guichet de la banque sur les réseaux sociaux.",
    action: "Se connecter avec son compte professionnel",
    leaving: "Connexion en cours…",
    refused: "La connexion a échoué. Réessayez ; si cela continue, prévenez votre administrateur.",
    unreachable: "Guichet est injoignable. Vérifiez votre connexion, puis réessayez.",
    forbidden:
      "Votre compte est reconnu, mais il n’a pas accès à cette boîte. Demandez un rôle à votre administrateur.",
    over: "Votre session est terminée. Reconnectez-vous pour continuer.",
    ending: "Votre session va se terminer. Envoyez ou copiez ce que vous écrivez, puis reconnectez-vous.",
    again: "Se reconnecter",
  },
};
