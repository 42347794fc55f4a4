import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Language } from "./language.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A whole page of this machine's own: sign-in and simulator. Scripts and styles are files, as the policy asks. */
export const layout = ({ language, title, script }: Head, body: Html): Html =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/local/style.css" />
        ${script === undefined ? "" : html`<script type="module" src="${script}"></script>`}
      </head>
      <body>
        ${body}
      </body>
    </html>`;

type Head = { readonly language: Language; readonly title: string; readonly script?: string };
