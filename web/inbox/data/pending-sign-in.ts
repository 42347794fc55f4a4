import type { AuthorizationServer } from "oauth4webapi";

/** What must survive the trip to the issuer and back, and nothing longer: its own description too, so that it is asked once. */
export type PendingSignIn = {
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
  server: AuthorizationServer;
};

const KEY = "guichet.sign-in";

export const keepPendingSignIn = (pending: PendingSignIn): void => sessionStorage.setItem(KEY, JSON.stringify(pending));

/** Reads it once: a code and its verifier are of no use a second time. */
export const takePendingSignIn = (): PendingSignIn | undefined => {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept ? (JSON.parse(kept) as PendingSignIn) : undefined;
};
