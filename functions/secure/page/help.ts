import { html } from "hono/html";
import { type Frame, form, type Html, layout, pathTo } from "./layout.ts";

/** What was sent in vain: it stands in its fields again, with the reason above them. Nothing keeps it but this answer. */
export type InVain = {
  readonly form: "call-back" | "verify";
  readonly why: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** For who cannot sign in: telephone, branch, a call back, and being known by name. */
export const helpPage = (frame: Frame, inVain?: InVain): Html => {
  const { bank, words } = frame;
  const { help } = words;
  const { branchUrl, phone, verification } = bank.secure;
  const body = html`<h1>${help.title}</h1>
${phone === undefined ? "" : html`<section class="card quiet"><h2>${help.phone}</h2><p><a class="phone" href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a></p></section>`}
${branchUrl === undefined ? "" : html`<section class="card quiet"><h2>${help.branch}</h2><p><a class="button" href="${branchUrl}" rel="noreferrer">${help.branchAction}</a></p></section>`}
${verification === undefined ? "" : forms(frame, inVain)}
<p><a href="${pathTo(bank, "way")}">${words.back}</a></p>`;
  return layout(frame, { title: inVain?.why ?? help.title }, body);
};

const forms = (frame: Frame, inVain: InVain | undefined): Html => {
  const { help } = frame.words;
  const call = sentTo("call-back", inVain);
  const verify = sentTo("verify", inVain);
  return html`<section class="card" id="call-back"><h2>${help.call}</h2><p class="hint">${help.callLead}</p>
${call.reason}
${form(
  frame,
  { action: "call-back#call-back", className: "fields" },
  html`${field({ id: "call-name", name: "name", label: help.name, complete: "name" }, call)}
${field({ id: "call-phone", name: "phone", label: help.phoneNumber, type: "tel", complete: "tel" }, call)}
<button class="main">${help.callAction}</button>`,
)}</section>
<section class="card" id="verify"><h2>${help.verify}</h2><p class="hint">${help.verifyLead}</p>
${verify.reason}
${form(
  frame,
  { action: "verify#verify", className: "fields" },
  html`${field({ id: "verify-name", name: "name", label: help.name, complete: "name" }, verify)}
${birthDate(frame, verify)}
<button>${help.verifyAction}</button>`,
)}</section>`;
};

type Sent = { readonly reason: Html | ""; readonly fields: Readonly<Record<string, string>> };

const sentTo = (form: InVain["form"], inVain: InVain | undefined): Sent =>
  inVain?.form === form
    ? { reason: html`<p class="notice bad" role="alert">${inVain.why}</p>`, fields: inVain.fields }
    : { reason: "", fields: {} };

/** Three fields, as one writes it: the browser's own calendar begins in this month, in its own language and order. */
const birthDate = ({ words: { help } }: Frame, sent: Sent): Html =>
  html`<fieldset class="date"><legend>${help.birthDate}</legend><p class="hint" id="birth-hint">${help.birthExample}</p>
${datePart({ id: "birth-day", name: "birthDay", label: help.day, complete: "bday-day", digits: 2 }, sent)}
${datePart({ id: "birth-month", name: "birthMonth", label: help.month, complete: "bday-month", digits: 2 }, sent)}
${datePart({ id: "birth-year", name: "birthYear", label: help.year, complete: "bday-year", digits: 4 }, sent)}</fieldset>`;

const datePart = ({ complete, digits, id, label, name }: Field & { readonly digits: 2 | 4 }, { fields }: Sent): Html =>
  html`<p><label for="${id}">${label}</label><input id="${id}" name="${name}" size="${digits}" inputmode="numeric" pattern="${digits === 2 ? "[0-9]{1,2}" : "[0-9]{4}"}" maxlength="${digits}" required autocomplete="${complete}" aria-describedby="birth-hint" value="${fields[name] ?? ""}"></p>`;

type Field = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type?: string;
  readonly complete: string;
};

const field = ({ complete, id, label, name, type = "text" }: Field, { fields }: Sent): Html =>
  html`<label for="${id}">${label}</label><input id="${id}" name="${name}" type="${type}" required maxlength="120" autocomplete="${complete}" value="${fields[name] ?? ""}">`;

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
