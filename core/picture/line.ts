import type { Writing } from "./decode.ts";
import type { Region } from "./region.ts";

/** What is written in one region. */
export type Line = { readonly region: Region; readonly writing: Writing };

/** Which character of which line a character of the text is; a space or line break between two is none. */
export type Place = { readonly line: Line; readonly index: number };

export type Reading = { readonly text: string; readonly places: readonly (Place | undefined)[] };

/** Lines whose middles are nearer than this share of their height stand beside each other. */
const besideEachOther = 0.5;

/**
 * The lines as a person reads them: rows from the top, each from its beginning, level or tilted. What stands apart in a
 * row is put together with a space, so that the groups of a number are one number again.
 */
export const readTogether = (lines: readonly Line[]): Reading => {
  const places: (Place | undefined)[] = [];
  let text = "";
  for (const [number, row] of rowsOf(lines).entries()) {
    for (const [position, line] of row.entries()) {
      const gap = position > 0 ? " " : number > 0 ? "\n" : "";
      text += gap + line.writing.text;
      if (gap !== "") places.push(undefined);
      for (let index = 0; index < line.writing.text.length; index += 1) places.push({ line, index });
    }
  }
  return { text, places };
};

const rowsOf = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const tilt = tiltOf(lines);
  const spots = lines
    .filter((line) => line.writing.text !== "")
    .map((line) => ({ line, ...turned(line.region, tilt) }))
    .toSorted((one, other) => one.down - other.down);
  const rows: { down: number; height: number; spots: typeof spots }[] = [];
  for (const spot of spots) {
    const { height } = spot.line.region;
    const row = rows.at(-1);
    if (row !== undefined && Math.abs(spot.down - row.down) < besideEachOther * Math.min(height, row.height)) {
      row.spots.push(spot);
    } else rows.push({ down: spot.down, height, spots: [spot] });
  }
  return rows.map((row) => row.spots.toSorted((one, other) => one.right - other.right).map(({ line }) => line));
};

/** The direction most of the writing goes, long lines before short ones. */
const tiltOf = (lines: readonly Line[]): number => {
  const sum = (of: (angle: number) => number): number =>
    lines.reduce((total, { region }) => total + region.width * of(region.angle), 0);
  return Math.atan2(sum(Math.sin), sum(Math.cos));
};

const turned = ({ centre: [x, y] }: Region, tilt: number) => ({
  right: x * Math.cos(tilt) + y * Math.sin(tilt),
  down: y * Math.cos(tilt) - x * Math.sin(tilt),
});
