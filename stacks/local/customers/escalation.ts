import { Hono } from "hono";
import { html } from "hono/html";
import { createLocalJWKSet, type JWK, type JWTPayload, jwtVerify } from "jose";

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
  app.get("/", (context) => context.html(page(taken, mails())));
  return app;
};

const page = (taken: readonly JWTPayload[], mails: readonly string[]) => html`<!doctype html>
  <html lang="fr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>Réponses en retard · Late answers</title>
      <link rel="stylesheet" href="/local/style.css" />
    </head>
    <body>
      <main>
        <h1>Réponses en retard · Late answers</h1>
        ${taken.length === 0 ? html`<p>Aucune. · None.</p>` : ""}
        ${taken.map(
          (notice) => html`<section>
            <h2>${String(notice["conversation"])}</h2>
            <dl>${Object.entries(notice).map(([name, value]) => html`<dt>${name}</dt><dd>${String(value)}</dd>`)}</dl>
          </section>`,
        )}
        <h2>E-mails</h2>
        ${mails.map((mail) => html`<pre>${mail}</pre>`)}
      </main>
    </body>
  </html>`;
