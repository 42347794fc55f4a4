import type * as Channel from "#core/channel";

const placeholders = {
  encrypted: {
    fr: "Message chiffré : ouvrez-le dans X pour le lire et y répondre.",
    en: "Encrypted message: open it in X to read and answer it.",
  },
  "not-delivered": {
    fr: "La plateforme signale ce message sans en donner le texte : ouvrez-le sur la plateforme.",
    en: "The platform tells of this message without its text: open it on the platform.",
  },
  unsupported: {
    fr: "Ce message ne peut pas être affiché ici : ouvrez-le sur la plateforme.",
    en: "This message cannot be shown here: open it on the platform.",
  },
} as const;

/** A message that cannot be read is shown as one, and its clock runs. */
export const placeholderOf = (event: Channel.RawEvent, language: "fr" | "en"): string => {
  if (event.op === "encrypted_message" || event.unreadable === "encrypted") return placeholders.encrypted[language];
  return event.unreadable === undefined ? "" : placeholders[event.unreadable][language];
};
