import metadata from "libphonenumber-js/min/metadata";

/**
 * National significant numbers by country: the patterns of Google's libphonenumber, as its JavaScript package stores
 * them (third entry of a country). The patterns alone: its parser throws and allocates for every candidate.
 */
export const isNational = (country: string, national: string): boolean => patternOf(country).test(national);

/** Digits with the country's calling code and without a prefix, as after "+" (ITU-T E.164); "(0)" is forgiven. */
export const isInternational = (digits: string): boolean => {
  for (let length = 1; length <= 3; length++) {
    const countries = callingCodes[digits.slice(0, length)];
    if (countries === undefined) continue;
    const national = digits.slice(length);
    return countries.some(
      (country) => isNational(country, national) || isNational(country, national.replace(/^0/, "")),
    );
  }
  return false;
};

const callingCodes: Readonly<Record<string, readonly string[] | undefined>> = metadata.country_calling_codes;
const countries: Readonly<Record<string, readonly unknown[] | undefined>> = metadata.countries;

const patterns = new Map<string, RegExp>();

const patternOf = (country: string): RegExp => {
  const known = patterns.get(country);
  if (known !== undefined) return known;
  const pattern = new RegExp(`^(?:${String(countries[country]?.[2] ?? "(?!)")})$`);
  patterns.set(country, pattern);
  return pattern;
};
