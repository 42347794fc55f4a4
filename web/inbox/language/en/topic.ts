/** What a conversation is about. */
export const topics = {
  cards: "Cards",
  payments: "Payments",
  loans: "Loans and rates",
  "online-banking": "Online banking",
  fraud: "Fraud",
  branch: "Branch",
  complaint: "Complaint",
  praise: "Praise",
  other: "Other",
};
