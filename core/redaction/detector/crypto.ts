import { sha256 } from "@noble/hashes/sha2.js";
import { eachMatch } from "../each-match.ts";
import { isDigit, isLetter } from "../groups.ts";
import type { Detector, Reading } from "../reading.ts";

/** Addresses of wallets: Bitcoin (base58, bech32 of BIP 173), Ethereum. One of base58 with a wrong checksum is nobody's, unless the text says what it is. */
export const crypto: Detector = {
  name: "crypto",
  digits: 1,
  detect: (reading) => {
    const { lower, groups } = reading;
    if (!groups.isMixed || !hasLongCode(reading)) return;
    if (lower.includes("0x")) all(reading, /(?<![a-z0-9])0x[0-9a-f]{40}(?![a-z0-9])/gi, "crypto.ethereum", () => true);
    if (lower.includes("bc1"))
      all(reading, /(?<![a-z0-9])bc1[02-9ac-hj-np-z]{11,87}(?![a-z0-9])/gi, "crypto.bech32", isBech32);
    all(
      reading,
      /(?<![a-zA-Z0-9])(?:[13]|2(?=[1-9A-HJ-NP-Za-km-z]{34}(?![a-zA-Z0-9])))[1-9A-HJ-NP-Za-km-z]{25,34}(?![a-zA-Z0-9])/g,
      "crypto.base58",
      isMixed,
    );
  },
};

/** The shortest address is "bc1" and eleven characters. */
const shortest = 14;

/** A run of digits within a code that is long enough for an address. */
const hasLongCode = ({ lower, groups }: Reading): boolean =>
  groups.start.some((start, group) => {
    const end = groups.end[group] ?? start;
    let from = start;
    while (end - from < shortest && isWord(lower.charCodeAt(from - 1))) from--;
    let to = end;
    while (to - from < shortest && isWord(lower.charCodeAt(to))) to++;
    return to - from >= shortest;
  });

const isWord = (code: number): boolean => isDigit(code) || isLetter(code);

const all = (
  reading: Reading,
  pattern: RegExp,
  rule: string,
  isValid: (text: string, lower: string) => boolean,
): void => {
  eachMatch(pattern, reading.view.text, ({ index, 0: text }) => {
    if (isValid(text, reading.lower))
      reading.hits.push({ kind: "crypto", start: index, end: index + text.length, rule });
  });
};

const named = /btc|bitcoin|wallet|crypto|portefeuille|(?<![a-z])adresse? |address/;

const isMixed = (text: string, lower: string): boolean =>
  /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d.*\d/.test(text) && isBase58(text, lower);

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Twenty-one bytes of version and hash, four of checksum: the first of their hash hashed again (Bitcoin's Base58Check). */
const isBase58 = (text: string, lower: string): boolean => {
  let value = 0n;
  for (const one of text) value = value * 58n + BigInt(base58.indexOf(one));
  // Each "1" at the head is a byte of zeroes.
  const zeroes = /^1*/.exec(text)?.[0].length ?? 0;
  const digits = value.toString(16);
  if (zeroes + Math.ceil(digits.length / 2) !== 25) return false;
  const bytes = Uint8Array.from(digits.padStart(50, "0").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const sum = sha256(sha256(bytes.subarray(0, 21)));
  return bytes.subarray(21).every((byte, at) => byte === sum[at]) || named.test(lower);
};

const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/** Checksum of BIP 173 (1) or BIP 350 (bech32m), over the human part "bc". */
const isBech32 = (text: string): boolean => {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return false;
  const values = [3, 3, 0, 2, 3, ...[...text.toLowerCase().slice(3)].map((one) => alphabet.indexOf(one))];
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    generator.forEach((one, at) => {
      if ((top >>> at) & 1) check ^= one;
    });
  }
  return check === 1 || check === 0x2bc830a3;
};
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
