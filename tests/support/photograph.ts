import sharp from "sharp";

/** A bank card as an SVG drawing; digits in groups as they stand on it. */
type Card = {
  readonly groups: readonly string[];
  readonly name?: string;
  readonly expiry?: string;
  readonly code?: string;
  readonly style?: "printed" | "embossed" | "silver";
};

const [width, height] = [860, 540];
const font = "font-family='DejaVu Sans Mono'";

export const cardDrawing = ({ code, expiry, groups, name = "MME C DUBOIS", style = "printed" }: Card): string => {
  const number = groups.join("  ");
  const ink = { printed: "#ffffff", embossed: "#7d8db1", silver: "#c9ccd6" }[style];
  const relief =
    style === "printed"
      ? ""
      : `<text x='72' y='312' ${font} font-size='46' fill='#0d1730'>${number}</text><text x='69' y='309' ${font} font-size='46' fill='#eef2ff'>${number}</text>`;
  return `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'>
<defs><linearGradient id='g' x1='0' y1='0' x2='1' y2='1'><stop offset='0' stop-color='#22407e'/><stop offset='1' stop-color='#6b7fb4'/></linearGradient></defs>
<rect width='${width}' height='${height}' rx='36' fill='url(#g)'/>
<text x='60' y='96' font-family='DejaVu Sans' font-size='40' fill='#fff'>Banque Imaginaire</text>
<rect x='70' y='150' width='96' height='72' rx='12' fill='#d8b65c'/>${relief}
<text x='70' y='310' ${font} font-size='46' fill='${ink}'>${number}</text>
${expiry === undefined ? "" : `<text x='330' y='390' ${font} font-size='30' fill='#fff'>EXPIRE FIN ${expiry}</text>`}
<text x='70' y='470' ${font} font-size='34' fill='#fff'>${name}</text>
${code === undefined ? "" : `<text x='700' y='470' ${font} font-size='30' fill='#fff'>CVV ${code}</text>`}
</svg>`;
};

type Shot = {
  readonly tiltDegrees?: number;
  readonly blur?: number;
  readonly glare?: boolean;
  readonly scale?: number;
  readonly quality?: number;
};

/** A drawing photographed on a table: turned, out of focus, with a lamp in it; JPEG with a camera's notes. */
export const photograph = async (drawing: string, shot: Shot = {}): Promise<Buffer> => {
  const { blur = 0, glare = false, quality = 85, scale = 1, tiltDegrees = 0 } = shot;
  const glareLayer = `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'><defs><radialGradient id='l'><stop offset='0' stop-color='#fff' stop-opacity='0.75'/><stop offset='1' stop-color='#fff' stop-opacity='0'/></radialGradient></defs><ellipse cx='520' cy='250' rx='330' ry='170' fill='url(#l)'/></svg>`;
  const lit = glare
    ? await sharp(Buffer.from(drawing))
        .composite([{ input: Buffer.from(glareLayer) }])
        .png()
        .toBuffer()
    : Buffer.from(drawing);
  const turned = await sharp(lit)
    .rotate(tiltDegrees, { background: "#7a6a55" })
    .flatten({ background: "#7a6a55" })
    .png()
    .toBuffer();
  const framed = await sharp(turned)
    .extend({ top: 60, bottom: 60, left: 60, right: 60, background: "#7a6a55" })
    .png()
    .toBuffer();
  const { width: framedWidth = 0 } = await sharp(framed).metadata();
  const sized = sharp(framed).resize({ width: Math.round(framedWidth * scale) });
  return (blur > 0 ? sized.blur(blur) : sized)
    .withExif({ IFD0: { Make: "Appareil Imaginaire", ImageDescription: "prise au guichet" } })
    .jpeg({ quality })
    .toBuffer();
};
