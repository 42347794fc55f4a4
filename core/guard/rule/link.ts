import { type Finding, findingOf } from "../finding.ts";

const label = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";
/** Any of these parts the names of a host (UTS 46, 4). */
const dot = "[.\\u3002\\uff0e\\uff61]";
const host = `(?:${label}${dot})+[a-z]{2,24}`;
/** Endings that are no words: "merci.de rien" and "Bonjour.je" lack a space and are no addresses. */
const endings =
  "fr|eu|uk|be|ch|lu|nl|pl|cz|com|org|net|info|biz|app|dev|bank|io|co|ly|gl|gd|link|online|site|website|store|shop|tech|cloud|click|top|icu|vip|zip|mov|xyz|ru|cn|cc|tk|example|invalid";
/** An address without a name is no bank's; a number that is no address has no port and no path. */
const numbers = "\\d{1,3}(?:\\.\\d{1,3}){3}(?=[:/])";
const links = new RegExp(
  `\\bhttps?:\\/\\/[^\\s<>"«»]+|(?<![@\\p{L}\\p{N}_.-])(?:www\\.${host}|(?:${label}${dot})+(?:${endings})|${host}(?=\\/\\S)|${numbers})(?![\\p{L}\\p{N}_@-])(?:[/?#][^\\s<>"«»]*)?`,
  "giu",
);

/** Of the sentence a link stands in. Begun at the first of a row alone, or a long row would be read once a sign. */
const closingSigns = /(?<![.,;:!?)\]…])[.,;:!?)\]…]+$/;

/** Links to hosts that the bank does not know. What is below a known host is known; what only begins like one is not. */
export const unknownLinks = (text: string, known: readonly string[]): readonly Finding[] => {
  const { places, shown } = asShown(text);
  return [...shown.matchAll(links)].flatMap((match) => {
    const link = match[0].replace(closingSigns, "");
    const last = places[match.index + link.length - 1] ?? 0;
    return isKnown(link, known) ? [] : [findingOf("link", places[match.index] ?? 0, last + 1)];
  });
};

/** A text without the signs that nobody sees, and where each of what is left stands in it: an address that is copied has none. */
const asShown = (text: string): { readonly shown: string; readonly places: readonly number[] } => {
  const places: number[] = [];
  let shown = "";
  let at = 0;
  for (const character of text) {
    if (!hidden.test(character)) {
      for (let unit = 0; unit < character.length; unit += 1) places.push(at + unit);
      shown += character;
    }
    at += character.length;
  }
  return { shown, places };
};
const hidden = /\p{Default_Ignorable_Code_Point}/u;

const isKnown = (link: string, known: readonly string[]): boolean => {
  const url = URL.parse(/^https?:/i.test(link) ? link : `https://${link}`);
  // A name before an @ is what a forged address begins with.
  if (url === null || url.username !== "" || url.password !== "") return false;
  return known.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
};
