import { sha256 } from "@noble/hashes/sha2.js";
import { eachMatch } from "../each-match.ts";
import { isDigit, isLetter } from "../groups.ts";
import type { Detector, Reading } from "../reading.ts";

/**
 * Addresses of wallets: Bitcoin and what descends from it (base58 with its check, bech32 of BIP 173), Ethereum; others where
 * the text says what they are. One of base58 with a wrong checksum is nobody's, unless the text says so too.
 */
export const crypto: Detector = {
  name: "crypto",
  digits: 1,
  detect: (reading) => {
    const { lower, groups } = reading;
    if (!groups.isMixed || !hasLongCode(reading)) return;
    if (lower.includes("0x")) all(reading, /(?<![a-z0-9])0x[0-9a-f]{40}(?![a-z0-9])/gi, "crypto.ethereum", () => true);
    if (headOfBech32.test(lower))
      all(
        reading,
        /(?<![a-z0-9])(?:bc|ltc|addr|stake|bnb|cosmos|osmo)1[02-9ac-hj-np-z]{11,110}(?![a-z0-9])/gi,
        "crypto.bech32",
        isBech32,
      );
    all(
      reading,
      /(?<![a-zA-Z0-9])(?:[13]|2(?=[1-9A-HJ-NP-Za-km-z]{34}(?![a-zA-Z0-9])))[1-9A-HJ-NP-Za-km-z]{25,34}(?![a-zA-Z0-9])/g,
      "crypto.base58",
      mixedIn(lower),
    );
    all(
      reading,
      /(?<![a-zA-Z0-9])[AD-HJ-NP-Xtr][1-9A-HJ-NP-Za-km-z]{25,34}(?![a-zA-Z0-9])/g,
      "crypto.base58",
      isSibling,
    );
    if (coin.test(lower))
      all(
        reading,
        /(?<![a-zA-Z0-9])(?:(?:[1-9A-HJ-NP-Za-km-z]{44,48}|[2A-HJ-NP-Za-km-z4-9][1-9A-HJ-NP-Za-km-z]{31,42})|[48][1-9A-HJ-NP-Za-km-z]{94}|G[A-Z2-7]{55})(?![a-zA-Z0-9])/g,
        "crypto.named",
        (text) => /[A-Z]/.test(text) && /\d.*\d/.test(text),
      );
  },
};

const headOfBech32 = /(?<![a-z0-9])(?:bc|ltc|addr|stake|bnb|cosmos|osmo)1/;
/** What tells that a long code is an address, of a kind that has no check here. */
const coin =
  /wallet|crypto|portefeuille|(?<![a-z])(?:usdt|solana|sol|xrp|ripple|monero|xmr|polkadot|dot|stellar|xlm|tron|trx|tether|cardano|ada)(?![a-z])/;

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

const all = (reading: Reading, pattern: RegExp, rule: string, isValid: (text: string) => boolean): void => {
  eachMatch(pattern, reading.view.text, ({ index, 0: text }) => {
    if (isValid(text)) reading.hits.push({ kind: "crypto", start: index, end: index + text.length, rule });
  });
};

const named = /btc|bitcoin|wallet|crypto|portefeuille|(?<![a-z])adresse? |address/;

const hasAll = (text: string): boolean => /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d.*\d/.test(text);
/** Asked of the text once, and only for one whose check fails: it may be long. */
const mixedIn = (lower: string): ((text: string) => boolean) => {
  let known: boolean | undefined;
  return (text) => hasAll(text) && isBase58(text, () => (known ??= named.test(lower)));
};
/** Litecoin, Dogecoin, Dash, Tron. */
const isSibling = (text: string): boolean => hasAll(text) && isBase58(text);

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Twenty-one bytes of version and hash, four of checksum unless it is told what it is: the first of their hash hashed again (Bitcoin's Base58Check). */
const isBase58 = (text: string, isTold = (): boolean => false): boolean => {
  let value = 0n;
  for (const one of text) value = value * 58n + BigInt(base58.indexOf(one));
  // Each "1" at the head is a byte of zeroes.
  const zeroes = /^1*/.exec(text)?.[0].length ?? 0;
  const digits = value.toString(16);
  if (zeroes + Math.ceil(digits.length / 2) !== 25) return false;
  const bytes = Uint8Array.from(digits.padStart(50, "0").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const sum = sha256(sha256(bytes.subarray(0, 21)));
  return bytes.subarray(21).every((byte, at) => byte === sum[at]) || isTold();
};

const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/** Checksum of BIP 173 (1) or BIP 350 (bech32m), over the human part and what follows its last "1". */
const isBech32 = (text: string): boolean => {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return false;
  const small = text.toLowerCase();
  const human = small.slice(0, small.indexOf("1"));
  const points = [...human].map((one) => one.charCodeAt(0));
  const values = [
    ...points.map((point) => point >> 5),
    0,
    ...points.map((point) => point & 31),
    ...[...small.slice(human.length + 1)].map((one) => alphabet.indexOf(one)),
  ];
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
