/** The whole way of an offer, in its order. */
export const way = ["offered", "delivered", "opened", "signed-in", "case-created", "answered", "completed"] as const;
/** How far an offer came: on its way, or to where it ended before. */
export const steps = [...way, "expired", "refused", "revoked"] as const;
export type Step = (typeof steps)[number];
