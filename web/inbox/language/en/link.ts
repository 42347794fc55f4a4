export const link = {
  title: "The same customer on another channel",
  lead: "Only with the customer's consent, and only what the customer told you. Colleagues then see both here. It can be taken back at any time.",
  search: "Name or handle on the other channel",
  found: "Conversations found",
  none: "None found.",
  way: "How the customer agreed",
  ways: {
    "in-conversation": "In writing, in this conversation",
    "secure-channel": "On the secure channel",
    telephone: "On the telephone",
    branch: "In a branch",
  },
  at: "When",
  make: "Link",
};
