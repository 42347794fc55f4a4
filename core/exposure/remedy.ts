import type * as Channel from "#core/channel";

/** What a bank can do about a customer's number that everybody can read. */
export type Remedy = {
  /** Facebook and Instagram let a Page hide a comment; X lets only the author take a post away. */
  readonly canHide: boolean;
  /** Whether the warning can go to the customer alone, as a private reply to the comment. */
  readonly isWarnedPrivately: boolean;
  /** Approved words, for an agent to send or to change. */
  readonly warning: { readonly fr: string; readonly en: string };
};

const privately = {
  fr: "Bonjour, votre commentaire public contenait des données bancaires, que tout le monde pouvait lire. Merci de le supprimer. S’il s’agissait d’une carte ou d’un code, faites opposition sans attendre depuis votre application. Nous ne vous demanderons jamais ces données ici.",
  en: "Hello, your public comment contained bank details that everybody could read. Please delete it. If it was a card or a code, block it at once in your banking app. We will never ask you for such details here.",
};

/** Everybody reads this one: it does not say what there is to find. */
const publicly = {
  fr: "Bonjour, pour votre sécurité, merci de supprimer votre message et de nous écrire en privé.",
  en: "Hello, for your security please delete your message and write to us in private.",
};

const byHiding: Remedy = { canHide: true, isWarnedPrivately: true, warning: privately };
const byAsking: Remedy = { canHide: false, isWarnedPrivately: false, warning: publicly };

/** Undefined where nothing is public. */
export const remedyFor = (channel: Channel.Channel): Remedy | undefined => {
  switch (channel) {
    case "facebook.comment":
    case "instagram.comment":
      return byHiding;
    case "x.mention":
      return byAsking;
    default:
      return undefined;
  }
};
