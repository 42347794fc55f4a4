/**
 * National significant numbers of the neighbours whose numbers are dialled with a leading zero: first digits and
 * lengths of their plans (ITU-T E.164 national numbering plans). Italy dials its zero from abroad too. Looser than a
 * full plan on purpose: a number that was given as a phone is personal even where its area does not exist.
 */
const plans = [
  /^0[1-357-9]\d{8,9}$/, // United Kingdom
  /^0[1-9]\d{7,10}$/, // Germany, Austria, Italy, Ireland
  /^0[1-9]\d{8}$/, // Netherlands, Switzerland
  /^0(?:4\d{8}|[1-9]\d{7})$/, // Belgium
];

/** `digits` as dialled at home, with the zero. */
export const isNeighbour = (digits: string): boolean => plans.some((plan) => plan.test(digits));

/** Country codes of ITU-T E.164 (list of 2016 with its annexes). */
const countryCode =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|21[1-368]|2[2-6]\d|29[01789]|35\d|37\d|38[0-35-79]|42[013]|50\d|59\d|67[02-9]|68\d|69[0-2]|8(?:0[08]|5[02356]|7[08]|8[0136])|9[67]\d|99[2-68])/;

/** Digits as after "+" or "00": an assigned country code and 8 to 15 digits in all. */
export const isInternational = (digits: string): boolean =>
  digits.length >= 8 && digits.length <= 15 && countryCode.test(digits);
