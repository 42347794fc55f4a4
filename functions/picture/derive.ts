import sharp from "sharp";
import * as Picture from "#core/picture";
import type * as Redaction from "#core/redaction";
import { openReader, type Pixels } from "./read.ts";

/** A picture as an agent may see it: JPEG, with nothing a camera wrote into it; or that it must not be seen. */
export type Derivative =
  | { readonly state: "shown"; readonly jpeg: Uint8Array; readonly found: Readonly<Record<string, number>> }
  | { readonly state: "withheld" };

/**
 * How long the longest side of a picture is made before it is read. The derivative has the same: nobody can make out in
 * it what the reader could not. Small ones are made larger, or the reader misses what a person guesses.
 */
const longestSide = { least: 960, most: 1600 };
/** 40 megapixels, more than a telephone's camera takes: a small file may unfold to gigabytes. */
const mostPixels = 40_000_000;
const jpegQuality = 82;

const withheld: Derivative = { state: "withheld" };

/**
 * Reads a picture in memory and covers what redaction finds in it. What was covered is read again: a number that is still
 * there withholds the picture. So does everything unexpected: a format that is no picture, damage, writing that cannot be
 * read.
 */
export const derive = async (original: Uint8Array, options: Redaction.Options): Promise<Derivative> => {
  if (!Picture.isPicture(original)) return withheld;
  const pixels = await open(original);
  if (pixels === undefined) return withheld;
  const read = await openReader();
  const before = Picture.conceal(await read(pixels), options);
  if (!before.isReadable) return withheld;
  const { found, patches } = before;
  if (patches.length === 0) return { state: "shown", jpeg: await encode(pixels), found };
  const covered = await cover(pixels, patches);
  const after = Picture.conceal(await read(covered), options);
  if (!after.isReadable || Object.keys(after.found).length > 0) return withheld;
  return { state: "shown", jpeg: await encode(covered), found };
};

/** A picture as it may be sent: JPEG, upright, without what a camera wrote into it; or why not. */
export type Clean =
  | { readonly state: "ready"; readonly jpeg: Uint8Array }
  | { readonly state: "refused"; readonly found: Readonly<Record<string, number>> };

const sentSide = 2048;

/**
 * Reads a picture that an agent wants to send. Nothing is covered in it: what redaction finds stops it, and so does a
 * picture that cannot be read.
 */
export const clean = async (original: Uint8Array, options: Redaction.Options): Promise<Clean> => {
  const pixels = Picture.isPicture(original) ? await open(original) : undefined;
  if (pixels === undefined) return { state: "refused", found: {} };
  const read = await openReader();
  const seen = Picture.conceal(await read(pixels), options);
  if (!seen.isReadable) return { state: "refused", found: {} };
  if (Object.keys(seen.found).length > 0) return { state: "refused", found: seen.found };
  const jpeg = await sharp(original, { limitInputPixels: mostPixels, failOn: "error", pages: 1 })
    .rotate()
    .resize({ width: sentSide, height: sentSide, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .jpeg({ quality: jpegQuality })
    .toBuffer();
  return { state: "ready", jpeg };
};

const open = async (original: Uint8Array): Promise<Pixels | undefined> => {
  try {
    const image = sharp(original, { limitInputPixels: mostPixels, failOn: "error", pages: 1 });
    const { height, width } = await image.metadata();
    const side = Math.max(longestSide.least, Math.min(longestSide.most, Math.max(width, height)));
    const { data, info } = await image
      .rotate()
      .resize({ width: side, height: side, fit: "inside" })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch {
    // Damaged, too large or not what it says: its decoder's words may quote it.
    return undefined;
  }
};

/** Filled, not blurred: a blur can be undone by guessing. */
const cover = async (pixels: Pixels, patches: readonly Picture.Region[]): Promise<Pixels> => {
  const { height, width } = pixels;
  const polygons = patches.map((patch) => `<polygon points="${cornersOf(patch)}"/>`).join("");
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="#1f2937">${polygons}</svg>`;
  const data = await sharp(pixels.data, raw(pixels))
    .composite([{ input: Buffer.from(drawing) }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { data, width, height };
};

const cornersOf = (patch: Picture.Region): string =>
  [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]
    .map(([along = 0, across = 0]) =>
      Picture.pointIn(patch, (along * patch.width) / 2, (across * patch.height) / 2)
        .map((each) => each.toFixed(1))
        .join(","),
    )
    .join(" ");

const encode = (pixels: Pixels): Promise<Uint8Array> =>
  sharp(pixels.data, raw(pixels)).jpeg({ quality: jpegQuality }).toBuffer();

const raw = ({ height, width }: Pixels) => ({ raw: { width, height, channels: 3 as const } });
