/** Nobody opened it for this long: whoever offered it should ask again. */
export const unopenedSeconds = 24 * 3600;
/** Signed in and nothing written for this long. */
export const silentSeconds = 24 * 3600;
/** An unopened link's life. */
export const linkSeconds = 72 * 3600;
/** A code's life: it is short enough to be guessed, so it lives shorter. */
export const codeSeconds = 24 * 3600;
/** From the customer's own action to the end of sign-in. */
export const signInSeconds = 30 * 60;
/** How long a proof that this is the customer is believed. */
export const verifiedSeconds = { named: 24 * 3600, strong: 4 * 3600 } as const;
/** A code that proves the social account, from when it is shown. */
export const proofSeconds = 20 * 60;
/** Wrong codes sent before a new one must be asked for. */
export const proofTries = 5;
