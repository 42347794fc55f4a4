type FaultKind = {
  /** HTTP status of the answer (RFC 9110). */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  /** Whether the same request may succeed later, unchanged. */
  readonly retry: boolean;
  /** The sentence a person may read: what happened and what to do. */
  readonly tell: { readonly fr: string; readonly en: string };
};

const kinds = {
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
  "conversation.unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Cette conversation n’existe pas.", en: "This conversation does not exist." },
  },
  "conversation.closed": {
    status: 409,
    retry: false,
    tell: {
      fr: "La conversation est close : rouvrez-la pour continuer.",
      en: "The conversation is closed: reopen it to continue.",
    },
  },
  "conversation.changed": {
    status: 409,
    retry: false,
    tell: {
      fr: "Le client a écrit entre-temps : lisez son message avant de clore.",
      en: "The customer wrote in the meantime: read the message before closing.",
    },
  },
  "conversation.not-answered": {
    status: 409,
    retry: false,
    tell: {
      fr: "Rien n’a été envoyé au client : répondez, ou choisissez une autre issue.",
      en: "Nothing was sent to the customer: answer, or choose another outcome.",
    },
  },
  "conversation.taken": {
    status: 409,
    retry: false,
    tell: { fr: "Un collègue a déjà pris cette conversation.", en: "A colleague already took this conversation." },
  },
  "conversation.busy": {
    status: 503,
    retry: true,
    tell: {
      fr: "La conversation change trop vite : réessayez.",
      en: "The conversation is changing too fast: try again.",
    },
  },
  "picture.gone": {
    status: 404,
    retry: false,
    tell: {
      fr: "Cette image n’est pas visible : elle est retenue, ou sa conservation de 24 heures est passée.",
      en: "This picture cannot be seen: it is withheld, or its 24 hours are over.",
    },
  },
  "picture.unavailable": {
    status: 503,
    retry: true,
    tell: { fr: "L’image ne répond pas : réessayez.", en: "The picture does not answer: try again." },
  },
  "complaint.undecided": {
    status: 409,
    retry: false,
    tell: {
      fr: "Ce message ressemble à une réclamation : confirmez-la ou refusez-la avant de clore.",
      en: "This looks like a complaint: confirm or refuse it before closing.",
    },
  },
  "complaint.rule-unknown": {
    status: 422,
    retry: false,
    tell: {
      fr: "Cette règle de réclamation n’existe pas dans votre établissement.",
      en: "Your entity has no such complaint rule.",
    },
  },
  "reply.nothing-to-answer": {
    status: 409,
    retry: false,
    tell: {
      fr: "Aucun message du client auquel répondre.",
      en: "There is no customer message to answer.",
    },
  },
  "reply.too-long": {
    status: 422,
    retry: false,
    tell: {
      fr: "La réponse dépasse la longueur permise sur ce canal : raccourcissez-la.",
      en: "The reply is longer than this channel allows: shorten it.",
    },
  },
  "reply.window-closed": {
    status: 409,
    retry: false,
    tell: {
      fr: "La plateforme n’accepte plus de réponse : le délai depuis le dernier message du client est dépassé.",
      en: "The platform takes no more answers: too long since the customer's last message.",
    },
  },
  "reply.personal-data": {
    status: 422,
    retry: false,
    tell: {
      fr: "La réponse contient un numéro de carte, un IBAN ou un secret : retirez-le avant d’envoyer.",
      en: "The reply contains a card number, an IBAN or a secret: remove it before sending.",
    },
  },
  "reply.too-many-unsent": {
    status: 409,
    retry: true,
    tell: {
      fr: "Trop de réponses attendent déjà l’envoi dans cette conversation.",
      en: "Too many replies are already waiting to be sent in this conversation.",
    },
  },
  "reply.not-uncertain": {
    status: 409,
    retry: false,
    tell: {
      fr: "L’envoi de cette réponse n’est pas incertain.",
      en: "The delivery of this reply is not uncertain.",
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
  "clock.incomplete": {
    status: 500,
    retry: true,
    tell: {
      fr: "Une partie du passage de chaque minute a échoué : voyez le journal.",
      en: "A part of the work of every minute failed: see the log.",
    },
  },
  "echo.early": {
    status: 503,
    retry: true,
    tell: {
      fr: "L’écho d’un envoi est arrivé avant la réponse de la plateforme.",
      en: "The echo of a send arrived before the platform's answer.",
    },
  },
  "message.not-yet": {
    status: 503,
    retry: true,
    tell: {
      fr: "Le message concerné n’est pas encore arrivé.",
      en: "The message this is about has not arrived yet.",
    },
  },
  "message.unknown": {
    status: 404,
    retry: false,
    tell: { fr: "Ce message n’existe pas.", en: "This message does not exist." },
  },
  "message.cannot-hide": {
    status: 409,
    retry: false,
    tell: {
      fr: "La plateforme ne permet pas de masquer ce message : demandez au client de le supprimer.",
      en: "The platform does not let us hide this message: ask the customer to delete it.",
    },
  },
  "redaction.text-changed": {
    status: 409,
    retry: false,
    tell: {
      fr: "Le message a changé entre-temps : sélectionnez de nouveau le passage.",
      en: "The message has changed meanwhile: select the passage again.",
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

export type FaultCode = keyof typeof kinds;

/** The closed list of errors: HTTP status, whether a retry may help, the sentence a person may read. */
export const faults: Readonly<Record<FaultCode, FaultKind>> = kinds;
