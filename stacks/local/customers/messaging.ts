import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { createRemoteJWKSet, type JWK, type JWTPayload } from "jose";
import type { Language } from "../language.ts";
import { type Html, layout } from "../layout.ts";
import { customers } from "./customer.ts";
import { type Keyed, openSealed, tellCounter } from "./envelope.ts";

export type MessagingOptions = {
  /** Where customers arrive: the audience of their passes. */
  readonly url: string;
  /** Who passes are from, and whom notices are for: the counter's address for customers of this bank. */
  readonly guichet: string;
  readonly encryptionKey: Keyed;
  readonly noticeKey: Keyed;
};

export const messagingIssuer = "demo-messaging";

/** One customer's file, begun by a pass. */
type File = {
  readonly pass: JWTPayload;
  readonly lines: readonly string[];
  readonly isClosed: boolean;
};

/** Newest last; it forgets with the process. */
const filesKept = 50;
const lineLength = 4_000;
const cookie = { path: "/", secure: true, httpOnly: true, sameSite: "Lax", prefix: "host" } as const;

/**
 * The secure messaging the demo bank had before: customers arrive with a pass, once, write, and are told to the counter as
 * they come, get a file and are done.
 */
export const createMessaging = (options: MessagingOptions): Hono => {
  const app = new Hono();
  const { pathname } = new URL(options.url);
  const keys = createRemoteJWKSet(new URL("/secure/keys", options.guichet));
  const passes = new Set<string>();
  const files = new Map<string, File>();
  app.post("/", async (context) => {
    const { token } = await context.req.parseBody();
    const pass = await openPass(String(token), { ...options, keys });
    // A pass is for one arrival: whoever saw it pass by comes too late.
    if (pass?.jti === undefined || passes.has(pass.jti)) return context.html(refusedPage(), 401);
    passes.add(pass.jti);
    const id = crypto.randomUUID();
    files.set(id, { pass, lines: [], isClosed: false });
    for (const old of [...files.keys()].slice(0, -filesKept)) files.delete(old);
    setCookie(context, "messaging", id, cookie);
    await tell(options, pass, "opened");
    return context.redirect(pathname, 303);
  });
  app.get("/", (context) => {
    const file = files.get(getCookie(context, "messaging", "host") ?? "");
    return file === undefined ? context.html(refusedPage(), 401) : context.html(filePage(file, pathname));
  });
  app.post("/lines", async (context) => {
    const id = getCookie(context, "messaging", "host") ?? "";
    const file = files.get(id);
    if (file === undefined) return context.html(refusedPage(), 401);
    const line = String((await context.req.parseBody())["text"] ?? "")
      .trim()
      .slice(0, lineLength);
    if (line !== "" && !file.isClosed) {
      files.set(id, { ...file, lines: [...file.lines, line] });
      if (file.lines.length === 0) await tell(options, file.pass, "case-created");
    }
    return context.redirect(pathname, 303);
  });
  app.post("/end", async (context) => {
    const id = getCookie(context, "messaging", "host") ?? "";
    const file = files.get(id);
    if (file === undefined) return context.html(refusedPage(), 401);
    files.set(id, { ...file, isClosed: true });
    await tell(options, file.pass, "closed");
    return context.redirect(pathname, 303);
  });
  return app;
};

/** How the demo bank tells the counter of it. */
export const arrivalAt = (
  { encryptionKey, noticeKey, url }: MessagingOptions,
  publicPart: (key: Keyed) => JWK,
): Readonly<Record<string, unknown>> => ({
  kind: "redirect",
  url,
  encryptionKey: publicPart(encryptionKey),
  noticeKeys: [publicPart(noticeKey)],
  noticeIssuer: messagingIssuer,
});

const openPass = async (
  token: string,
  { encryptionKey, guichet, keys, url }: MessagingOptions & { readonly keys: ReturnType<typeof createRemoteJWKSet> },
): Promise<JWTPayload | undefined> => {
  try {
    return await openSealed(token, { encryptionKey, keys, issuer: guichet, audience: url, type: "handoff+jwt" });
  } catch {
    // Not for this messaging, not from the bank's counter, or too old.
    return undefined;
  }
};

const tell = ({ guichet, noticeKey }: MessagingOptions, pass: JWTPayload, event: string): Promise<boolean> =>
  tellCounter({
    to: { url: `${guichet}/notices`, audience: guichet },
    from: { issuer: messagingIssuer, key: noticeKey },
    type: "handoff-notice+jwt",
    claims: { handoff: String(pass["handoff"]), conversation: String(pass["conversation"]), event },
  });

const words = {
  fr: {
    title: "Messagerie de la banque",
    hello: (name: string) => `Bonjour ${name}`,
    known: "Nous savons que c’est bien vous qui nous avez écrit :",
    unknown: "Vous êtes connecté. De votre conversation d’origine, rien n’est montré ici.",
    label: "Votre message",
    send: "Envoyer",
    end: "Terminer",
    closed: "Ce dossier est terminé.",
    demo: "Démonstration : la messagerie que la banque aurait déjà. Elle prévient le guichet à votre arrivée, au premier message et à la fin.",
  },
  en: {
    title: "The bank’s own messaging",
    hello: (name: string) => `Hello ${name}`,
    known: "We know that it was you who wrote to us:",
    unknown: "You are signed in. Nothing of the conversation you came from is shown here.",
    label: "Your message",
    send: "Send",
    end: "Finish",
    closed: "This case is closed.",
    demo: "Demo: the messaging a bank would have already. It tells the counter when you arrive, at your first message and at the end.",
  },
} as const;

const filePage = ({ isClosed, lines, pass }: File, pathname: string): Html => {
  const language: Language = pass["language"] === "en" ? "en" : "fr";
  const { closed, demo, end, hello, known, label, send, title, unknown } = words[language];
  const name = customers.find(({ id }) => id === pass.sub)?.name ?? "";
  const summary = typeof pass["summary"] === "string" ? pass["summary"] : undefined;
  const writing = html`<form class="messaging" method="post" action="${pathname}/lines">
    <label for="text">${label}</label><textarea id="text" name="text" rows="4" maxlength="${lineLength}"></textarea>
    <button class="main">${send}</button>
  </form>
  <form class="messaging" method="post" action="${pathname}/end"><button>${end}</button></form>`;
  return layout(
    { language, title },
    html`<main class="card"><p class="bank">Banque Lumière</p><h1>${title}</h1><p class="lead">${hello(name)}</p>
      ${summary === undefined ? html`<p>${unknown}</p>` : html`<p>${known}</p><blockquote>${summary}</blockquote>`}
      <ol class="customers">${lines.map((line) => html`<li class="customer">${line}</li>`)}</ol>
      ${isClosed ? html`<p>${closed}</p>` : writing}
      <p class="small">${demo}</p></main>`,
  );
};

const refusedPage = (): Html =>
  layout(
    { language: "fr", title: words.fr.title },
    html`<main class="card"><p class="bank">Banque Lumière</p><h1>${words.fr.title}</h1>
      <p>Ce laissez-passer n’est pas valable, ou a déjà servi.</p><p lang="en">This pass is not valid, or was already used.</p></main>`,
  );
