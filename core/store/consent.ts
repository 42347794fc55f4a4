/** How a customer said that two accounts are theirs, and that we may put them together. */
export const consentWays = ["in-conversation", "secure-channel", "telephone", "branch"] as const;
