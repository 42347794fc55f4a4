import * as Redaction from "#core/redaction";

/**
 * What a name looks like, whatever letters it is made of: ornament, other alphabets, digits for letters and separators
 * are gone, as in the skeletons of UTS #39, 4. Two names with the same skeleton are read as the same.
 */
export const skeletonOf = (name: string): string =>
  [...name]
    .map((character) => Redaction.fold(character.codePointAt(0) ?? 0))
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replace(/[0135478l]/g, (sign) => alike[sign] ?? sign);

const alike: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  l: "i",
};
