import { Hono } from "hono";
import { html } from "hono/html";
import { createLocalJWKSet, type JWK, type JWTPayload, jwtVerify } from "jose";
import { type Language, languageOf } from "../language.ts";
import { type Html, layout } from "../layout.ts";

type Options = {
  /** Where notices are taken. */
  readonly url: string;
  /** Who tells. */
  readonly guichet: string;
  readonly pageKeys: readonly JWK[];
  /** What its supervisors were sent by e-mail. */
  readonly mails: () => readonly string[];
};

/** Newest first; it forgets with the process. */
const noticesKept = 50;

/** What the demo bank's own system does with late answers: it lists them. A notice that comes twice is taken once. */
export const createEscalations = ({ guichet, mails, pageKeys, url }: Options): Hono => {
  const app = new Hono();
  let taken: readonly JWTPayload[] = [];
  app.post("/", async (context) => {
    try {
      const { payload } = await jwtVerify(await context.req.text(), createLocalJWKSet({ keys: [...pageKeys] }), {
        audience: url,
        issuer: guichet,
        algorithms: ["ES256"],
        typ: "escalation+jwt",
        requiredClaims: ["jti"],
      });
      taken = [payload, ...taken.filter(({ jti }) => jti !== payload.jti)].slice(0, noticesKept);
      return context.body(null, 204);
    } catch {
      // Not for this system, or not from the bank's counter.
      return context.body(null, 401);
    }
  });
  app.get("/", (context) =>
    context.html(page({ taken, mails: mails() }, languageOf(context.req.header("accept-language")))),
  );
  return app;
};

const words = {
  fr: {
    title: "Réponses en retard",
    empty: "Aucune.",
    mails: "E-mails",
    noMails: "Aucun.",
    demo: "Démonstration : le système de la banque que le guichet prévient, et la boîte de ses superviseurs.",
  },
  en: {
    title: "Late answers",
    empty: "None.",
    mails: "E-mails",
    noMails: "None.",
    demo: "Demo: the bank’s system that the counter tells, and its supervisors’ mailbox.",
  },
} as const;

/** What a notice says, beside what makes it one. */
const told = ["team", "channel", "target", "mark", "dueAt"];

const page = ({ mails, taken }: Held, language: Language): Html => {
  const say = words[language];
  return layout(
    { language, title: say.title },
    html`<main class="card wide"><p class="bank">Banque Lumière</p><h1>${say.title}</h1>
      ${taken.length === 0 ? html`<p>${say.empty}</p>` : ""}
      ${taken.map(
        (notice) => html`<section class="received">
          <h2>${String(notice["conversation"])}</h2>
          <dl>${told
            .filter((name) => notice[name] !== undefined)
            .map((name) => html`<div><dt>${name}</dt><dd>${String(notice[name])}</dd></div>`)}</dl>
        </section>`,
      )}
      <h2>${say.mails}</h2>
      ${mails.length === 0 ? html`<p>${say.noMails}</p>` : mails.map((mail) => html`<pre>${mail}</pre>`)}
      <p class="small">${say.demo}</p></main>`,
  );
};

type Held = { readonly taken: readonly JWTPayload[]; readonly mails: readonly string[] };
