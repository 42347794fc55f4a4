import sharp from "sharp";

/** A line on a drawing; `secret` ones are those that nobody may see. */
type Line = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly secret?: true;
};

export type Drawing = {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
  /** What is below the lines, as SVG. */
  readonly ground: string;
  readonly ink: string;
  /** Raised letters: a light and a dark edge beside each. */
  readonly isEmbossed?: boolean;
};

type Card = {
  readonly number: string;
  readonly expiry?: string;
  readonly code?: string;
  readonly style?: "printed" | "embossed" | "silver";
};

const cardGround = `<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#22407e"/><stop offset="1" stop-color="#6b7fb4"/></linearGradient></defs><rect width="860" height="540" rx="36" fill="url(#g)"/><rect x="70" y="150" width="96" height="72" rx="12" fill="#d8b65c"/>`;

export const drawCard = ({ code, expiry, number, style = "printed" }: Card): Drawing => ({
  width: 860,
  height: 540,
  ground: cardGround,
  ink: { printed: "#ffffff", embossed: "#7d8db1", silver: "#c9ccd6" }[style],
  isEmbossed: style === "embossed",
  lines: [
    { text: "Banque Imaginaire", x: 60, y: 96, size: 40 },
    { text: number.replace(/(.{4})(?=.)/g, "$1  "), x: 70, y: 310, size: 46, secret: true },
    ...(expiry === undefined
      ? []
      : [
          { text: "EXPIRE FIN", x: 330, y: 390, size: 30 },
          { text: expiry, x: 529, y: 390, size: 30, secret: true as const },
        ]),
    { text: "CARTE DE DEBIT", x: 70, y: 470, size: 34 },
    ...(code === undefined
      ? []
      : [
          { text: "CVV", x: 690, y: 470, size: 30 },
          { text: code, x: 762, y: 470, size: 30, secret: true as const },
        ]),
  ],
});

/** A French RIB as banks print it: the account in its parts, and the IBAN below. */
export const drawRib = (iban: string): Drawing => {
  const parts = [iban.slice(4, 9), iban.slice(9, 14), iban.slice(14, 25), iban.slice(25)];
  return {
    width: 1100,
    height: 520,
    ground: `<rect width="1100" height="520" fill="#fdfdf8"/><path d="M40 110H1060M40 230H1060" stroke="#999" stroke-width="2"/>`,
    ink: "#222222",
    lines: [
      { text: "RELEVE D'IDENTITE BANCAIRE", x: 50, y: 70, size: 34 },
      { text: "Banque   Guichet   Compte        Clé RIB", x: 50, y: 150, size: 28 },
      { text: parts.join("    "), x: 50, y: 205, size: 30, secret: true },
      { text: "IBAN", x: 50, y: 310, size: 30 },
      { text: iban.replace(/(.{4})(?=.)/g, "$1 "), x: 140, y: 310, size: 30, secret: true },
      { text: "Domiciliation : Agence des Tilleuls", x: 50, y: 420, size: 30 },
    ],
  };
};

export type Shot = {
  readonly tiltDegrees?: number;
  /** Standard deviation, in pixels of the whole photograph. */
  readonly blur?: number;
  readonly hasGlare?: boolean;
  readonly scale?: number;
  readonly quality?: number;
  /** What the camera writes into it. */
  readonly note?: string;
  /** The share of the right side that is not on the photograph. */
  readonly cutRight?: number;
};

/** A drawing photographed on a table: JPEG, with what a camera writes into it. */
export const photograph = async (drawing: Drawing, shot: Shot = {}): Promise<Uint8Array<ArrayBuffer>> => {
  const { blur = 0, note = "prise au guichet", quality = 85 } = shot;
  const image = sharp(await laid(svgOf(drawing, shot), shot, "#7a6a55"));
  const jpeg = await (blur > 0 ? image.blur(blur) : image)
    .withExif({ IFD0: { Make: "Appareil Imaginaire", ImageDescription: note } })
    .jpeg({ quality })
    .toBuffer();
  return new Uint8Array(jpeg);
};

/**
 * The share of the ink of secret lines that can still be seen in a picture made of the photograph: what is of the colour
 * that covers, or close to it, is not seen.
 */
export const seenInk = async (drawing: Drawing, shot: Shot, picture: Uint8Array): Promise<number> => {
  const { data: seen, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const inkOnly = {
    ...drawing,
    lines: drawing.lines.filter(({ secret }) => secret),
    ground: "",
    ink: "#ffffff",
    isEmbossed: false,
  };
  const mask = await sharp(await laid(svgOf(inkOnly, {}), shot, "#000000"))
    .resize(info.width, info.height, { fit: "fill" })
    .greyscale()
    .raw()
    .toBuffer();
  let ink = 0;
  let bare = 0;
  for (const [pixel, brightness] of mask.entries()) {
    if (brightness < 128) continue;
    ink += 1;
    if (coverColour.some((value, channel) => Math.abs((seen[pixel * 3 + channel] ?? 0) - value) > 40)) bare += 1;
  }
  return bare / ink;
};

const coverColour = [0x1f, 0x29, 0x37];

const svgOf = (
  { ground, height, ink, isEmbossed = false, lines, width }: Drawing,
  { hasGlare = false }: Shot,
): Buffer => {
  const written = lines.map((line) =>
    isEmbossed ? textOf(line, "#0d1730", 2) + textOf(line, "#eef2ff", -1) + textOf(line, ink, 0) : textOf(line, ink, 0),
  );
  const glare = hasGlare
    ? `<defs><radialGradient id="l"><stop offset="0" stop-color="#fff" stop-opacity="0.75"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><ellipse cx="520" cy="250" rx="330" ry="170" fill="url(#l)"/>`
    : "";
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" xml:space="preserve">${ground}${written.join("")}${glare}</svg>`,
  );
};

const textOf = ({ size, text, x, y }: Line, colour: string, shift: number): string =>
  `<text x="${x + shift}" y="${y + shift}" font-family="DejaVu Sans Mono, monospace" font-size="${size}" fill="${colour}">${text.replace("'", "&#39;")}</text>`;

/** Turned, laid on a table, cut and sized: the same for a drawing and for its ink. */
const laid = async (
  svg: Buffer,
  { cutRight = 0, scale = 1, tiltDegrees = 0 }: Shot,
  table: string,
): Promise<Buffer> => {
  const turned = await sharp(svg)
    .rotate(tiltDegrees, { background: table })
    .flatten({ background: table })
    .png()
    .toBuffer();
  const framed = await sharp(turned)
    .extend({ top: 60, bottom: 60, left: 60, right: 60, background: table })
    .png()
    .toBuffer();
  const { height, width } = await sharp(framed).metadata();
  const kept = Math.round(width * (1 - cutRight));
  const cut = await sharp(framed).extract({ left: 0, top: 0, width: kept, height }).png().toBuffer();
  return sharp(cut)
    .resize({ width: Math.round(kept * scale) })
    .png()
    .toBuffer();
};
