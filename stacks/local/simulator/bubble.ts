import { html } from "hono/html";
import type { Language } from "../language.ts";
import type { Html } from "../layout.ts";
import { voiceOf } from "./payload/index.ts";
import { placeOf } from "./place.ts";
import { wordsOf } from "./words.ts";
import { type Entry, keyOf, type Thread } from "./world.ts";

type Bubble = { readonly language: Language; readonly thread: Thread; readonly entry: Entry };

/** One thing said, as its platform shows it, with what the customer may do about it there. */
export const entryItem = (bubble: Bubble): Html => {
  const { entry, language, thread } = bubble;
  const words = wordsOf[language];
  const { at, from, reaction, text, visibility } = entry;
  return html`<li class="entry ${from}">
    ${entry.isRemoved === true ? html`<p class="quiet">${words.removed}</p>` : html`${pictures(bubble)}${sent(bubble)}${text === "" ? "" : html`<p>${linked(text)}</p>`}`}
    ${reaction ? html`<p class="reaction">${reaction}</p>` : ""}
    <small>${from === "bank" ? words.bank : thread.name} · ${words.places[placeOf(thread.platform, visibility)]} · <time datetime="${at}">${timeOf(language, at)}</time>${notes(bubble).map((note) => html` · ${note}`)}</small>
    ${entry.isRemoved === true ? "" : actions(bubble)}
  </li>`;
};

/** Addresses can be opened, in a tab of their own, as on a platform. */
const linked = (text: string): (Html | string)[] =>
  text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, index) =>
      index % 2 === 1 ? html`<a href="${part}" target="_blank" rel="noreferrer">${part}</a>` : part,
    );

const pictures = ({ entry, language }: Bubble): Html[] => {
  const words = wordsOf[language];
  return (entry.pictures ?? []).map((address) =>
    entry.isStory === true
      ? html`<p class="quiet">${words.story}</p>`
      : html`<img src="${new URL(address).pathname}" alt="${words.pictureSent}" loading="lazy" />`,
  );
};

/** What the bank sent beside words, by its name and size. */
const sent = ({ entry: { file }, language }: Bubble): Html | string =>
  file === undefined
    ? ""
    : html`<p>📎 ${file.name} · ${Math.ceil(file.size / 1024)} ${wordsOf[language].kilobytes}</p>`;

const notes = ({ entry, language, thread }: Bubble): readonly string[] => {
  const words = wordsOf[language];
  const isUntold = entry.isRemoved === true && voiceOf(thread.platform, entry.visibility).removed === undefined;
  return [
    ...(entry.edits === undefined || entry.isRemoved === true ? [] : [words.edited]),
    ...(entry.isHidden === true ? [words.hidden] : []),
    ...(isUntold ? [words.untold] : []),
  ];
};

/** Editing only where the platform has it; deleting everywhere, whether or not the bank is told. */
const actions = (bubble: Bubble): Html => {
  const { entry, language, thread } = bubble;
  const words = wordsOf[language];
  const voice = voiceOf(thread.platform, entry.visibility);
  const query = `lang=${language}&with=${keyOf(thread)}`;
  if (entry.from === "bank") {
    const mayReact = voice.reacted !== undefined && !entry.reaction;
    return html`${entry.invitesPrivately === true ? html`<p><a class="private" href="/simulator?${query}&place=x.private#say">${words.invited}</a></p>` : ""}
    ${mayReact ? html`<div class="deeds">${deed(`/simulator/react?${query}`, entry.id, words.react)}</div>` : ""}`;
  }
  const isEditable = voice.edited !== undefined && entry.text !== "";
  return html`<div class="deeds">
    ${isEditable ? html`<a href="/simulator?${query}&edit=${encodeURIComponent(entry.id)}">${words.edit}</a>` : ""}
    ${deed(`/simulator/remove?${query}`, entry.id, words.remove)}
  </div>`;
};

const deed = (action: string, id: string, name: string): Html =>
  html`<form method="post" action="${action}"><button name="id" value="${id}">${name}</button></form>`;

/** The hour at the bank. */
const timeOf = (language: Language, at: string): string =>
  new Date(at).toLocaleTimeString(language === "en" ? "en-GB" : "fr-FR", {
    timeStyle: "short",
    timeZone: "Europe/Paris",
  });
