import type * as Channel from "#core/channel";

const networks: Readonly<Record<Channel.Channel, string>> = {
  "x.mention": "X",
  "x.dm": "X",
  "facebook.comment": "Facebook",
  messenger: "Messenger",
  "instagram.comment": "Instagram",
  "instagram.dm": "Instagram",
  whatsapp: "WhatsApp",
  secure: "cette page",
};

export const fr = {
  code: "fr" as "fr" | "en",
  other: { code: "en" as "fr" | "en", name: "English" },
  networks,
  secureMessages: "Messages sécurisés",
  skip: "Aller au contenu",
  continue: "Continuer",
  back: "Retour",
  intro: {
    title: (bank: string) => `${bank} vous attend ici`,
    lead: (bank: string, network: string) =>
      `Vous écriviez à ${bank} sur ${network}. Pour la suite, nous avons besoin de savoir que c’est bien vous.`,
    reason: (reason: string) => `C’est pour ${reason}.`,
    next: "À l’étape suivante, vous vous connectez comme d’habitude, puis vous écrivez à votre conseiller ici même.",
    sure: "Comment être sûr que c’est votre banque",
    address: (host: string) => `L’adresse que montre votre navigateur se termine par ${host}.`,
    account: (handle: string, network: string) =>
      `L’invitation vient de notre compte vérifié ${handle}, sur ${network}.`,
    app: (host: string) =>
      `Un doute ? Fermez cette page, tapez ${host} ou ouvrez notre application, puis Messages, et saisissez le code reçu.`,
    never: "Ce que nous ne demandons jamais",
    neverShort: "Nous ne demandons jamais :",
    neverList: [
      "votre mot de passe ou votre code secret",
      "un numéro de carte complet ou son cryptogramme",
      "un code reçu par SMS",
      "de valider une opération pour « l’annuler »",
    ],
  },
  way: {
    title: "Qui êtes-vous ?",
    lead: "Cette invitation reste ouverte une demi-heure.",
    signIn: "Je me connecte",
    signInLead: "Avec vos identifiants habituels, sur la page de connexion de la banque.",
    help: "Je ne peux pas me connecter",
    helpLead: "Être rappelé, venir en agence ou nous appeler.",
    stranger: "Je ne suis pas encore client",
    strangerLead: "Nous le signalons à votre interlocuteur.",
  },
  leaving: {
    title: "Vers la page de connexion…",
    lead: "Si rien ne se passe, continuez vous-même.",
    action: "Aller à la page de connexion",
  },
  help: {
    title: "Sans se connecter",
    phone: "Appelez-nous",
    branch: "Venez en agence",
    branchAction: "Trouver une agence",
    call: "Être rappelé",
    callLead: "Ce que vous écrivez ici part directement au système de la banque. Nous n’en gardons que la réponse.",
    name: "Nom et prénom",
    birthDate: "Date de naissance",
    birthExample: "Par exemple 27 3 1985",
    day: "Jour",
    month: "Mois",
    year: "Année",
    noSuchDay: "Ce jour n’existe pas. Vérifiez le jour, le mois et l’année.",
    phoneNumber: "Téléphone",
    callAction: "Demander à être rappelé",
    verify: "Vérifier qui je suis",
    verifyLead: "Votre interlocuteur saura que vous êtes client. Cela ne donne accès à aucun compte.",
    verifyAction: "Vérifier",
    matched: "Merci, nous vous avons reconnu. Vous pouvez reprendre la conversation là où vous l’avez laissée.",
    unmatched: "Ces informations ne correspondent pas à un client. Vérifiez-les, ou appelez-nous.",
    calledBack: (moment: string) => `C’est noté : nous vous rappelons ${moment}.`,
    noSlot: "Nous n’avons pas de créneau en ce moment : appelez-nous, ou réessayez plus tard.",
  },
  stranger: {
    title: "Merci de nous l’avoir dit",
    lead: "Votre interlocuteur est prévenu et vous répond là où vous lui avez écrit.",
    join: "Devenir client",
  },
  home: {
    title: "Messages",
    code: "Vous avez reçu un code",
    codeLead: "Huit caractères, par exemple B2CD-7XYZ. Il est valable 24 heures.",
    codeLabel: "Code",
    wrongCode: "Ce code n’existe pas ou plus. Vérifiez-le, ou demandez-en un nouveau là où vous nous avez écrit.",
    again: "Vous avez déjà une conversation ici",
    againLead: "Connectez-vous pour la retrouver.",
    none: "Aucune conversation en cours. Saisissez le code que vous avez reçu.",
  },
  arrival: {
    title: "Vous êtes connecté",
    lead: (bank: string) => `La suite se passe dans la messagerie de ${bank}.`,
    action: "Ouvrir la messagerie",
    going: "Vers la messagerie…",
  },
  proof: {
    title: (network: string) => `Est-ce bien vous sur ${network} ?`,
    lead: (network: string) =>
      `Tant que nous n’en sommes pas sûrs, rien de votre conversation sur ${network} n’est montré ici. Pour le prouver, envoyez-nous un code depuis cette conversation.`,
    action: "Obtenir un code",
    shown: (network: string, handle: string) =>
      `Envoyez ce code à ${handle}, en message privé sur ${network}, d’ici vingt minutes :`,
    warning: "Ne le donnez à personne d’autre : qui vous le demanderait n’est pas la banque.",
    done: (network: string) => `Merci : nous savons que c’est bien vous sur ${network}.`,
  },
  conversation: {
    title: "Votre conversation",
    empty: "Écrivez votre premier message. Votre conseiller le reçoit aussitôt.",
    received: (by?: string) =>
      by === undefined
        ? "Bien reçu. Notre réponse arrive sur cette page."
        : `Bien reçu. Notre réponse arrive sur cette page ${by}.`,
    you: "Vous",
    label: "Votre message",
    hint: "Les numéros de carte et les codes sont effacés avant d’être enregistrés.",
    send: "Envoyer",
    reload: "Actualiser",
    leave: "Se déconnecter",
    left: "Vous êtes déconnecté. Vous pouvez fermer cette page.",
    closed: "Cette conversation est terminée. Écrire la rouvre.",
    newAnswer: "Nouvelle réponse",
    offline: "La page ne reçoit plus les réponses : actualisez-la.",
  },
  over: {
    "handoff.unknown": {
      title: "Cette invitation n’existe pas ou plus",
      lead: "Vérifiez le code ou le lien, ou demandez-en un nouveau là où vous nous avez écrit.",
    },
    "handoff.expired": {
      title: "Cette invitation a expiré",
      lead: "Demandez-en une nouvelle là où vous nous avez écrit : c’est fait en un instant.",
    },
    "handoff.revoked": {
      title: "Cette invitation a été retirée",
      lead: "Votre interlocuteur peut vous en envoyer une autre.",
    },
    "handoff.used": {
      title: "Cette invitation a déjà servi",
      lead: "Si c’était vous, connectez-vous pour retrouver votre conversation. Si ce n’était pas vous, dites-le-nous là où vous nous avez écrit.",
    },
    "handoff.not-opened": {
      title: "Reprenez depuis l’invitation",
      lead: "Ouvrez de nouveau le lien, ou saisissez le code.",
    },
    "secure.forgery": {
      title: "Rien n’a été fait",
      lead: "La demande ne venait pas de cette page, ou votre navigateur refuse les cookies. Reprenez depuis l’invitation.",
    },
    "secure.too-many": { title: "Trop d’essais", lead: "Attendez dix minutes, puis recommencez." },
    "secure.session-over": {
      title: "Votre session est terminée",
      lead: "Pour votre sécurité, elle ne dure que deux heures. Connectez-vous de nouveau.",
    },
    "secure.sign-in-failed": {
      title: "La connexion n’a pas abouti",
      lead: "Rien n’est perdu : recommencez depuis l’invitation.",
    },
    "secure.sign-in-too-weak": {
      title: "Il faut une connexion plus forte",
      lead: "Pour ce sujet, confirmez votre connexion avec l’application de la banque.",
    },
    "secure.unavailable": {
      title: "Le système de la banque ne répond pas",
      lead: "Réessayez dans un instant.",
    },
    other: { title: "Cette page n’a pas pu être affichée", lead: "Réessayez dans un instant." },
    signIn: "Se connecter",
    retry: "Recommencer",
    home: "Saisir un code",
  },
  moment: "fr-FR",
};

export type Words = typeof fr;
