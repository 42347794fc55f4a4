import { keepAttempt, takeAttempt } from "./pending-sign-in.ts";

/** Renewal starts this long before the token ends, and is asked for again this often while nobody answers. */
const RENEW_AHEAD_MS = 60_000;
const ASK_AGAIN_MS = 10_000;
const TIMEOUT_MS = 10_000;
/** What a timer of the browser can hold: a later one would ring at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The door, which asks nobody who is there: at the issuer one may still be signed in. */
const SIGNED_OUT = "signed-out";
const DOOR = `/?${SIGNED_OUT}`;

/** The access token lives in this closure and nowhere else; what renews it the page never sees. */
export type Session = {
  token: () => string;
  /** A new token, without a question. One renewal at a time. */
  renew: () => Promise<Renewal>;
  /** Calls back shortly before each token ends. Returns how to stop. */
  onExpiring: (act: () => void) => () => void;
  /** Back through the issuer, without a question where its own session still stands. Leaves the page. */
  signInAgain: () => Promise<void>;
  /** Ends the issuer's session too, where the issuer can, and closes the other tabs. Leaves the page. */
  signOut: () => Promise<void>;
};

/** `ended`: there is no new token for who signed in here; `unanswered`: nobody said so, and it is asked for again. */
export type Renewal = "renewed" | "ended" | "unanswered";

export type SignIn =
  | { status: "signed-in"; session: Session }
  | { status: "signed-out" }
  | { status: "refused" }
  | { status: "leaving" };

/** functions/api/session.ts */
type Signed = { token: string; expiresInSeconds: number; subject: string; idToken?: string };

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
  if (returned.has(SIGNED_OUT)) {
    history.replaceState(null, "", "/");
    return { status: "signed-out" };
  }
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
  const answer = await change("", { attempt: pending.attempt, answer: returned.toString() }, tellSent);
  if (answer.status === 401) return { status: "refused" };
  return { status: "signed-in", session: createSession((await read(answer)) as Signed) };
};

/** login_required, interaction_required …: the silent question's ordinary "nobody is signed in". */
const isQuiet = (code: string): boolean => code.endsWith("_required") || code === "account_selection_required";

/** `none` asks without a word, `login` asks in any case. */
const leaveFor = async (prompt?: "none" | "login"): Promise<void> => {
  const answer = await read(await post("/question", prompt ? { prompt } : {}));
  const { url, attempt } = answer as { url: string; attempt: string };
  keepAttempt({ attempt, returnTo: location.href });
  location.replace(url);
};

/** Undefined where nobody is signed in. */
const renewed = async (tellSent?: () => void): Promise<Signed | undefined> => {
  const answer = await change("/renewal", undefined, tellSent);
  return answer.status === 204 ? undefined : ((await read(answer)) as Signed);
};

/**
 * What changes the cookie does so in one tab at a time: all tabs share it, what renews a token may be good for one time
 * (RFC 9700, 4.14.2), and a renewal that is answered late must not undo a sign-out.
 */
const change = (path: string, body?: object, tellSent?: () => void): Promise<Response> =>
  navigator.locks.request("guichet.session", () => {
    const asked = post(path, body);
    tellSent?.();
    return asked;
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

/** Between the tabs of this browser: somebody signed out in one of them. */
const beside = new BroadcastChannel("guichet.session");

const createSession = (first: Signed): Session => {
  let signed = first;
  let renewing: Promise<Renewal> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const warnAfter = (waitMs: number) => {
    clearTimeout(timer);
    const warn = () => {
      for (const listener of listeners) listener();
    };
    timer = setTimeout(warn, Math.min(waitMs, LONGEST_MS));
  };
  const schedule = () => {
    const lifetimeMs = signed.expiresInSeconds * 1_000;
    warnAfter(Math.max(lifetimeMs - RENEW_AHEAD_MS, lifetimeMs / 2));
  };
  const renewNow = async (): Promise<Renewal> => {
    const next = await renewed().catch(() => "unanswered" as const);
    if (next === "unanswered") {
      warnAfter(ASK_AGAIN_MS);
      return next;
    }
    // Somebody else has signed in with this browser since: what stands on this page is not theirs.
    if (next?.subject !== signed.subject) return "ended";
    signed = { ...signed, ...next };
    schedule();
    return "renewed";
  };
  schedule();
  beside.onmessage = () => location.replace(DOOR);
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
      const ended = change("/end", idToken ? { idToken } : {}).then(read) as Promise<{ url?: string }>;
      // Without an answer nobody is signed out: the page says whom it still lets in, or that it cannot be reached.
      location.replace(await ended.then(leftFor, () => "/"));
    },
  };
};

const leftFor = ({ url }: { url?: string }): string => {
  beside.postMessage(SIGNED_OUT);
  return url ?? DOOR;
};
