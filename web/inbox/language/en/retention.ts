const count = (number: number, one: string, other: string): string => (number === 1 ? one : other);

export const retention = {
  lead: "How long words are kept, what a legal hold keeps, and what is to go. The log of what happened stays: it holds no words.",
  term: {
    title: "Term",
    lead: "So many days after a conversation was closed its words, the customer's name and every note go. It holds for what is closed already too: a shorter term erases within the hour.",
    days: "Days after the close",
    hint: "From 30 to 3,653",
    shorter: (before: number, after: number) =>
      `From ${before} to ${after} days: what was closed in between goes, and does not come back.`,
    save: "Save",
    saved: "Saved.",
    failed: "The term could not be read.",
  },
  holds: {
    title: "Legal holds",
    lead: "While one stands, neither the term nor a request erases. It is placed in a conversation, under its details.",
    none: "Nothing is held.",
    failed: "The holds could not be read.",
    reference: "Reference",
    of: "Keeps",
    ofs: { conversation: "One conversation", contact: "Everything of a contact" },
    by: "Placed by",
    at: "On",
    open: "Open the conversation",
    lift: "Lift",
    lifted: "The hold is lifted.",
    place: "Place a legal hold",
    placeLead:
      "From then on nothing of it is erased. The reference says what it is for, without a customer's name or number.",
    placeHint: "At most 60 characters, for example a case number",
  },
  coming: {
    title: "Erasures to come",
    lead: "Closed conversations, the longest closed first.",
    none: "No conversation is closed.",
    failed: "What is to come could not be read.",
    conversation: "Customer",
    closed: "Closed",
    due: "Goes on",
    held: "On hold",
    waits: "When what is read with it is closed",
    more: "Show more",
  },
  keeping: {
    title: "How long it is kept",
    failed: "It could not be read how long it is kept.",
    due: (at: string, days: number) =>
      `Its words go on ${at}: ${days} days after the close, or when what it waits for is over.`,
    open: (days: number) => `Its words go ${days} days after it is closed.`,
    heldBy: (reference: string, by: string, at: string) => `Held: ${reference}. Placed by ${by}, ${at}.`,
    gone: (messages: number, notes: number) =>
      `${messages} ${count(messages, "message", "messages")} and ${notes} ${count(notes, "note", "notes")} were erased.`,
    going: "What is stored is being taken away.",
    erase: "Erase the words",
  },
  erase: {
    title: "Erase the words",
    lead: "For a person who asks for it, on a ground of Article 17(1) of the GDPR. It cannot be undone; the log stays, without words.",
    what: "What",
    whats: {
      conversation: (together: number) =>
        together > 1 ? `This conversation, with the ${together - 1} read together with it` : "This conversation",
      contact: (conversations: number) =>
        `Everything of this contact: ${conversations} ${count(conversations, "conversation", "conversations")}, and the notes about them`,
    },
    linked: (contacts: number) =>
      `${contacts} linked ${count(contacts, "contact is", "contacts are")} not touched: open what they wrote and erase it there, first. The links themselves go.`,
    ground: "Ground",
    grounds: {
      term: "the bank's term",
      "no-longer-needed": "no longer needed for what it was kept for",
      "consent-withdrawn": "consent withdrawn",
      objection: "objection to the processing",
      unlawful: "unlawful processing",
      "legal-obligation": "legal obligation to erase",
      child: "collected from a child",
    },
    sure: "I understand that these words do not come back",
    confirm: "Erase for good",
  },
  gone: {
    title: "The words of this conversation were erased",
    lead: (at: string, ground: string) => `On ${at}, under: ${ground}. What happened stands in the log, without words.`,
    before: (at: string, ground: string) => `What was said before was erased on ${at}, under: ${ground}.`,
    held: "A legal hold keeps the words of this conversation.",
  },
};
