import type { AuthorizationServer, Client } from "oauth4webapi";

/** Who is asked who signed in. `insecure`: it may speak plain HTTP. */
export type Issuer = { server: AuthorizationServer; client: Client; insecure: boolean; audience: string };

/** What must survive the trip to the issuer and back, and nothing longer: who was asked, too, so that nothing is looked up twice. */
export type PendingSignIn = {
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
  issuer: Issuer;
};

const KEY = "guichet.sign-in";

export const keepPendingSignIn = (pending: PendingSignIn): void => sessionStorage.setItem(KEY, JSON.stringify(pending));

/** Reads it once: a code and its verifier are of no use a second time. */
export const takePendingSignIn = (): PendingSignIn | undefined => {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept ? (JSON.parse(kept) as PendingSignIn) : undefined;
};
