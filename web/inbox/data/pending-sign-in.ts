/** What must survive the trip to the issuer and back, and nothing longer. `attempt` is sealed by the API, and means nothing here. */
export type PendingSignIn = { attempt: string; returnTo: string };

const KEY = "guichet.sign-in";

export const keepAttempt = (pending: PendingSignIn): void => sessionStorage.setItem(KEY, JSON.stringify(pending));

/** Reads it once: an attempt is of no use a second time. */
export const takeAttempt = (): PendingSignIn | undefined => {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept ? (JSON.parse(kept) as PendingSignIn) : undefined;
};
