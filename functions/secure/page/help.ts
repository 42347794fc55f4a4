import { html } from "hono/html";
import { type Frame, form, type Html, layout, pathTo } from "./layout.ts";

/** For who cannot sign in: telephone, branch, a call back, and being known by name. */
export const helpPage = (frame: Frame): Html => {
  const { bank, words } = frame;
  const { help } = words;
  const { branchUrl, phone, verification } = bank.secure;
  const body = html`<h1>${help.title}</h1>
${phone === undefined ? "" : html`<section class="card quiet"><h2>${help.phone}</h2><p><a class="phone" href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a></p></section>`}
${branchUrl === undefined ? "" : html`<section class="card quiet"><h2>${help.branch}</h2><p><a class="button" href="${branchUrl}" rel="noreferrer">${help.branchAction}</a></p></section>`}
${verification === undefined ? "" : forms(frame)}
<p><a href="${pathTo(bank, "way")}">${words.back}</a></p>`;
  return layout(frame, { title: help.title }, body);
};

const forms = (frame: Frame): Html => {
  const { help } = frame.words;
  return html`<section class="card"><h2>${help.call}</h2><p class="hint">${help.callLead}</p>
${form(
  frame,
  { action: "call-back", className: "fields" },
  html`${field({ id: "call-name", name: "name", label: help.name, complete: "name" })}
${field({ id: "call-phone", name: "phone", label: help.phoneNumber, type: "tel", complete: "tel" })}
<button class="main">${help.callAction}</button>`,
)}</section>
<section class="card"><h2>${help.verify}</h2><p class="hint">${help.verifyLead}</p>
${form(
  frame,
  { action: "verify", className: "fields" },
  html`${field({ id: "verify-name", name: "name", label: help.name, complete: "name" })}
${birthDate(frame)}
<button>${help.verifyAction}</button>`,
)}</section>`;
};

/** Three fields, as one writes it: the browser's own calendar begins in this month, in its own language and order. */
const birthDate = ({ words: { help } }: Frame): Html =>
  html`<fieldset class="date"><legend>${help.birthDate}</legend><p class="hint" id="birth-hint">${help.birthExample}</p>
${datePart({ id: "birth-day", name: "birthDay", label: help.day, complete: "bday-day", digits: 2 })}
${datePart({ id: "birth-month", name: "birthMonth", label: help.month, complete: "bday-month", digits: 2 })}
${datePart({ id: "birth-year", name: "birthYear", label: help.year, complete: "bday-year", digits: 4 })}</fieldset>`;

const datePart = ({ complete, digits, id, label, name }: Field & { readonly digits: 2 | 4 }): Html =>
  html`<p><label for="${id}">${label}</label><input id="${id}" name="${name}" size="${digits}" inputmode="numeric" pattern="${digits === 2 ? "[0-9]{1,2}" : "[0-9]{4}"}" maxlength="${digits}" required autocomplete="${complete}" aria-describedby="birth-hint"></p>`;

type Field = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type?: string;
  readonly complete: string;
};

const field = ({ complete, id, label, name, type = "text" }: Field): Html =>
  html`<label for="${id}">${label}</label><input id="${id}" name="${name}" type="${type}" required maxlength="120" autocomplete="${complete}">`;

/** How it ended: one sentence, and where to go from here. */
export const saidPage = (
  frame: Frame,
  {
    isGood,
    lead,
    link,
    title,
  }: {
    readonly title: string;
    readonly lead: string;
    readonly isGood: boolean;
    readonly link?: { readonly href: string; readonly text: string };
  },
): Html =>
  layout(
    frame,
    { title },
    html`<section class="card ${isGood ? "good" : "bad"}" role="status"><h1>${title}</h1><p class="lead">${lead}</p>
${link === undefined ? "" : html`<p><a class="button" href="${link.href}" rel="noreferrer">${link.text}</a></p>`}</section>`,
  );
