import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import * as Identity from "#core/identity";
import * as Instant from "#core/instant";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

/** An entity with a secure channel. */
export type Bank = Entity.Entity & { readonly secure: Handoff.SecureChannel };

export type Variables = {
  Variables: {
    bank: Bank;
    language: Handoff.Language;
    /** The browser's own secret: what the server keeps of it is a hash. */
    visitor: string;
    /** Proves that a form came from a page of ours in this browser. */
    forgeryToken: string;
  };
};
export type Page = Context<Variables>;

/** `__Host-`: sent to this host alone, by TLS alone, set by no other (RFC 6265bis, 4.1.3.2). Lax: sign-in comes back by a link. */
const cookie = { path: "/", secure: true, httpOnly: true, sameSite: "Lax", prefix: "host" } as const;
const visitorCookie = "visitor";
const languageCookie = "language";

/** From opening a link to having read it; a session after sign-in. */
const visitSeconds = 3600;
export const sessionSeconds = 2 * 3600;

/** Who is there, in which language. Reading a page changes nothing that the server keeps. */
export const recognise = async (context: Page, { secrets }: Pick<Runtime, "secrets">): Promise<void> => {
  const known = getCookie(context, visitorCookie, "host");
  const visitor = known !== undefined && /^[\w-]{43}$/.test(known) ? known : giveVisitor(context);
  context.set("visitor", visitor);
  context.set("language", languageOf(context));
  context.set("forgeryToken", Identity.keyed(await secrets.read("IDENTITY_KEY"), "secure-forgery", visitor));
};

const giveVisitor = (context: Page): string => {
  const visitor = randomBytes(Handoff.tokenBytes).toString("base64url");
  setCookie(context, visitorCookie, visitor, cookie);
  return visitor;
};

const languageOf = (context: Page): Handoff.Language => {
  const chosen = Handoff.languages.find((each) => each === context.req.query("lang"));
  if (chosen !== undefined) keepLanguage(context, chosen);
  const kept = Handoff.languages.find((each) => each === getCookie(context, languageCookie, "host"));
  return chosen ?? kept ?? (/^\s*en\b/i.test(context.req.header("accept-language") ?? "") ? "en" : "fr");
};

/** The pages that follow speak it too. */
export const keepLanguage = (context: Page, language: Handoff.Language): void => {
  setCookie(context, languageCookie, language, cookie);
  context.set("language", language);
};

/** Whether the customer said which language, rather than the browser. */
export const hasChosenLanguage = (context: Page): boolean =>
  context.req.query("lang") !== undefined || getCookie(context, languageCookie, "host") !== undefined;

/**
 * A form comes from our own page, in the browser that was given it.
 * @throws secure.forgery
 */
export const refuseForgery = async (context: Page): Promise<Readonly<Record<string, string>>> => {
  const { origin } = context.get("bank").secure;
  const [from, site] = [context.req.header("origin"), context.req.header("sec-fetch-site")];
  // A page that tells no referrer tells no origin either (Fetch, "append a request Origin header"): then it is "null".
  const isElsewhere = from !== undefined && from !== origin && from !== "null";
  const isForeign = isElsewhere || (site !== undefined && site !== "same-origin");
  const form = await context.req.parseBody().catch(() => ({}));
  const fields = Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  if (isForeign || !isSame(fields["proof"] ?? "", context.get("forgeryToken"))) throw new Fault("secure.forgery");
  return fields;
};

export const isSame = (given: string, expected: string): boolean => {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const placeOf = (context: Page): { readonly entityId: string; readonly hash: string } => ({
  entityId: context.get("bank").id,
  hash: Handoff.hashToken(context.get("visitor")),
});

export const readVisit = ({ now, store }: Runtime, context: Page): Promise<Store.Visit | undefined> => {
  const { entityId, hash } = placeOf(context);
  return store.readVisit(entityId, hash, now());
};

/** What the browser opened, kept for the time it takes to sign in. */
export const keepVisit = async (
  { now, store }: Runtime,
  context: Page,
  visit: Omit<Store.Visit, "expiresAt" | "language">,
): Promise<void> => {
  const { entityId, hash } = placeOf(context);
  const seconds = visit.customer === undefined ? visitSeconds : sessionSeconds;
  const expiresAt = Instant.after(now(), seconds);
  await store.putVisit(entityId, hash, { ...visit, language: context.get("language"), expiresAt });
};

/** Of two that come back from sign-in with the same visit, one gets it. */
export const takeVisit = ({ now, store }: Runtime, context: Page): Promise<Store.Visit | undefined> => {
  const { entityId, hash } = placeOf(context);
  return store.takeVisit(entityId, hash, now());
};

/** Signed in, the browser gets a new secret: one that somebody else put there is worth nothing (session fixation). */
export const renewVisitor = (context: Page): void => context.set("visitor", giveVisitor(context));

type SignedIn = Store.Visit & Required<Pick<Store.Visit, "customer" | "caseId" | "handoff">>;

/** @throws secure.session-over */
export const requireSession = async (runtime: Runtime, context: Page): Promise<SignedIn> => {
  const visit = await readVisit(runtime, context);
  const { caseId, customer, handoff } = visit ?? {};
  if (visit === undefined || customer === undefined || caseId === undefined || handoff === undefined) {
    throw new Fault("secure.session-over");
  }
  return { ...visit, customer, caseId, handoff };
};
