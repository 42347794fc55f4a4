import { Hono } from "hono";
import { html } from "hono/html";
import { createLocalJWKSet, type JWK } from "jose";
import * as Referral from "#core/referral";
import { type Language, languageOf } from "../language.ts";
import { type Html, layout } from "../layout.ts";
import { type Keyed, openSealed, tellCounter } from "./envelope.ts";

type Options = {
  /** Where packages are taken. */
  readonly url: string;
  /** Who refers, and where notices go. */
  readonly guichet: string;
  readonly encryptionKey: Keyed;
  readonly noticeKey: Keyed;
  readonly pageKeys: readonly JWK[];
};

type Taken = {
  readonly referral: string;
  readonly conversation: string;
  readonly topic: string;
  readonly messages: readonly { readonly text: string }[];
};

export const deskId = "carte";
const noticeIssuer = "demo-desk";
/** Newest first; it forgets with the process. */
const packagesKept = 50;

/** A desk of the demo bank with a system of its own: it takes packages, and a person there says what becomes of them. */
export const createDesk = (options: Options): Hono => {
  const app = new Hono();
  let taken: readonly Taken[] = [];
  app.post("/", async (context) => {
    try {
      const parcel = await open(await context.req.text(), options);
      taken = [parcel, ...taken.filter(({ referral }) => referral !== parcel.referral)].slice(0, packagesKept);
      return context.body(null, 202);
    } catch {
      // Not for this desk, or not from the bank's counter.
      return context.body(null, 401);
    }
  });
  app.get("/", (context) => context.html(page(taken, languageOf(context.req.header("accept-language")))));
  app.post("/notices", async (context) => {
    const form = await context.req.parseBody();
    const parcel = taken.find(({ referral }) => referral === form["referral"]);
    if (parcel === undefined) return context.body(null, 404);
    const isTaken = await tell(options, parcel, String(form["event"]));
    return isTaken ? context.redirect("/bank/desk") : context.body(null, 502);
  });
  return app;
};

/** How the demo bank knows its desk. */
export const deskOf = ({ encryptionKey, noticeKey, url }: Options, publicPart: (key: Keyed) => JWK): Referral.Desk =>
  Referral.Desk.parse({
    id: deskId,
    name: { fr: "Service cartes", en: "Card services" },
    url,
    encryptionKey: publicPart(encryptionKey),
    noticeKeys: [publicPart(noticeKey)],
    noticeIssuer,
  });

const open = async (token: string, { encryptionKey, guichet, pageKeys, url }: Options): Promise<Taken> =>
  (await openSealed(token, {
    encryptionKey,
    keys: createLocalJWKSet({ keys: [...pageKeys] }),
    issuer: guichet,
    audience: url,
  })) as unknown as Taken;

const tell = ({ guichet, noticeKey }: Options, { conversation, referral }: Taken, event: string): Promise<boolean> =>
  tellCounter({
    to: { url: `${guichet}/desks/${deskId}/notices`, audience: guichet },
    from: { issuer: noticeIssuer, key: noticeKey },
    type: "referral-notice+jwt",
    claims: { referral, conversation, event, ...(event === "refused" ? { reason: "not-ours" } : {}) },
  });

const words = {
  fr: {
    title: "Service cartes",
    empty: "Rien n’a été transmis.",
    demo: "Démonstration : un service de la banque qui a son propre outil. Ce qui est décidé ici est dit au guichet.",
    events: { accepted: "Accepter", refused: "Refuser", returned: "Rendre", completed: "Terminer" },
  },
  en: {
    title: "Card services",
    empty: "Nothing has been referred.",
    demo: "Demo: a desk of the bank with a system of its own. What is decided here is told to the counter.",
    events: { accepted: "Accept", refused: "Refuse", returned: "Return", completed: "Complete" },
  },
} as const;

const page = (taken: readonly Taken[], language: Language): Html => {
  const { demo, empty, events, title } = words[language];
  return layout(
    { language, title },
    html`<main class="card wide"><p class="bank">Banque Lumière</p><h1>${title}</h1>
      ${taken.length === 0 ? html`<p>${empty}</p>` : ""}
      ${taken.map(
        (parcel) => html`<section class="received">
          <h2>${parcel.topic}</h2>
          ${parcel.messages.map(({ text }) => html`<blockquote>${text}</blockquote>`)}
          <form class="deeds" method="post" action="/bank/desk/notices">
            <input type="hidden" name="referral" value="${parcel.referral}" />
            ${Object.entries(events).map(([event, name]) => html`<button name="event" value="${event}">${name}</button>`)}
          </form>
        </section>`,
      )}
      <p class="small">${demo}</p></main>`,
  );
};
