import { html } from "hono/html";
import * as Entity from "#core/entity";
import * as Handoff from "#core/handoff";
import * as Intake from "#core/intake";
import type { Found } from "../find.ts";
import type { Bank } from "../visit.ts";
import type { Words } from "../words/index.ts";
import { check, cross, type Frame, form, type Html, layout, pathTo } from "./layout.ts";

/** Who is asking, and why; how to be sure that it is the bank; what it never asks. Reading it changes nothing. */
export const introPage = (frame: Frame, found: Found, token: string): Html => {
  const { bank, words } = frame;
  const { intro } = words;
  const network = words.networks[found.state.channel];
  const { host } = bank.secure;
  const body = html`<section class="card">
<h1>${intro.title(bank.name)}</h1>
<p class="lead">${intro.lead(bank.name, network)} <strong>${intro.reason(Handoff.reasonFor(found.handoff.purpose, words.code))}</strong></p>
<p>${intro.next}</p>
${form(frame, { action: "open", fields: { token } }, html`<button class="main">${words.continue}</button>`)}
</section>
<section class="card quiet"><h2>${intro.sure}</h2>
<ul class="points">
<li>${check}<span>${intro.address(host)}</span></li>
<li>${check}<span>${intro.account(handleOf(bank, found.state, words), network)}</span></li>
<li>${check}<span>${intro.app(host)}</span></li>
</ul></section>
<section class="card quiet"><h2>${intro.never}</h2>
<ul class="points never">${intro.neverList.map((each) => html`<li>${cross}<span>${each}</span></li>`)}</ul></section>`;
  return layout(frame, { title: intro.title(bank.name), isWarned: true }, body);
};

/** The bank's account that the conversation is with, as people know it there. */
export const handleOf = (
  bank: Bank,
  { accountId, channel }: Pick<Found["state"], "accountId" | "channel">,
  words: Words,
): string => {
  const platform = Intake.platformOf(channel);
  const account = platform === undefined ? undefined : Entity.accountOf(bank, platform, accountId);
  if (account?.handle !== undefined) return `@${account.handle}`;
  return account === undefined
    ? bank.name
    : `${words.code === "fr" ? "« " : "“"}${account.name}${words.code === "fr" ? " »" : "”"}`;
};

/** The three ways on from here. */
export const wayPage = (frame: Frame): Html => {
  const { bank, words } = frame;
  const { way } = words;
  const body = html`<section class="card">
<h1>${way.title}</h1>
<p class="lead">${way.lead}</p>
<div class="ways">
${form(frame, { action: "sign-in", className: "way" }, html`<button class="main">${way.signIn}</button><p>${way.signInLead}</p>`)}
<div class="way"><a class="button" href="${pathTo(bank, "help")}">${way.help}</a><p>${way.helpLead}</p></div>
${form(frame, { action: "not-a-customer", className: "way" }, html`<button>${way.stranger}</button><p>${way.strangerLead}</p>`)}
</div>
</section>`;
  return layout(frame, { title: way.title }, body);
};

/** On to the issuer: a refresh, for a redirect after a form would be held to the form's own policy all along the issuer's hops. */
export const leavingPage = (frame: Frame, address: string): Html => {
  const { leaving } = frame.words;
  const body = html`<section class="card"><h1>${leaving.title}</h1><p class="lead">${leaving.lead}</p>
<p><a class="button main" href="${address}" rel="noreferrer">${leaving.action}</a></p></section>`;
  return layout(frame, { title: leaving.title, refreshTo: address }, body);
};

type Said = {
  readonly notice?: string | undefined;
  /** What was typed and is no code: it stays, with the reason beside it. */
  readonly wrongCode?: string;
};

/** The counter's own door: a code, or a conversation that is there already. */
export const homePage = (frame: Frame, { notice, wrongCode }: Said = {}): Html => {
  const { words } = frame;
  const { home } = words;
  const body = html`<h1>${home.title}</h1>
${notice === undefined ? "" : html`<p class="notice" role="status">${notice}</p>`}
<section class="card"><h2>${home.code}</h2>
${form(
  frame,
  { action: "code", className: "fields" },
  html`<label for="code">${home.codeLabel}</label>
<input id="code" name="code" required maxlength="20" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" aria-describedby="${wrongCode === undefined ? "" : "code-wrong "}code-hint" class="code-field" value="${wrongCode ?? ""}"${wrongCode === undefined ? "" : html` aria-invalid="true" autofocus`}>
${wrongCode === undefined ? "" : html`<p id="code-wrong" class="wrong" role="alert">${home.wrongCode}</p>`}
<p id="code-hint" class="hint">${home.codeLead}</p>
<button class="main">${words.continue}</button>`,
)}
</section>
<section class="card quiet"><h2>${home.again}</h2>
${form(frame, { action: "sign-in", fields: { returning: "yes" } }, html`<p>${home.againLead}</p><button>${words.over.signIn}</button>`)}
</section>`;
  return layout(frame, { title: wrongCode === undefined ? home.title : home.wrongCode }, body);
};
