import { html, raw } from "hono/html";
import type { Language } from "../language.ts";
import { type Html, layout } from "../layout.ts";
import { people } from "../person.ts";
import { wordsOf } from "./words.ts";

/** The people to sign in as, each a button that posts its id as `person`. */
export const signInPage = (language: Language, uid: string): Html => {
  const { title, lead, customers, demo, roles, other } = wordsOf[language];
  const buttons = people.map(
    ({ id, name, role }) =>
      html`<button class="person" name="person" value="${id}">
        <span class="initials" aria-hidden="true">${initialsOf(name)}</span>
        <span class="name">${name}</span>
        <span class="role">${roles[role].name} · ${roles[role].does}</span>
      </button>`,
  );
  const content = html`<p class="lead">${lead}</p>
    <form class="people" method="post" action="/oidc/sign-in/${uid}">${buttons}</form>
    <p class="small"><a href="/simulator">${customers}</a></p>
    <p class="small">${demo} <a href="?lang=${other.language}" lang="${other.language}">${other.name}</a></p>`;
  return card(language, title, content);
};

/** `form` is the provider's own, without a button. */
export const signOutPage = (language: Language, form: string): Html => {
  const { signOut } = wordsOf[language];
  const content = html`${raw(form)}
    <p class="choice">
      <button class="main" type="submit" form="op.logoutForm" name="logout" value="yes">${signOut.yes}</button>
      <a href="/">${signOut.no}</a>
    </p>`;
  return card(language, signOut.title, content);
};

export const signedOutPage = (language: Language): Html =>
  card(language, wordsOf[language].signOut.done, html`<p><a href="/">${wordsOf[language].problem.back}</a></p>`);

/** `code` is OAuth's error code, such as `invalid_request`. */
export const problemPage = (language: Language, code: string): Html => {
  const { title, lead, back } = wordsOf[language].problem;
  const content = html`<p class="lead">${lead}</p>
    <p><a href="/">${back}</a></p>
    <p class="small"><code>${code}</code></p>`;
  return card(language, title, content);
};

const card = (language: Language, title: string, content: Html): Html =>
  layout(
    { language, title: `${title} · Guichet` },
    html`<main class="card">
      <p class="bank">Banque Lumière</p>
      <h1>${title}</h1>
      ${content}
    </main>`,
  );

const initialsOf = (name: string): string =>
  name
    .split(" ")
    .map((word) => word[0])
    .join("");
