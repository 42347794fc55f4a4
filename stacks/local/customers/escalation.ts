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
    open: "Ouvrir la conversation",
    demo: "Démonstration : le système de la banque que le guichet prévient, et la boîte de ses superviseurs.",
    names: { team: "Équipe", channel: "Canal", target: "Promesse", mark: "Ce qui se passe", dueAt: "Attendue pour le" },
    values: {
      "first-response": "première réponse",
      "next-response": "réponse suivante",
      resolution: "règlement",
      breached: "échéance dépassée",
    },
    step: (number: string) => `étape ${number} après l’échéance`,
  },
  en: {
    title: "Late answers",
    empty: "None.",
    mails: "E-mails",
    noMails: "None.",
    open: "Open the conversation",
    demo: "Demo: the bank’s system that the counter tells, and its supervisors’ mailbox.",
    names: { team: "Team", channel: "Channel", target: "Promise", mark: "What happened", dueAt: "Due" },
    values: {
      "first-response": "first answer",
      "next-response": "further answer",
      resolution: "settled",
      breached: "deadline passed",
    },
    step: (number: string) => `step ${number} after the deadline`,
  },
} as const;

/** What a notice says, beside what makes it one. */
const told = ["team", "channel", "target", "mark", "dueAt"] as const;

const page = ({ mails, taken }: Held, language: Language): Html => {
  const say = words[language];
  return layout(
    { language, title: say.title },
    html`<main class="card wide"><p class="bank">Banque Lumière</p><h1>${say.title}</h1>
      ${taken.length === 0 ? html`<p>${say.empty}</p>` : ""}
      ${taken.map(
        (notice) => html`<section class="received">
          <dl>${told
            .filter((name) => notice[name] !== undefined)
            .map(
              (name) =>
                html`<div><dt>${say.names[name]}</dt><dd>${textOf(name, String(notice[name]), language)}</dd></div>`,
            )}</dl>
          <p><a href="/c/${encodeURIComponent(String(notice["conversation"]))}">${say.open}</a></p>
        </section>`,
      )}
      <h2>${say.mails}</h2>
      ${mails.length === 0 ? html`<p>${say.noMails}</p>` : mails.map((mail) => html`<pre>${mail}</pre>`)}
      <p class="small">${say.demo}</p></main>`,
  );
};

/** As a person reads it: an instant on the bank's clock, a mark in words. */
const textOf = (name: (typeof told)[number], value: string, language: Language): string => {
  if (name === "dueAt") return momentOf(value, language);
  const { step, values } = words[language];
  const number = /^escalation-(\d+)$/.exec(value)?.[1];
  return number === undefined ? ((values as Readonly<Record<string, string>>)[value] ?? value) : step(number);
};

const momentOf = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Paris",
  }).format(new Date(at));

type Held = { readonly taken: readonly JWTPayload[]; readonly mails: readonly string[] };
