/** Across and down, in pixels of the picture that was read. */
export type Point = readonly [x: number, y: number];

/** A rectangle of writing that may be tilted. `angle`: of the direction it is written in, radians, clockwise from east. */
export type Region = {
  readonly centre: Point;
  /** Along the writing. */
  readonly width: number;
  readonly height: number;
  readonly angle: number;
};

/** How likely each pixel is part of a writing, 0 to 1, row after row. */
export type Heat = { readonly data: ArrayLike<number>; readonly width: number; readonly height: number };

/** Above this a pixel counts as writing. Low: to cover a stain costs little, to miss a digit costs a card. */
const threshold = 0.2;
/** Specks and hairlines are no writing. */
const smallestSide = 3;
/** The network marks the core of a line; its outline is this much farther out ("Real-time Scene Text Detection with Differentiable Binarization", 2020). */
const growth = 1.5;
/** Longer than wide by this much: written from top to bottom, or the picture lies on its side. */
const upright = 1.5;

/** Where there is writing: the smallest rectangle around each island of the heat. */
export const findRegions = (heat: Heat): readonly Region[] =>
  islands(heat).flatMap((island) => {
    const region = smallestRectangle(hull(island));
    return Math.min(region.width, region.height) < smallestSide ? [] : [grown(region)];
  });

/** A point of a region's own measure, `along` and `across` from its centre in pixels, in the picture. */
export const pointIn = ({ angle, centre }: Region, along: number, across: number): Point => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [centre[0] + along * cos - across * sin, centre[1] + along * sin + across * cos];
};

/** The first and last pixel of every row of each island: all that its outline needs. */
const islands = ({ data, height, width }: Heat): readonly (readonly Point[])[] => {
  const seen = new Uint8Array(width * height);
  const isHot = (index: number): boolean => seen[index] === 0 && (data[index] ?? 0) > threshold;
  const found: Point[][] = [];
  for (let start = 0; start < seen.length; start += 1) {
    if (!isHot(start)) continue;
    const rows = new Map<number, [number, number]>();
    const open = [start];
    seen[start] = 1;
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const [x, y] = [index % width, Math.floor(index / width)];
      const [left, right] = rows.get(y) ?? [x, x];
      rows.set(y, [Math.min(left, x), Math.max(right, x)]);
      for (const next of neighbours(index, { x, y, width, height })) {
        if (!isHot(next)) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
    found.push([...rows].flatMap(([y, [left, right]]): Point[] => corners(left, right, y)));
  }
  return found;
};

type Spot = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const neighbours = (index: number, { height, width, x, y }: Spot): readonly number[] => [
  ...(x > 0 ? [index - 1] : []),
  ...(x < width - 1 ? [index + 1] : []),
  ...(y > 0 ? [index - width] : []),
  ...(y < height - 1 ? [index + width] : []),
];

/** A pixel is a square, not a point. */
const corners = (left: number, right: number, y: number): Point[] => [
  [left, y],
  [left, y + 1],
  [right + 1, y],
  [right + 1, y + 1],
];

/** The convex hull, by Andrew's monotone chain. */
const hull = (points: readonly Point[]): readonly Point[] => {
  const sorted = points.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]);
  return [...chain(sorted), ...chain(sorted.toReversed())];
};

const chain = (points: readonly Point[]): Point[] => {
  const kept: Point[] = [];
  for (const point of points) {
    while (kept.length > 1 && turn(kept.at(-2), kept.at(-1), point) <= 0) kept.pop();
    kept.push(point);
  }
  return kept.slice(0, -1);
};

const turn = (from: Point = [0, 0], over: Point = [0, 0], to: Point): number =>
  (over[0] - from[0]) * (to[1] - from[1]) - (over[1] - from[1]) * (to[0] - from[0]);

/** One side of the smallest rectangle lies along an edge of the hull. */
const smallestRectangle = (outline: readonly Point[]): Region => {
  let best: Region | undefined;
  for (const [index, from] of outline.entries()) {
    const to = outline[(index + 1) % outline.length] ?? from;
    const candidate = rectangleAlong(outline, Math.atan2(to[1] - from[1], to[0] - from[0]));
    if (best === undefined || candidate.width * candidate.height < best.width * best.height) best = candidate;
  }
  return readable(best ?? { centre: [0, 0], width: 0, height: 0, angle: 0 });
};

const rectangleAlong = (outline: readonly Point[], angle: number): Region => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = outline.map(([x, y]) => x * cos + y * sin);
  const across = outline.map(([x, y]) => y * cos - x * sin);
  const [left, right] = [Math.min(...along), Math.max(...along)];
  const [top, bottom] = [Math.min(...across), Math.max(...across)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return { centre: [u * cos - v * sin, u * sin + v * cos], width: right - left, height: bottom - top, angle };
};

/** The same rectangle with its angle the way people write: within 45 degrees of level, unless it stands upright. */
const readable = ({ angle, centre, height, width }: Region): Region => {
  const quarters = Math.round(angle / (Math.PI / 2));
  const level = angle - quarters * (Math.PI / 2);
  const [w, h] = quarters % 2 === 0 ? [width, height] : [height, width];
  return h > w * upright
    ? { centre, width: h, height: w, angle: level - Math.PI / 2 }
    : { centre, width: w, height: h, angle: level };
};

const grown = (region: Region): Region => {
  const { height, width } = region;
  const by = (width * height * growth) / (2 * (width + height));
  return { ...region, width: width + 2 * by, height: height + 2 * by };
};
