import { countIn } from "../plural.ts";

const count = countIn("en");

export const list = {
  filter: { channel: "Channel", every: "All channels" },
  channel: {
    "x.mention": "X, public post",
    "x.dm": "X, private message",
    "facebook.comment": "Facebook comment",
    messenger: "Messenger",
    "instagram.comment": "Instagram comment",
    "instagram.dm": "Instagram, private message",
    whatsapp: "WhatsApp",
    secure: "Secure channel",
  },
  visibility: { public: "Public", private: "Private", internal: "Internal note" },
  list: {
    empty: {
      all: { title: "Nothing is waiting", text: "New messages appear here by themselves, the most urgent first." },
      mine: { title: "You have no open conversation", text: "Take one from the unassigned view to begin." },
      unassigned: { title: "Every conversation has someone", text: "New ones without an agent appear here." },
      closed: { title: "No closed conversation yet", text: "What you close stays here to be read." },
    },
    emptyChannel: "There is none on this channel. Choose another channel above.",
    failed: "The list could not be loaded.",
    more: "Show more",
    moreFailed: "The rest could not be loaded.",
    unknownContact: "Unknown customer",
    noPreview: "No text",
    unassigned: "Unassigned",
    held: "Answer held",
    draft: "Draft",
    you: "You",
    unsent: (replies: number) => count(replies, { one: "# answer not sent yet", other: "# answers not sent yet" }),
  },
  deadline: {
    left: (duration: string) => `${duration} left`,
    atRisk: (duration: string) => `At risk · ${duration}`,
    breached: (duration: string) => `Overdue by ${duration}`,
    none: "No deadline",
    answered: "Answered",
    target: { "first-response": "First answer", "next-response": "Next answer", resolution: "Resolution" },
    due: (moment: string) => `Due ${moment}`,
  },
};
