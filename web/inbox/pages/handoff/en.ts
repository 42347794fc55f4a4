export const handoff = {
  title: "Secure channel",
  level: {
    none: "Not identified: everybody reads this thread",
    platform: "Known by their account alone",
    named: "Known by name",
    strong: "Identified: signed in, and the same person",
  },
  until: (moment: string) => `until ${moment}`,
  offer: { "private-message": "Move to private", "secure-page": "Continue in the secure channel" },
  lead: {
    "private-message":
      "The customer gets the platform's own way into a private message, and no link: none belongs in public.",
    "secure-page":
      "The customer gets a code for the bank's app, then a link on the bank's domain. It stops no clock until they sign in.",
  },
  purpose: "What for",
  purposes: {
    account: "Their account",
    card: "A card",
    payment: "A payment or transfer",
    loan: "A loan",
    documents: "Documents",
    other: "Something else",
  },
  language: "Language",
  languages: { fr: "French", en: "English" },
  send: "Send",
  cancel: "Cancel",
  revoke: "Withdraw",
  receipts: "How far the customer came",
  step: {
    offered: "Offered",
    delivered: "Delivered",
    opened: "Opened",
    "signed-in": "Signed in",
    "case-created": "Conversation begun",
    answered: "Answered",
    completed: "Completed",
    expired: "Expired",
    refused: "Not used",
    revoked: "Withdrawn",
  },
  invited: "Invited into a private message",
  refusal: {
    undeliverable: "The platform did not take the message.",
    "not-a-customer": "The person says they are not a customer.",
    "called-back": "The person cannot sign in and asked to be called back.",
  },
  slot: (moment: string) => `Call back: ${moment}`,
  unmatched: "A name and a date of birth were given that did not match.",
  stalled: {
    offered: "No sign of the customer for a day: ask again.",
    "signed-in": "Signed in a day ago and wrote nothing: ask again.",
  },
  expires: (moment: string) => `The link ends ${moment}`,
  toCase: "Open the secure conversation",
  toOrigin: "Open the conversation they came from",
};

export type HandoffWords = typeof handoff;
