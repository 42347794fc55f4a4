import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import * as Handoff from "#core/handoff";
import { type AssetPaths, iconPath } from "../assets.ts";
import type { Bank } from "../visit.ts";
import type { Words } from "../words/index.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What every page is drawn with. */
export type Frame = {
  readonly bank: Bank;
  readonly words: Words;
  readonly assets: AssetPaths;
  /** Goes with every form. */
  readonly forgeryToken: string;
  /** Where the same page is in the other language; absent for what answers a form. */
  readonly here?: string;
};

type Head = {
  readonly title: string;
  readonly refreshTo?: string;
  readonly hasScript?: boolean;
  /** The page itself says what the bank never asks for. */
  readonly isWarned?: boolean;
};

/** A whole page. It works without its script; nothing of it is inline, as the policy asks. */
export const layout = (frame: Frame, { hasScript, isWarned, refreshTo, title }: Head, body: Html): Html => {
  const { assets, bank, here, words } = frame;
  const other = html`<a class="language" href="${here ?? ""}?lang=${words.other.code}" lang="${words.other.code}" hreflang="${words.other.code}">${words.other.name}</a>`;
  return html`<!doctype html>
<html lang="${words.code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${refreshTo === undefined ? "" : html`<meta http-equiv="refresh" content="0;url=${refreshTo}">`}
<title>${title} · ${bank.name}</title>
<link rel="stylesheet" href="${assets.style}">
<link rel="icon" href="${iconPath}" type="image/svg+xml">
${hasScript === true ? html`<script type="module" src="${assets.script}"></script>` : ""}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="top"><div class="inside">
<p class="bank">${mark}<span>${bank.name}</span></p>
<p class="place">${lock}<span>${words.secureMessages}</span></p>
${here === undefined ? "" : other}
</div></header>
<main id="content" class="inside" tabindex="-1">
${body}
</main>
${isWarned === true ? "" : html`<footer class="inside foot"><p><strong>${words.intro.neverShort}</strong> ${words.intro.neverList.slice(0, 3).join(", ")}.</p></footer>`}
</body>
</html>`;
};

/** A form of ours, with the sign that it is. */
export const form = (
  frame: Frame,
  {
    action,
    className = "",
    fields = {},
  }: { readonly action: string; readonly className?: string; readonly fields?: Readonly<Record<string, string>> },
  content: Html,
): Html => html`<form method="post" action="${pathTo(frame.bank, action)}" class="${className}">
<input type="hidden" name="proof" value="${frame.forgeryToken}">
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${content}
</form>`;

export const pathTo = ({ id }: Pick<Bank, "id">, action: string): string =>
  `${Handoff.pathOf(id)}${action === "" ? "" : `/${action}`}`;

const icon = (path: string): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">${raw(path)}</svg>`;

const mark = icon(
  '<path d="M3 10 12 4l9 6v2H3zM5 13h2v5H5zm6 0h2v5h-2zm6 0h2v5h-2zM3 19h18v2H3z" fill="currentColor"/>',
);
export const lock = icon(
  '<path d="M7 10V8a5 5 0 0 1 10 0v2h1a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zm2 0h6V8a3 3 0 0 0-6 0z" fill="currentColor"/>',
);
export const check = icon('<path d="m9.5 17.5-5-5 1.5-1.5 3.5 3.5 8.5-8.5 1.5 1.5z" fill="currentColor"/>');
export const cross = icon(
  '<path d="m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z" fill="currentColor"/>',
);
