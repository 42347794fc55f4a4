import { language } from "../../language/index.ts";

/** "340 kB", "1.2 MB": as a person reads it. */
export const sizeText = (bytes: number): string => {
  const [value, unit, digits] =
    bytes < 1_000_000 ? [Math.ceil(bytes / 1_000), "kilobyte", 0] : [bytes / 1_000_000, "megabyte", 1];
  return new Intl.NumberFormat(language(), {
    style: "unit",
    unit: `${unit}`,
    maximumFractionDigits: Number(digits),
  }).format(Number(value));
};
