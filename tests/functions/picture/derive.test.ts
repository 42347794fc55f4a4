import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { derive } from "../../../functions/picture/derive.ts";
import { testCard, testIban } from "../../support/canary.ts";
import { type Drawing, drawCard, drawRib, photograph, type Shot, seenInk } from "../../support/photograph.ts";

const card = (seed: number, style: "printed" | "embossed" | "silver" = "printed") =>
  drawCard({ number: testCard("4970", 20_000_000_000 + seed), expiry: "09/29", code: "737", style });

/** Fewer than one pixel of ink in fifty: the edge of a stroke, never a digit. */
const unseen = 0.02;

const readable: readonly (readonly [string, Drawing, Shot])[] = [
  ["held straight", card(1), {}],
  ["tilted by 12 degrees", card(2), { tiltDegrees: 12 }],
  ["tilted by 28 degrees the other way", card(3), { tiltDegrees: -28 }],
  ["on its side", card(4), { tiltDegrees: 90 }],
  ["upside down", card(5), { tiltDegrees: 180 }],
  ["out of focus", card(6), { blur: 2.5 }],
  ["under a lamp", card(7), { hasGlare: true, tiltDegrees: 3 }],
  ["with raised digits", card(8, "embossed"), { tiltDegrees: -6 }],
  ["in silver", card(9, "silver"), { quality: 60 }],
  ["cut on the right", card(10), { cutRight: 0.4 }],
  ["cut in half", card(13), { cutRight: 0.5 }],
  ["of which less than half is there", card(14), { cutRight: 0.55 }],
  ["far away", card(11), { scale: 0.25 }],
  ["whose number does not check out", drawCard({ number: "4970101234567890", expiry: "09/29" }), {}],
  ["that is a RIB", drawRib(testIban(71_000_001)), { tiltDegrees: 2 }],
];

test.each(readable)("a card %s is shown with every digit covered", async (_, drawing, shot) => {
  const derivative = await derive(await photograph(drawing, shot), { language: "fr" });
  expect(derivative.state).toBe("shown");
  if (derivative.state === "shown") expect(await seenInk(drawing, shot, derivative.jpeg)).toBeLessThan(unseen);
});

test("what is no secret stays: other words are read where they were", async () => {
  const drawing = card(12);
  const before = await photograph(drawing);
  const derivative = await derive(before, {});
  if (derivative.state !== "shown") throw new Error("withheld");
  const region = { left: 130, top: 500, width: 280, height: 40 };
  const [was, is] = await Promise.all(
    [before, derivative.jpeg].map((each) => sharp(each).extract(region).greyscale().raw().toBuffer()),
  );
  const differences = (was ?? Buffer.alloc(0)).map((value, index) => Math.abs(value - (is?.[index] ?? 0)));
  expect(Math.max(...differences)).toBeLessThan(60);
});

test("four digits and a year beside words are no card", async () => {
  const letter = await sharp({
    create: { width: 900, height: 400, channels: 3, background: "#ffffff" },
  })
    .composite([
      {
        input: Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="400" font-family="sans-serif" font-size="44"><text x="40" y="120">Votre agence vous attend</text><text x="40" y="220">le 12 mars 2026 à 14 h</text></svg>',
        ),
      },
    ])
    .png()
    .toBuffer();
  expect(await derive(letter, {})).toMatchObject({ state: "shown", found: {} });
});

test("a picture without writing is shown as it is, without what the camera wrote into it", async () => {
  const meadow = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#6aa84f" } })
    .withExif({ IFD0: { Artist: "Zoé Petit" }, IFD3: { GPSLatitude: "48/1 51/1 24/1" } })
    .jpeg()
    .toBuffer();
  const derivative = await derive(meadow, {});
  if (derivative.state !== "shown") throw new Error("withheld");
  expect(Buffer.from(derivative.jpeg).includes("Zoé Petit")).toBe(false);
  const { exif, format, icc, xmp } = await sharp(derivative.jpeg).metadata();
  expect([format, exif, icc, xmp]).toEqual(["jpeg", undefined, undefined, undefined]);
  expect(derivative.found).toEqual({});
});

describe("withheld is", () => {
  const png = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();

  test("a card too blurred to be read", async () => {
    expect(await derive(await photograph(card(13), { blur: 9 }), {})).toEqual({ state: "withheld" });
  });

  test("a small file that unfolds to gigabytes", async () => {
    const bomb = await png(9_000, 9_000);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await derive(bomb, {})).toEqual({ state: "withheld" });
  });

  test.each([
    ["an SVG", "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"],
    ["an SVG behind an XML declaration", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["a PDF", "%PDF-1.7\n"],
    ["a page that begins as a picture", "GIF89a<script>alert(1)</script>"],
    ["nothing", ""],
  ])("%s", async (_, text) => {
    expect(await derive(Buffer.from(text), {})).toEqual({ state: "withheld" });
  });

  test("a picture that ends too soon", async () => {
    const whole = await photograph(card(14));
    expect(await derive(whole.subarray(0, whole.length / 2), {})).toEqual({ state: "withheld" });
  });
});
