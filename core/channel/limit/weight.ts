/**
 * X's weighted length: 1 for Latin and most alphabets, 2 for the rest, 2 for an emoji however long its sequence, 23 for a link, after NFC.
 * Written here because the reference library would more than double an agent's first page. Where the two could differ, this one counts more.
 * Source: docs.x.com, fundamentals/counting-characters; configuration v3 of twitter-text.
 */
export const weigh = (text: string): number => {
  const normal = text.normalize("NFC");
  let total = 0;
  let at = 0;
  for (const link of normal.matchAll(LINK)) {
    const { index } = link;
    total += weighPlain(normal.slice(at, index)) + weighLink(link[0]);
    at = index + link[0].length;
  }
  return total + weighPlain(normal.slice(at));
};

const LINK_WEIGHT = 23;

/** An address with a protocol, or a bare domain: not after @, a letter, a digit or a dot, which make it something else. */
const LINK =
  /https?:\/\/[^\s<>"'“”‘’]+|(?<![@\w.$#-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?![\w@-])(?:[/?#][^\s<>"'“”‘’]*)?/giu;

/** Whether X links a bare domain depends on its list of top-level domains: the dearer of the two is counted. */
const weighLink = (link: string): number =>
  link.includes("://") ? LINK_WEIGHT : Math.max(LINK_WEIGHT, weighPlain(link));

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

const weighPlain = (text: string): number => {
  let total = 0;
  for (const { segment } of graphemes.segment(text)) total += isEmoji(segment) ? 2 : weighPoints(segment);
  return total;
};

const isEmoji = (segment: string): boolean =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3/u.test(segment) &&
  !/^\p{Extended_Pictographic}\p{L}/u.test(segment);

const weighPoints = (segment: string): number => {
  let total = 0;
  for (const character of segment) total += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  return total;
};

const isLight = (point: number): boolean =>
  point <= 4_351 ||
  (point >= 8_192 && point <= 8_205) ||
  (point >= 8_208 && point <= 8_223) ||
  (point >= 8_242 && point <= 8_247);
