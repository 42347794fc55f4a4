import { html } from "hono/html";
import type { Language } from "../language.ts";
import { type Html, layout } from "../layout.ts";
import { type Failure, failures } from "./failure.ts";
import { wordsOf } from "./words.ts";
import { type Entry, keyOf, type Thread } from "./world.ts";

export type View = {
  readonly language: Language;
  readonly threads: readonly Thread[];
  readonly selected: Thread | undefined;
  readonly failing: readonly Failure[];
};

/** The page that plays the customer. What is marked `data-live` the script replaces every second. */
export const simulatorPage = (view: View): Html => {
  const { language, selected } = view;
  const words = wordsOf[language];
  const title = `${words.title} · Guichet`;
  return layout(
    { language, title, script: "/local/refresh.js" },
    html`<header class="bar">
        <h1>${words.title}</h1>
        <p>${words.lead}</p>
        <nav><a href="/">${words.inbox}</a> <a href="?lang=${words.other.language}" lang="${words.other.language}">${words.other.name}</a></nav>
      </header>
      <main class="simulator">
        <nav class="threads" aria-label="${words.customers}">
          <a class="new" href="/simulator?lang=${language}">${words.newCustomer}</a>
          <div id="threads" data-live>${threadList(view)}</div>
        </nav>
        <section class="thread">
          <ol id="entries" data-live>${entryList(view)}</ol>
          ${selected === undefined ? newCustomerForm(language) : replyForm(language, selected)}
        </section>
        <aside class="failures">${failureForm(view)}</aside>
      </main>`,
  );
};

const threadList = ({ language, threads, selected }: View): Html[] =>
  threads.map(
    (thread) =>
      html`<a class="with" href="/simulator?lang=${language}&with=${keyOf(thread)}" ${thread === selected ? html`aria-current="page"` : ""}>
        <strong>${thread.name}</strong>
        <span>${wordsOf[language].platforms[thread.platform]} · ${thread.entries.at(-1)?.text.slice(0, previewLength)}</span>
      </a>`,
  );

const previewLength = 60;

const entryList = ({ language, selected }: View): Html | Html[] =>
  selected === undefined || selected.entries.length === 0
    ? html`<li class="nothing">${wordsOf[language].nothing}</li>`
    : selected.entries.map((entry) => entryItem(language, selected, entry));

const entryItem = (language: Language, { name }: Thread, { from, text, visibility, at }: Entry): Html => {
  const words = wordsOf[language];
  return html`<li class="entry ${from}">
    <p>${text}</p>
    <small>${from === "bank" ? words.bank : name} · ${words.visibilities[visibility]} · <time datetime="${at}">${timeOf(language, at)}</time></small>
  </li>`;
};

/** The hour at the bank. */
const timeOf = (language: Language, at: string): string =>
  new Date(at).toLocaleTimeString(language === "en" ? "en-GB" : "fr-FR", {
    timeStyle: "short",
    timeZone: "Europe/Paris",
  });

const newCustomerForm = (language: Language): Html => {
  const words = wordsOf[language];
  return html`<form class="say" method="post" action="/simulator/say?lang=${language}">
    <label>${words.name} <input name="name" required maxlength="60" autocomplete="off" value="Manon Keller" /></label>
    <fieldset>
      <legend>${words.where}</legend>
      <label><input type="radio" name="platform" value="x" checked /> ${words.platforms.x}</label>
      <label><input type="radio" name="platform" value="facebook" /> ${words.platforms.facebook}</label>
    </fieldset>
    ${sayFields(language, "public")}
  </form>`;
};

const replyForm = (language: Language, { platform, name, handle, entries }: Thread): Html =>
  html`<form class="say" method="post" action="/simulator/say?lang=${language}">
    <input type="hidden" name="name" value="${name}" />
    <input type="hidden" name="platform" value="${platform}" />
    ${handle === undefined ? "" : html`<input type="hidden" name="handle" value="${handle}" />`}
    ${sayFields(language, entries.at(-1)?.visibility ?? "public")}
  </form>`;

const sayFields = (language: Language, visibility: Entry["visibility"]): Html => {
  const words = wordsOf[language];
  const choice = (value: Entry["visibility"]) =>
    html`<label><input type="radio" name="visibility" value="${value}" ${value === visibility ? "checked" : ""} /> ${words.visibilities[value]}</label>`;
  return html`<fieldset>${choice("public")}${choice("private")}</fieldset>
    <label class="text">${words.text} <textarea name="text" rows="3" required maxlength="2000"></textarea></label>
    <button class="main" type="submit">${words.send}</button>`;
};

const failureForm = ({ language, selected, failing }: View): Html => {
  const words = wordsOf[language];
  const back = selected === undefined ? "" : `&with=${keyOf(selected)}`;
  return html`<form method="post" action="/simulator/fail?lang=${language}${back}">
    <h2>${words.break}</h2>
    <p>${words.breakLead}</p>
    ${failures.map((failure) => html`<button name="failure" value="${failure}">${words.failures[failure]}</button>`)}
    <p id="failing" data-live>${failing.length === 0 ? "" : `${words.waiting} ${failing.length}`}</p>
  </form>`;
};
