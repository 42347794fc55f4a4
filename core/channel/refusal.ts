/** What became of a send that failed, in words an agent can act on. */
export type SendError = {
  code: `send.${Refusal}`;
  retry: "later" | "never" | "reconnect";
  /** Not sooner than this; only with retry "later". */
  afterSeconds?: number;
  /** The platform may have done it all the same: look before sending again, unless the request is safe to repeat. */
  uncertain?: true;
  tell: { fr: string; en: string };
};

type Meaning = Pick<SendError, "retry" | "afterSeconds" | "tell">;

export type Refusal =
  | "disconnected"
  | "permission-missing"
  | "rate-limited"
  | "unavailable"
  | "window-closed"
  | "recipient-unreachable"
  | "reply-not-allowed"
  | "already-answered"
  | "handled-elsewhere"
  | "human-agent-not-approved"
  | "blocked-by-policy"
  | "too-long"
  | "duplicate"
  | "target-gone"
  | "unsupported"
  | "template-refused"
  | "refused";

/** The closed list of what a platform can answer, one meaning each. */
export const REFUSALS: { readonly [R in Refusal]: Meaning } = {
  disconnected: {
    retry: "reconnect",
    tell: {
      fr: "Le compte est déconnecté de la plateforme. Un administrateur doit le reconnecter ; la réponse partira ensuite.",
      en: "The account is disconnected from the platform. An administrator must reconnect it; the reply goes out then.",
    },
  },
  "permission-missing": {
    retry: "reconnect",
    tell: {
      fr: "La plateforme refuse ce droit à notre compte. Un administrateur doit le reconnecter en accordant toutes les autorisations.",
      en: "The platform does not grant our account this right. An administrator must reconnect it with every permission.",
    },
  },
  "rate-limited": {
    retry: "later",
    afterSeconds: 60,
    tell: {
      fr: "La plateforme limite nos envois. La réponse attend son tour et partira seule.",
      en: "The platform limits how much we send. The reply waits its turn and goes out by itself.",
    },
  },
  unavailable: {
    retry: "later",
    afterSeconds: 30,
    tell: {
      fr: "La plateforme ne répond pas correctement. Un nouvel essai est prévu.",
      en: "The platform is not answering properly. Another attempt will follow.",
    },
  },
  "window-closed": {
    retry: "never",
    tell: {
      fr: "Le délai pour répondre est passé : la plateforme attend que le client écrive de nouveau. Sur WhatsApp, envoyez un modèle approuvé.",
      en: "The time to answer has passed: the platform waits for the customer to write again. On WhatsApp, send an approved template.",
    },
  },
  "recipient-unreachable": {
    retry: "never",
    tell: {
      fr: "Ce client ne peut pas recevoir ce message : compte fermé, messages refusés ou numéro injoignable. Essayez un autre canal.",
      en: "This customer cannot receive the message: account closed, messages refused or number unreachable. Try another channel.",
    },
  },
  "reply-not-allowed": {
    retry: "never",
    tell: {
      fr: "La plateforme ne permet pas de répondre à ce message. Ouvrez-le sur la plateforme pour y répondre.",
      en: "The platform does not allow a reply to this message. Open it on the platform to answer there.",
    },
  },
  "already-answered": {
    retry: "never",
    tell: {
      fr: "Une réponse privée a déjà été envoyée à ce commentaire : la plateforme n'en permet qu'une. Attendez que le client réponde.",
      en: "This comment already had a private reply, and the platform allows one. Wait for the customer to answer.",
    },
  },
  "handled-elsewhere": {
    retry: "never",
    tell: {
      fr: "Une autre application de la banque a cette conversation sur la plateforme. Répondez-y là-bas, ou attendez qu’elle la rende.",
      en: "Another application of the bank has this conversation on the platform. Answer there, or wait until it hands it back.",
    },
  },
  "human-agent-not-approved": {
    retry: "never",
    tell: {
      fr: "Au-delà de 24 heures, notre application n'est pas encore autorisée à répondre. Attendez que le client écrive de nouveau.",
      en: "Beyond 24 hours our application is not yet approved to answer. Wait for the customer to write again.",
    },
  },
  "blocked-by-policy": {
    retry: "never",
    tell: {
      fr: "La plateforme a bloqué nos envois pour une question de règles. N'insistez pas ; prévenez un administrateur.",
      en: "The platform has blocked our sending over its rules. Don't try again; tell an administrator.",
    },
  },
  "too-long": {
    retry: "never",
    tell: {
      fr: "Le message est trop long pour ce canal. Raccourcissez-le.",
      en: "The message is too long for this channel. Shorten it.",
    },
  },
  duplicate: {
    retry: "never",
    tell: {
      fr: "La plateforme a reconnu une réponse identique déjà publiée. Vérifiez-la, ou changez le texte.",
      en: "The platform recognised an identical reply already published. Check it, or change the text.",
    },
  },
  "target-gone": {
    retry: "never",
    tell: {
      fr: "Le message auquel vous répondez n'existe plus sur la plateforme.",
      en: "The message you are answering is no longer on the platform.",
    },
  },
  unsupported: {
    retry: "never",
    tell: {
      fr: "La plateforme n'accepte pas ce type de message ou de pièce jointe.",
      en: "The platform does not take this kind of message or attachment.",
    },
  },
  "template-refused": {
    retry: "never",
    tell: {
      fr: "Le modèle est refusé, suspendu ou mal rempli. Choisissez-en un autre et prévenez un administrateur.",
      en: "The template is refused, paused or wrongly filled in. Choose another and tell an administrator.",
    },
  },
  refused: {
    retry: "never",
    tell: {
      fr: "La plateforme a refusé le message. Répondez sur la plateforme, ou prévenez un administrateur.",
      en: "The platform refused the message. Answer on the platform, or tell an administrator.",
    },
  },
};

/** Whether a reply with this code goes out by itself at a time that is known. */
export const isWait = (code: string): boolean => {
  const refusal = code.replace(/^send\./, "");
  return refusal === "waits-turn" || (isRefusal(refusal) && REFUSALS[refusal].retry === "later");
};

/** Why a reply waits, failed or is uncertain, from its code; undefined for a code that is none of ours. */
export const tellRefusal = (code: string, language: "fr" | "en"): string | undefined => {
  if (code === "send.no-answer") return NO_ANSWER[language];
  if (code === "send.gave-up") return GAVE_UP[language];
  if (code === "send.waits-turn") return WAITS_TURN[language];
  if (code === "send.file-gone") return FILE_GONE[language];
  const refusal = code.replace(/^send\./, "");
  return isRefusal(refusal) ? REFUSALS[refusal].tell[language] : undefined;
};

const NO_ANSWER = {
  fr: "La plateforme n’a pas confirmé l’envoi : vérifiez sur la plateforme avant de renvoyer.",
  en: "The platform did not confirm the send: check on the platform before sending again.",
};

const WAITS_TURN = {
  fr: "La plateforme limite nos envois : la réponse attend son tour et partira seule.",
  en: "The platform limits how much we send: the reply waits its turn and goes out by itself.",
};

const FILE_GONE = {
  fr: "Le fichier n’est plus conservé : joignez-le de nouveau et renvoyez-le.",
  en: "The file is not kept any more: attach it again, and send it again.",
};

const GAVE_UP = {
  fr: "La plateforme a refusé tous nos essais ; il n’y en aura pas d’autre. Recommencez plus tard, ou agissez sur la plateforme.",
  en: "The platform refused every attempt, and no other will follow. Try again later, or see to it on the platform.",
};

const isRefusal = (text: string): text is Refusal => Object.hasOwn(REFUSALS, text);
