import { eachMatch } from "./each-match.ts";
import { Family } from "./family.ts";

/**
 * Where nothing is looked for: links (the values of their parameters excepted), handles and tags. One byte a character, absent when there is no such place.
 */
export const readQuiet = (lower: string, families: number): Uint8Array | undefined => {
  let mask: Uint8Array | undefined;
  const still = (pattern: RegExp, wakes: boolean): void => {
    eachMatch(pattern, lower, ({ index, 0: text }) => {
      mask ??= maskFor(lower.length + 1);
      mask.fill(1, index, index + text.length);
      if (wakes) wake(mask, text, index);
    });
  };
  const hasStop = (families & Family.stop) !== 0;
  const hasLink = (families & Family.link) !== 0;
  if ((hasLink && lower.includes("://")) || (hasStop && lower.includes("www."))) still(links, true);
  if (hasLink && hasStop && /\.[a-z]{2,5}\//.test(lower)) still(bareLinks, true);
  if ((families & Family.sign) !== 0 || (hasLink && lower.includes("#"))) still(handles, false);
  return mask;
};

/** One text is read at a time; a long one has a mask of its own. */
const maskFor = (length: number): Uint8Array =>
  length <= kept.length ? kept.fill(0, 0, length) : new Uint8Array(length);
const kept = new Uint8Array(8192);

const domain =
  "(?:com|fr|net|org|eu|io|co|uk|de|es|it|nl|be|ch|pt|app|me|ly|info|biz|gov|edu|tv|us|ca|lu|at|pl|ie|bank|dev|ai|gl|link)";

const links = /(?:\bhttps?:\/\/|\bwww\.)[^\s<>"')\]]{1,2000}/g;
const bareLinks = new RegExp(`(?<![a-z0-9@.-])(?:[a-z0-9-]{1,63}\\.){1,4}${domain}/[^\\s<>"')\\]]{1,2000}`, "g");
const handles =
  /(?<![a-z0-9._%+@-])@[a-z0-9_]{2,50}(?!\.?[a-z0-9_-])|(?<![a-z0-9&])#(?![a-z]{2}\d\d[a-z0-9]{11,30}(?![a-z0-9_])|[a-z_]{1,20}\d{4}(?:\d{8}|[ .-]\d{4}[ .-]\d{4}))[a-z_][a-z0-9_]{0,80}/g;

/** Parts of a link that say something of a person: values of parameters, user and password, numbers to call. */
const telling =
  /=[^&#\s]{1,200}|\/\/[^/@\s]{1,100}@|\b(?:wa\.me|t\.me|api\.whatsapp\.com)\/[^/?#]{1,30}|\b(?:tel|mailto|sms):[^?\s]{1,100}/g;

const wake = (mask: Uint8Array, link: string, start: number): void => {
  eachMatch(telling, link, ({ index, 0: text }) => mask.fill(0, start + index, start + index + text.length));
};
