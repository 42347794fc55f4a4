import { grounds } from "./ground.ts";

const count = (number: number, one: string, other: string): string => (number === 1 ? one : other);

export const retention = {
  lead: "How long the words of conversations are kept, what a legal hold keeps longer, and what is erased when. The log of what happened is always kept: it holds no words.",
  term: {
    title: "Term",
    lead: "So many days after a conversation was closed, its messages, its notes and the customer's name are erased. This goes for what is closed already. A first term, and a shorter one, begin seven days after they are set: until then they can be changed without a loss.",
    unset:
      "No term is set: nothing is erased by its age. Three years are proposed; which documents have to be kept longer is for the bank to say.",
    begins: (at: string) => `Erasing begins on ${at}. Until then nothing is erased by its age.`,
    days: "Days after the close",
    hint: "From 30 to 3,653 days",
    shorter: (before: number, after: number) =>
      `From ${before} to ${after} days: in seven days, the words of what was closed more than ${after} days ago are erased, and do not come back.`,
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
    ofs: { conversation: "One conversation", contact: "All conversations of a contact, those to come included" },
    by: "Placed by",
    at: "On",
    open: "Open the conversation",
    lift: "Lift",
    lifted: "The hold is lifted.",
    place: "Place a legal hold",
    placeLead:
      "For a court, an inquiry or a dispute: nothing is erased until it is lifted. The reference says what it is for, without a customer's name or number.",
    placeHint: "At most 60 characters, for example a case number",
  },
  coming: {
    title: "Erasures to come",
    lead: "Closed conversations, the longest closed first.",
    none: "No conversation is closed.",
    failed: "What is to come could not be read.",
    conversation: "Customer",
    closed: "Closed on",
    due: "Erased on",
    held: "On hold",
    waits: "After the conversations read with it are closed",
    unset: "No term is set",
    more: "Show more",
  },
  keeping: {
    title: "Retention",
    failed: "It could not be read how long it is kept.",
    due: (at: string, days: number) =>
      `Its words are due to be erased on ${at}. They are kept for ${days} days after the close, longer where a follow-up or a complaint needs them.`,
    unset: "No term is set: its words are kept until an administrator sets one.",
    open: (days: number) => `Its words are kept for ${days} days after it is closed.`,
    heldBy: (reference: string, by: string, at: string) => `Held: ${reference} (${by}, on ${at}).`,
    gone: (messages: number, notes: number) =>
      `${messages} ${count(messages, "message", "messages")} and ${notes} ${count(notes, "note", "notes")} were erased.`,
    going: "The erasure is under way.",
    erase: "Erase the words",
  },
  erase: {
    title: "Erase the words",
    lead: "For a person who asks for it, on a ground of Article 17(1) of the GDPR. It cannot be undone; the log stays, without words.",
    what: "What is erased",
    whats: {
      conversation: (together: number) =>
        together > 1 ? `This conversation, with the ${together - 1} read together with it` : "This conversation",
      contact: (conversations: number) =>
        conversations > 1
          ? `The ${conversations} conversations of this contact, and the notes about them`
          : "Everything of this contact: this conversation, and the notes about them",
    },
    linked: (contacts: number) =>
      `${contacts} linked ${count(contacts, "contact is", "contacts are")} not touched: erase their conversations first, from each of those, since the links are removed with this contact.`,
    ground: "Ground",
    grounds,
    sure: "I understand that these words do not come back",
    confirm: "Erase for good",
  },
  gone: {
    title: "The words of this conversation were erased",
    lead: (at: string, ground: string) =>
      `On ${at}. Ground: ${ground}. The log of what happened is kept, without words.`,
    before: (at: string, ground: string) => `What was said before was erased on ${at}. Ground: ${ground}.`,
    held: "A legal hold keeps the words of this conversation.",
  },
};
