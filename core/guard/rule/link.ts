import { joinSpelled } from "../disguise.ts";
import { isEnding, isPlainEnding, isSmallWord } from "../ending.ts";
import { type Finding, findingOf } from "../finding.ts";
import { placeIn, type Reading, readingOf, respelled } from "../reading.ts";
import { fold } from "../word.ts";

const label = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?";
const path = '(?:[/?#\\\\][^\\s<>"«»]*)?';
/** An address without a name is no bank's; a number that is no address has no port and no path. */
const numbers = "\\d{1,3}(?:\\.\\d{1,3}){3}(?=[:/])|\\[[0-9a-f]*:[0-9a-f:.]+\\](?=[:/])";
const withScheme = `\\b[a-z][a-z0-9+.*-]{1,12}:(?:\\/\\/|\\\\\\\\)[^\\s<>"«»]+|\\b(?:javascript|vbscript|data|file):[^\\s<>"«»]+`;
const links = new RegExp(
  `${withScheme}|(?<![@\\p{L}\\p{N}_.-])(?:(?<host>(?:${label}\\.)+(?!\\d+(?![\\p{L}-]))${label})(?::\\d{1,5})?|${numbers})(?![\\p{L}\\p{N}_@-])${path}`,
  "giu",
);

/** Of the sentence a link stands in. Begun at the first of a row alone, or a long row would be read once a sign. */
const closingSigns = /(?<![.,;:!?)\]…])[.,;:!?)\]…]+$/;

/** Links to hosts that the bank does not know. What is below a known host is known; what only begins like one is not. */
export const unknownLinks = (text: string, known: readonly string[]): readonly Finding[] => {
  const shown = asShown(text);
  const found: Finding[] = [];
  for (const reading of [shown, spelt(shown)]) {
    for (const match of reading.text.matchAll(links)) {
      const link = match[0].replace(closingSigns, "");
      if (!isLink(match, reading.text) || isKnown(link, known)) continue;
      const { end, start } = placeIn(reading, match.index, match.index + link.length);
      if (!found.some((one) => one.start < end && start < one.end)) found.push(findingOf("link", start, end));
    }
  }
  return found;
};

/** A host without a scheme is one by its ending. What is a little word too may begin a sentence that no space was put before. */
const isLink = ({ 0: link, groups, index }: RegExpExecArray, text: string): boolean => {
  const host = groups?.["host"];
  if (host === undefined) return true;
  const labels = host.split(".");
  const ending = fold(labels.at(-1) ?? "");
  if (link.length > host.length && /^[a-z]{2,}$/.test(ending) && /[/\\]./.test(link.slice(host.length))) return true;
  if (/^www$/i.test(labels[0] ?? "") && labels.length > 2) return true;
  if (isPlainEnding(ending)) return true;
  if (!(isEnding(ending) || isEnding((labels.at(-1) ?? "").toLowerCase())) || labels.some((each) => each.length < 2))
    return false;
  if (!isSmallWord(ending)) return true;
  const goesOn = /^\s+[\p{L}\p{N}]/u.test(text.slice(index + link.length));
  return !goesOn || leads.test(text.slice(Math.max(0, index - 24), index));
};

/** What an address follows. */
const leads =
  /(?<!\p{L})(?:sur|voyez|voir|visitez|site|lien|adresse|visit|see|website|link|go to|auf|unter|visite|besuchen sie)\s*:?\s*$/iu;

/** A text as it is copied: without the signs that nobody sees, in plain letters and points. */
const asShown = (text: string): Reading => {
  const reading = respelled(readingOf(text), /\p{Default_Ignorable_Code_Point}+/gu, () => "");
  // Any of these parts the names of a host (UTS 46, 4).
  const pointed = respelled(reading, /[\u2024\u3002\uff61]/gu, () => ".");
  return respelled(pointed, /[\u{ff01}-\u{ff5e}\u{1d400}-\u{1d7ff}]/gu, ({ 0: sign }) => sign.normalize("NFKC"));
};

/** The same with what stands for a point or parts an address put right: "evil[.]com", "evil dot com", "evil . com", "hxxps". */
const spelt = (shown: Reading): Reading => {
  let reading = joinSpelled(shown);
  reading = respelled(reading, /(?<=https?)\s*:\s*\/\s*\/\s*/gi, () => "://");
  reading = respelled(reading, bracketed, () => ".");
  reading = respelled(reading, named, ({ groups }) => {
    const [ending, point] = [fold(groups?.["ending"] ?? ""), groups?.["point"]?.toLowerCase() ?? ""];
    return isPlainEnding(ending) || own[point]?.includes(ending) ? "." : undefined;
  });
  return respelled(reading, parted, ({ 0: sign, groups }) => {
    const ending = groups?.["ending"] ?? "";
    return sign.trim() !== "" && isPlainEnding(ending) && !isSmallWord(ending) ? "." : undefined;
  });
};

const points = "\\.|dot|d0t|point|p0int|punkt|punto|ponto|punt";
/** Endings that are words elsewhere, by the language that a point is named in. */
const own: Readonly<Record<string, readonly string[]>> = { punkt: ["de", "at"], punto: ["es", "it"], ponto: ["pt"] };
const bracketed = new RegExp(`\\s*[[({<]\\s*(?:${points})\\s*[\\])}>]\\s*`, "giu");
const named = new RegExp(
  `(?<=[\\p{L}\\p{N}])[\\s_-]+(?<point>${points})[\\s_-]+(?=(?<ending>\\p{L}{2,24})(?![\\p{L}\\p{N}]))`,
  "giu",
);
/** A small letter follows: a sentence begins with a capital. */
const parted = /(?<=[\p{L}\p{N}])\s{0,2}[.,·‧•]\s{0,2}(?=(?<ending>[a-z]{2,4})(?![\p{L}\p{N}.]))/gu;

const isKnown = (link: string, known: readonly string[]): boolean => {
  const url = URL.parse(/^https?:/i.test(link) ? link : `https://${link}`);
  // A name before an @ is what a forged address begins with.
  if (url === null || url.username !== "" || url.password !== "") return false;
  return known.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
};
