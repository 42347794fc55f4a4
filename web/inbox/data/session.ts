import { keepAttempt, takeAttempt } from "./attempted.ts";

/** Renewal starts this long before the token ends. */
const RENEW_AHEAD_MS = 60_000;
const TIMEOUT_MS = 10_000;

/** The access token lives in this closure and nowhere else; what renews it the page never sees. */
export type Session = {
  token: () => string;
  /** A new token, without a question; false where there is none any more. One renewal at a time. */
  renew: () => Promise<boolean>;
  /** Calls back shortly before each token ends. Returns how to stop. */
  onExpiring: (act: () => void) => () => void;
  /** Back through the issuer, without a question where its own session still stands. Leaves the page. */
  signInAgain: () => Promise<void>;
  /** Ends the issuer's session too. Leaves the page where the issuer can. */
  signOut: () => Promise<void>;
};

export type SignIn =
  | { status: "signed-in"; session: Session }
  | { status: "signed-out" }
  | { status: "refused" }
  | { status: "leaving" };

/** functions/api/session.ts */
type Signed = { token: string; expiresInSeconds: number; idToken?: string };

/**
 * Takes an issuer's answer; else goes on with the session of this browser, and where there is none asks the issuer
 * silently whether someone is signed in. `sent` once that is asked; `signIn` rejects when the bank cannot be reached.
 */
export const resume = (): { sent: Promise<void>; signIn: Promise<SignIn> } => {
  const { promise: sent, resolve: tellSent } = Promise.withResolvers<void>();
  return { sent, signIn: ask(tellSent).finally(tellSent) };
};

const ask = async (tellSent: () => void): Promise<SignIn> => {
  const returned = new URLSearchParams(location.search);
  if (returned.has("state") || returned.has("error")) return await take(returned, tellSent);
  const signed = await renewed(tellSent);
  if (signed) return { status: "signed-in", session: createSession(signed) };
  await leaveFor("none");
  return { status: "leaving" };
};

/** Leaves for the issuer's own page. `another`: it asks who, even where somebody is signed in. */
export const signIn = ({ another }: { another: boolean }): Promise<void> => leaveFor(another ? "login" : undefined);

const take = async (returned: URLSearchParams, tellSent: () => void): Promise<SignIn> => {
  const pending = takeAttempt();
  history.replaceState(null, "", pending?.returnTo ?? "/");
  const refusal = returned.get("error");
  // Asking again after a refusal would go round for ever.
  if (refusal !== null) return { status: isQuiet(refusal) ? "signed-out" : "refused" };
  if (!pending) return { status: "signed-out" };
  const asked = post("", { attempt: pending.attempt, answer: returned.toString() });
  tellSent();
  const answer = await asked;
  if (answer.status === 401) return { status: "refused" };
  return { status: "signed-in", session: createSession((await read(answer)) as Signed) };
};

/** login_required, interaction_required …: the silent question's ordinary "nobody is signed in". */
const isQuiet = (code: string): boolean => code.endsWith("_required") || code === "account_selection_required";

/** `none` asks without a word, `login` asks in any case. */
const leaveFor = async (prompt?: "none" | "login"): Promise<void> => {
  const answer = await read(await post("/question", prompt ? { prompt } : {}));
  const { url, attempt } = answer as { url: string; attempt: string };
  keepAttempt({ attempt, returnTo: location.pathname + location.search });
  location.replace(url);
};

/**
 * One tab at a time: what renews a token may be good for one time (RFC 9700, 4.14.2), and all tabs share it.
 * Undefined where nobody is signed in.
 */
const renewed = (tellSent: () => void): Promise<Signed | undefined> =>
  navigator.locks.request("guichet.session", async () => {
    const asked = post("/renewal");
    tellSent();
    const answer = await asked;
    return answer.status === 204 ? undefined : ((await read(answer)) as Signed);
  });

const post = (path: string, body?: object): Promise<Response> =>
  fetch(`/api/session${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": document.documentElement.lang },
    body: body ? JSON.stringify(body) : null,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });

const read = async (answer: Response): Promise<unknown> => {
  if (!answer.ok) throw new Error("no session");
  return await answer.json();
};

const createSession = (first: Signed): Session => {
  let signed = first;
  let renewing: Promise<boolean> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const schedule = () => {
    clearTimeout(timer);
    const lifetimeMs = signed.expiresInSeconds * 1_000;
    const warn = () => {
      for (const listener of listeners) listener();
    };
    timer = setTimeout(warn, Math.max(lifetimeMs - RENEW_AHEAD_MS, lifetimeMs / 2));
  };
  const renewNow = async (): Promise<boolean> => {
    // Refused or unreachable: the caller shows that the session ends and offers to sign in again.
    const next = await renewed(() => undefined).catch(() => undefined);
    if (next) {
      signed = { ...signed, ...next };
      schedule();
    }
    return next !== undefined;
  };
  schedule();
  return {
    token: () => signed.token,
    renew: () => {
      renewing ??= renewNow().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
    onExpiring: (act) => {
      listeners.add(act);
      return () => listeners.delete(act);
    },
    signInAgain: () => leaveFor("none"),
    signOut: async () => {
      const { idToken } = signed;
      const ended = post("/end", idToken ? { idToken } : {}).then(read);
      const { url } = (await ended.catch(() => ({ url: "/" }))) as { url: string };
      location.replace(url);
    },
  };
};
