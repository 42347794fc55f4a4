import { derive } from "../../functions/picture/derive.ts";
import { testCard, testIban } from "../support/canary.ts";
import { type Figure, median, round } from "../support/figure.ts";
import { type Drawing, drawCard, drawRib, photograph, type Shot, seenInk } from "../support/photograph.ts";

const picturesOfAKind = 8;
/** Fewer than one pixel of ink in fifty: the edge of a stroke, never a digit. */
const unseen = 0.02;

type Style = "printed" | "embossed" | "silver";

/** A kind of photograph: what is on it, and how it was taken, for the n-th of it. */
type Kind = readonly [name: string, draw: (seed: number) => Drawing, shoot: (n: number) => Shot];

const card = (style: Style) => (seed: number) =>
  drawCard({
    number: testCard(["4970", "5132", "4539"][seed % 3] ?? "4970", 30_000_000_000 + seed * 7_919),
    expiry: "09/29",
    code: "737",
    style,
  });
const rib = (seed: number) => drawRib(testIban(60_000_000 + seed * 7_919));

const kinds: readonly Kind[] = [
  ["held straight", card("printed"), () => ({})],
  ["tilted up to 40 degrees", card("printed"), (n) => ({ tiltDegrees: (n - 4) * 10 + 5 })],
  ["upside down or on its side", card("printed"), (n) => ({ tiltDegrees: 90 * (1 + (n % 3)) + n })],
  ["blurred a little", card("printed"), (n) => ({ blur: 1 + n * 0.3 })],
  ["blurred much", card("printed"), (n) => ({ blur: 4 + n })],
  ["with glare", card("printed"), (n) => ({ hasGlare: true, tiltDegrees: n - 4 })],
  ["embossed", card("embossed"), (n) => ({ tiltDegrees: n * 2 - 8 })],
  ["silver on blue", card("silver"), (n) => ({ quality: 40 + n * 5 })],
  ["cut", card("printed"), (n) => ({ cutRight: 0.2 + n * 0.05 })],
  ["small", card("printed"), (n) => ({ scale: 0.4 - n * 0.03 })],
  ["RIB", rib, (n) => ({ tiltDegrees: n - 4, quality: 60 })],
];

/** What becomes of photographs of cards and RIBs: covered, withheld, or, which must not be, readable. */
export async function* run(): AsyncIterable<Figure> {
  const times: number[] = [];
  for (const [name, draw, shoot] of kinds) {
    const outcomes = { covered: 0, withheld: 0, readable: 0 };
    for (let n = 0; n < picturesOfAKind; n += 1) {
      const [drawing, shot] = [draw(n), shoot(n)];
      const original = await photograph(drawing, shot);
      const startedAt = performance.now();
      const derivative = await derive(original, {});
      times.push(performance.now() - startedAt);
      if (derivative.state === "withheld") outcomes.withheld += 1;
      else outcomes[(await seenInk(drawing, shot, derivative.jpeg)) < unseen ? "covered" : "readable"] += 1;
    }
    for (const [outcome, value] of Object.entries(outcomes)) {
      yield { figure: `${name}: ${outcome}`, value, unit: `of ${picturesOfAKind}` };
    }
  }
  yield { figure: "a picture, read, covered and read again", value: round(median(times)), unit: "ms" };
}
