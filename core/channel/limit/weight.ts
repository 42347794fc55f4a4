/**
 * X's weighted length: 1 for Latin and most alphabets, 2 for the rest, 2 for an emoji however long its sequence, 23 for a link, after NFC.
 * Written here because the reference library would more than double an agent's first page. What is a link depends on a list of 1,500
 * top-level domains there; here the dearer reading counts where that is in doubt.
 * Source: docs.x.com, fundamentals/counting-characters; configuration v3 of twitter-text.
 */
export const weigh = (text: string): number => {
  const normal = text.normalize("NFC");
  if (!MAY_BE_LINK.test(normal)) return weighPlain(normal);
  let total = 0;
  let at = 0;
  for (const link of normal.matchAll(LINK)) {
    total +=
      weighPlain(normal.slice(at, link.index)) +
      (link.groups?.["sure"] ? LINK_WEIGHT : Math.max(LINK_WEIGHT, weighPlain(link[0])));
    at = link.index + link[0].length;
  }
  return total + weighPlain(normal.slice(at));
};

const LINK_WEIGHT = 23;

/** Without one of these there is no link, and the long expression, which takes a browser a while to make, is not needed. */
const MAY_BE_LINK = /\.|:\/\//;

const REST = String.raw`(?:[\w!*';:=+,.$%|@/?#&~-]*[\w=#/+-])?`;
const ENDINGS = "[a-z]{2}|com|org|net|info|biz|app|dev|bank|io|eu|online|site|store|shop|tech|cloud|paris|gouv|edu|gov";

/** Links that X recognises for sure: an ordinary host behind a protocol, with what it takes as its path. Its own shortener ends early. */
const SURE = String.raw`(?<![a-z0-9@$#])https?:\/\/(?:t\.co\/[a-z0-9]+|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:${ENDINGS})(?![\p{L}\d._@-])(?:[/?]${REST})?)`;

/** Whether X links these depends on the domain: anything behind a protocol, and what looks like a domain without one. */
const DOUBTFUL = String.raw`https?:\/\/[^\s\/?#]*|(?<![@\p{L}\p{N}_.$#\/-])(?:[\p{L}\p{N}]+(?:-+[\p{L}\p{N}]+)*\.)+[a-z]{2,}(?![a-z\d@-])(?:\/${REST})?`;

const LINK = new RegExp(`(?<sure>${SURE})|${DOUBTFUL}`, "giu");

const weighPlain = (text: string): number => {
  if (!MAY_BE_EMOJI.test(text)) return weighPoints(text);
  let total = 0;
  for (const { segment } of segmenter().segment(text)) total += isEmoji(segment) ? 2 : weighPoints(segment);
  return total;
};

/** Without one of these there is no emoji, and where characters end does not matter. */
const MAY_BE_EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

let graphemes: Intl.Segmenter | undefined;

/** Made when first needed: it takes 25 ms, which who writes no emoji should not pay. */
const segmenter = (): Intl.Segmenter => {
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return graphemes;
};

const isEmoji = (segment: string): boolean =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3/u.test(segment);

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
