import { html } from "hono/html";
import type * as Channel from "#core/channel";
import * as Handoff from "#core/handoff";
import type { Line } from "../thread.ts";
import { check, type Frame, form, type Html, layout, lock, pathTo } from "./layout.ts";

/** Whether the social account is known to be this customer's, and the code that would prove it. */
export type Proving = {
  readonly channel: Channel.Channel;
  readonly handle: string;
  readonly isProven: boolean;
  readonly code?: string;
};

type Talk = {
  readonly lines: readonly Line[];
  readonly version: number;
  readonly isClosed: boolean;
  /** What the customer wrote is here; `by` says when it is answered at the latest. */
  readonly waiting?: { readonly by?: string };
  readonly proving: Proving;
  /** Names the next message, so that sending it twice is sending it once. */
  readonly nextId: string;
};

/** The protected conversation. Without its script it is read by loading it again. */
export const conversationPage = (frame: Frame, talk: Talk): Html => {
  const { bank, words } = frame;
  const { conversation } = words;
  const { isClosed, lines, nextId, version, waiting } = talk;
  const body = html`<div class="talk-head"><h1>${conversation.title}</h1>
<p class="talk-tools"><a class="button small" href="${pathTo(bank, "conversation")}">${conversation.reload}</a></p>
${form(frame, { action: "leave", className: "leave" }, html`<button class="small">${conversation.leave}</button>`)}</div>
<ol id="lines" class="lines" data-news="${pathTo(bank, "news")}" data-version="${version}" data-you="${conversation.you}" data-bank="${bank.name}" data-locale="${words.moment}" data-zone="${bank.timeZone}" aria-live="polite" aria-label="${conversation.title}">
${lines.length === 0 ? html`<li class="nothing">${conversation.empty}</li>` : lines.map((line) => lineItem(frame, line))}
</ol>
${waiting === undefined ? "" : html`<p id="received" class="notice good">${check}<span>${conversation.received(waiting.by)}</span></p>`}
<p id="offline" class="notice" hidden>${conversation.offline}</p>
${isClosed ? html`<p class="notice">${conversation.closed}</p>` : ""}
${form(
  frame,
  { action: "messages", className: "write", fields: { id: nextId } },
  html`<label for="text">${conversation.label}</label>
<textarea id="text" name="text" rows="4" required maxlength="4000" aria-describedby="text-hint"></textarea>
<p id="text-hint" class="hint">${lock}<span>${conversation.hint}</span></p>
<button class="main">${conversation.send}</button>`,
)}
${provingCard(frame, talk.proving)}`;
  return layout(frame, { title: conversation.title, hasScript: true }, body);
};

const lineItem = ({ bank, words }: Frame, { at, from, text }: Line): Html =>
  html`<li class="line ${from}"><p class="who"><strong>${from === "customer" ? words.conversation.you : bank.name}</strong> <time datetime="${at}">${momentOf(at, words.moment, bank.timeZone)}</time></p><p class="text">${text}</p></li>`;

export const momentOf = (at: string, locale: string, timeZone: string): string =>
  new Date(at).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short", timeZone });

export const provingCard = (frame: Frame, { channel, code, handle, isProven }: Proving): Html => {
  const { words } = frame;
  const { proof } = words;
  const network = words.networks[channel];
  if (isProven) return html`<p class="notice good">${check}<span>${proof.done(network)}</span></p>`;
  return html`<section class="card quiet" id="proof"><h2>${proof.title(network)}</h2>
${
  code === undefined
    ? html`<p>${proof.lead(network)}</p>${form(frame, { action: "proof" }, html`<button>${proof.action}</button>`)}`
    : html`<p>${proof.shown(network, handle)}</p><p class="code" translate="no">${Handoff.showCode(code)}</p><p class="hint">${proof.warning}</p>`
}</section>`;
};

/** Signed in, and on to the bank's own messaging. */
export const arrivalPage = (frame: Frame, proving: Proving): Html => {
  const { bank, words } = frame;
  const { arrival } = words;
  const body = html`<section class="card"><h1>${arrival.title}</h1><p class="lead">${arrival.lead(bank.name)}</p>
${form(frame, { action: "go" }, html`<button class="main">${arrival.action}</button>`)}</section>
${provingCard(frame, proving)}`;
  return layout(frame, { title: arrival.title }, body);
};

/** The token goes by a form to the bank's messaging: an address would keep it in histories and logs. */
export const goingPage = (frame: Frame, { token, url }: { readonly token: string; readonly url: string }): Html => {
  const { arrival } = frame.words;
  const body = html`<section class="card"><h1>${arrival.going}</h1>
<form method="post" action="${url}" data-send><input type="hidden" name="token" value="${token}"><button class="main">${arrival.action}</button></form></section>`;
  return layout(frame, { title: arrival.going, hasScript: true }, body);
};
