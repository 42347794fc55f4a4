import { html } from "hono/html";
import type { Language } from "../language.ts";
import { type Html, layout } from "../layout.ts";
import { entryItem } from "./bubble.ts";
import { type Failure, failures } from "./failure.ts";
import { lastPlaceOf, type Place, places, placesOn, platformOf } from "./place.ts";
import { wordsOf } from "./words.ts";
import { type Entry, entryIn, keyOf, type Platform, platforms, type Thread } from "./world.ts";

export type View = {
  readonly language: Language;
  readonly threads: readonly Thread[];
  readonly selected: Thread | undefined;
  readonly failing: readonly Failure[];
  readonly expired: ReadonlySet<Platform>;
  /** The id of the message that is being corrected. */
  readonly editing: string | undefined;
  /** Where a button took the customer to write; absent, they go on where they wrote last. */
  readonly place: Place | undefined;
  /** The picture was none, or too large. */
  readonly isPictureRefused: boolean;
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
        <nav>
          <a href="/">${words.inbox}</a>
          <a href="${hereIn(words.other.language, selected)}" lang="${words.other.language}">${words.other.name}</a>
        </nav>
      </header>
      <main class="simulator">
        <nav class="threads" aria-label="${words.customers}">
          <a class="new" href="/simulator?lang=${language}" ${selected === undefined ? html`aria-current="page"` : ""}>${words.newCustomer}</a>
          <div id="threads" data-live>${threadList(view)}</div>
        </nav>
        <section class="thread" aria-label="${selected?.name ?? words.newCustomer}">${threadPane(view)}</section>
        <aside class="failures">${failureForm(view)}${tokenForm(view)}</aside>
      </main>`,
  );
};

const hereIn = (language: Language, selected: Thread | undefined): string =>
  `/simulator?lang=${language}${selected === undefined ? "" : `&with=${keyOf(selected)}`}`;

const previewLength = 60;

const threadList = ({ language, threads, selected }: View): Html[] =>
  threads.map(
    (thread) =>
      html`<a class="with" href="${hereIn(language, thread)}" ${thread === selected ? html`aria-current="page"` : ""}>
        <strong>${thread.name}</strong>
        <span class="platform" data-platform="${thread.platform}">${wordsOf[language].platforms[thread.platform]}</span>
        <span class="preview">${thread.entries.at(-1)?.text.slice(0, previewLength)}</span>
      </a>`,
  );

const threadPane = (view: View): Html => {
  const { isPictureRefused, language, selected } = view;
  const words = wordsOf[language];
  const warning = isPictureRefused ? html`<p class="warning" role="alert">${words.pictureTooLarge}</p>` : "";
  if (selected === undefined) return html`<h2>${words.newLead}</h2>${warning}${newCustomerForm(language)}`;
  return html`<h2>${selected.name} <span class="platform" data-platform="${selected.platform}">${words.platforms[selected.platform]}</span></h2>
    <ol id="entries" data-live>${selected.entries.map((entry) => entryItem({ language, thread: selected, entry }))}</ol>
    ${warning}${writingForm(view, selected)}`;
};

const newCustomerForm = (language: Language): Html => {
  const words = wordsOf[language];
  return html`<form class="say" method="post" enctype="multipart/form-data" action="/simulator/say?lang=${language}">
    <label>${words.name} <input name="name" required maxlength="60" autocomplete="off" value="${words.someone}" /></label>
    ${sayFields(language, places, "x.public")}
  </form>`;
};

const writingForm = ({ editing, language, place }: View, thread: Thread): Html => {
  const corrected = editing === undefined ? undefined : entryIn(thread, editing);
  return corrected === undefined
    ? replyForm(language, thread, place ?? lastPlaceOf(thread))
    : editForm(language, thread, corrected);
};

const replyForm = (language: Language, thread: Thread, place: Place): Html =>
  html`<form class="say" id="say" method="post" enctype="multipart/form-data" action="/simulator/say?lang=${language}&with=${keyOf(thread)}">
    ${sayFields(language, placesOn(thread.platform), place)}
  </form>`;

const sayFields = (language: Language, offered: readonly Place[], chosen: Place): Html => {
  const words = wordsOf[language];
  return html`<fieldset>
      <legend>${words.where}</legend>
      ${offered.map(
        (place) =>
          html`<label class="place" data-platform="${platformOf(place)}"><input type="radio" name="place" value="${place}" ${place === chosen ? "checked" : ""} /> ${words.places[place]}</label>`,
      )}
    </fieldset>
    <label class="text">${words.text} <textarea name="text" rows="3" maxlength="4096"></textarea></label>
    <label class="file">${words.picture} <input type="file" name="picture" accept="image/jpeg,image/png,image/webp" /></label>
    <button class="main" type="submit">${words.send}</button>`;
};

const editForm = (language: Language, thread: Thread, { id, text }: Entry): Html => {
  const words = wordsOf[language];
  return html`<form class="say" method="post" action="/simulator/edit?lang=${language}&with=${keyOf(thread)}">
    <input type="hidden" name="id" value="${id}" />
    <label class="text">${words.editing} <textarea name="text" rows="3" required maxlength="4096" autofocus>${text}</textarea></label>
    <div class="choice">
      <button class="main" type="submit">${words.keep}</button>
      <a href="${hereIn(language, thread)}">${words.cancel}</a>
    </div>
  </form>`;
};

const failureForm = ({ language, selected, failing }: View): Html => {
  const words = wordsOf[language];
  return html`<form method="post" action="/simulator/fail${hereIn(language, selected).slice("/simulator".length)}">
    <h2>${words.break}</h2>
    <p>${words.breakLead}</p>
    ${failures.map((failure) => html`<button name="failure" value="${failure}">${words.failures[failure]}</button>`)}
    <p id="failing" data-live>${failing.length === 0 ? "" : `${words.waiting} ${failing.length}`}</p>
  </form>`;
};

const tokenForm = ({ expired, language, selected }: View): Html => {
  const words = wordsOf[language];
  return html`<form method="post" action="/simulator/token${hereIn(language, selected).slice("/simulator".length)}">
    <h2>${words.tokens}</h2>
    <p>${words.tokensLead}</p>
    ${platforms.map((platform) => {
      const say = expired.has(platform) ? words.renew : words.expire;
      return html`<button name="platform" value="${platform}" aria-pressed="${expired.has(platform)}">${say(words.platforms[platform])}</button>`;
    })}
  </form>`;
};
