import { isLuhn, weighted } from "../checksum.ts";
import { type Check, isDay, ofCompanies, printed, strong, weak } from "./national-check.ts";

/**
 * Identifiers of countries outside Europe that consist of digits, by length, with the check their issuer publishes.
 * Believed only when the message is nothing else, but where the check leaves little to chance.
 */
export const abroadByLength: ReadonlyMap<number, readonly Check[]> = new Map<number, readonly Check[]>([
  [
    9,
    [
      // Service Canada: Luhn; 0 and 8 are not given to persons.
      weak("ca.sin", (id) => /^[1-79]/.test(id) && isLuhn(id), /^3-3-3$/),
      // Australian Taxation Office: weights 1, 4, 3, 7, 5, 8, 6, 9, 10.
      weak("au.tfn", (id) => !/^(\d)\1+$/.test(id) && weighted(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0, /^3-3-3$/),
    ],
  ],
  [
    10,
    [
      // Services Australia: eight digits, their check (weights 1, 3, 7, 9), the issue.
      weak(
        "au.medicare",
        (id) => /^[2-6]/.test(id) && weighted(id, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(id[8]),
        /^4-5-1$/,
      ),
      // Centers for Medicare & Medicaid: Luhn behind 80840.
      weak("us.npi", (id) => /^[12]/.test(id) && isLuhn(`80840${id}`), /^4-3-3$/),
      // National Tax Service of Korea: business registration.
      ofCompanies("kr.business", isKoreanBusiness, /^3-2-5$/),
    ],
  ],
  [
    11,
    [
      // Receita Federal: two check digits modulo 11.
      printed("br.cpf", (id) => isBrazilian(id, 9), /^3-3-3-2$/),
      weak("br.cpf", (id) => isBrazilian(id, 9), /^3-3-3-2$/),
      // Australian Business Register: modulo 89.
      ofCompanies("au.abn", isAbn, /^2-3-3-3$/),
      // Nüfus: the tenth and eleventh digit check the others.
      strong("tr.kimlik", isTurkish),
      // Pension Fund of Russia: weights 9 to 1, modulo 101.
      printed("ru.snils", isSnils, /^3-3-3-2$/),
      weak("ru.snils", isSnils),
      // AFIP of Argentina: a person begins with 20, 23, 24 or 27.
      printed("ar.cuit", isCuit, /^2-8-1$/),
      weak("ar.cuit", isCuit),
    ],
  ],
  [
    12,
    // Unique Identification Authority of India: Verhoeff; never 0 or 1 first.
    [
      weak("in.aadhaar", (id) => /^[2-9]/.test(id) && isVerhoeff(id), /^4-4-4$/),
      // National Registration Department of Malaysia: birth, place of birth, order.
      printed(
        "my.nric",
        (id) => isDay(id.slice(4, 6), id.slice(2, 4)) && /^\d{6}(?:0[1-9]|[1-5]\d|[78]\d)/.test(id),
        /^6-2-4$/,
      ),
      // National Tax Agency of Japan: modulo 11.
      weak("jp.number", isJapanese, /^4-4-4$/),
      // Federal Tax Service of Russia: two check digits modulo 11.
      weak("ru.inn", isInn),
    ],
  ],
  [
    13,
    [
      // Department of Provincial Administration of Thailand: modulo 11.
      printed("th.id", (id) => /^[1-8](?:[1-8]\d|9[0-6])/.test(id) && isThai(id), /^1-4-5-2-1$/),
      weak("th.id", (id) => /^[1-8](?:[1-8]\d|9[0-6])/.test(id) && isThai(id), /^1-4-5-2-1$/),
      // Home Affairs of South Africa: birth, sequence, citizenship, Luhn; the last but one is 8 or 9.
      strong(
        "za.id",
        (id) => isDay(id.slice(4, 6), id.slice(2, 4)) && /^\d{10}[01][89]/.test(id) && isLuhn(id),
        /^6-4-3$|^6-4-2-1$/,
      ),
      weak(
        "za.id",
        (id) => isDay(id.slice(4, 6), id.slice(2, 4)) && /^\d{10}[012]/.test(id) && isLuhn(id),
        /^6-4-3$|^6-4-2-1$/,
      ),
      // Ministry of the Interior of Korea: birth, century, region and modulo 11; 13 instead of 11 for foreigners.
      printed("kr.rrn", isKorean, /^6-7$/),
      weak("kr.rrn", isKorean, /^6-7$/),
    ],
  ],
  // Ministry of Public Security of China: place, birth, order; ISO 7064 MOD 11-2.
  [18, [strong("cn.id", isChinese)]],
  [14, [weak("br.cnpj", (id) => isBrazilian(id, 12), /^2-3-3-4-2$/)]],
]);

function isKorean(id: string): boolean {
  if (!isDay(id.slice(4, 6), id.slice(2, 4)) || !/^\d{6}[1-8](?:[0-8]\d|9[0-5])/.test(id)) return false;
  const rest = weighted(id, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11;
  return ((Number(id[6]) < 5 ? 11 : 13) - rest) % 10 === Number(id[12]);
}

function isKoreanBusiness(id: string): boolean {
  const sum = weighted(id, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(id[8]) * 5) / 10);
  return (10 - (sum % 10)) % 10 === Number(id[9]);
}

function isBrazilian(id: string, base: number): boolean {
  if (/^(\d)\1+$/.test(id)) return false;
  return [base, base + 1].every((length) => {
    let sum = 0;
    for (let at = 0; at < length; at++) {
      const weight = base === 9 ? length + 1 - at : ((length - 1 - at) % 8) + 2;
      sum += Number(id[at]) * weight;
    }
    const rest = sum % 11;
    return (rest < 2 ? 0 : 11 - rest) === Number(id[length]);
  });
}

function isSnils(id: string): boolean {
  const rest = weighted(id, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return !/^(\d)\1+$/.test(id) && (rest === 100 ? 0 : rest) === Number(id.slice(9));
}

function isInn(id: string): boolean {
  const first = (weighted(id, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  const second = (weighted(id, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  return !/^(\d)\1+$/.test(id) && first === Number(id[10]) && second === Number(id[11]);
}

function isCuit(id: string): boolean {
  return /^2[0347]/.test(id) && weighted(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

function isJapanese(id: string): boolean {
  const rest = weighted(id, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return !/^(\d)\1+$/.test(id) && (rest < 2 ? 0 : 11 - rest) === Number(id[11]);
}

/** Also of those that end in x. */
export function isChinese(id: string): boolean {
  return (
    /^[1-9]\d{5}(?:19|20)/.test(id) &&
    isDay(id.slice(12, 14), id.slice(10, 12)) &&
    "10x98765432"[weighted(id.slice(0, 17), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === id[17]
  );
}

function isAbn(id: string): boolean {
  const first = String(Number(id[0]) - 1) + id.slice(1);
  return id[0] !== "0" && weighted(first, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 === 0;
}

function isTurkish(id: string): boolean {
  if (id[0] === "0") return false;
  const odd = weighted(id, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weighted(id, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === Number(id[9]) && weighted(id, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 === Number(id[10]);
}

function isThai(id: string): boolean {
  return (11 - (weighted(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(id[12]);
}

/** Verhoeff: the multiplication of the dihedral group D5, and a permutation by place. */
const product = [
  "0123456789",
  "1234067895",
  "2340178956",
  "3401289567",
  "4012395678",
  "5987604321",
  "6598710432",
  "7659821043",
  "8765932104",
  "9876543210",
];
const permutation = [
  "0123456789",
  "1576283094",
  "5803796142",
  "8916043527",
  "9453126870",
  "4286573901",
  "2793806415",
  "7046913258",
];
function isVerhoeff(id: string): boolean {
  let check = 0;
  for (let at = 0; at < id.length; at++) {
    const digit = Number(id[id.length - 1 - at]);
    check = Number(product[check]?.[Number(permutation[at % 8]?.[digit])]);
  }
  return check === 0;
}
