/**
 * Issuer ranges (ISO/IEC 7812 identification numbers) and the lengths each uses. Source: the schemes' published ranges
 * as collected in the package credit-card-type 10.3, compared with it in the tests; Visa's 13 digits are historical.
 */
export const hasIssuer = (digits: string): boolean => {
  const prefix = Number(digits.slice(0, 6));
  for (const [first, last, lengths] of ranges)
    if (prefix >= first && prefix <= last && lengths.includes(digits.length)) return true;
  return false;
};

const any = [12, 13, 14, 15, 16, 17, 18, 19];
const from16 = [16, 17, 18, 19];
const ranges: readonly (readonly [number, number, readonly number[]])[] = [
  [400000, 499999, [13, 16, 18, 19]],
  [510000, 559999, [16]],
  [222100, 272099, [16]],
  [340000, 349999, [15]],
  [370000, 379999, [15]],
  [300000, 305999, [14, 16, 19]],
  [309500, 309599, [14, 16, 19]],
  [360000, 369999, [14, 16, 19]],
  [380000, 399999, [14, 16, 19]],
  [213100, 213199, [15, ...from16]],
  [180000, 180099, [15, ...from16]],
  [352800, 358999, from16],
  [220000, 220499, from16],
  [979200, 979299, [16]],
  [810000, 817199, [14, 15, ...from16]],
  [500000, 509999, any],
  [560000, 699999, any],
  [493698, 493698, any],
];
