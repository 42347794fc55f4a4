import creditCardType from "credit-card-type";
import { describe, expect, test } from "vitest";
import { hasIssuer } from "../../../../core/redaction/issuer.ts";
import { cards, found, redacted } from "../cast.ts";

test("a card keeps its last four and nothing else", () => {
  expect(redacted("ma carte 4000 0566 5566 5556 est bloquée")).toBe("ma carte [carte ••••5556] est bloquée");
  expect(redacted(`charged twice on ${cards.mastercard}`, { language: "en" })).toBe("charged twice on [card ••••8210]");
});

test.each(Object.entries(cards).filter(([scheme]) => scheme !== "maestro"))("%s is found without a cue", (_, card) => {
  expect(found(`voici ${card} merci`)).toEqual([`card: ${card}`]);
});

describe("a typing error", () => {
  test("is still a card beside its cue", () => {
    expect(redacted("numéro de carte : 4000 0566 5566 5557")).toBe("numéro de carte : [carte ••••5557]");
  });
  test("is left alone without one", () => {
    expect(redacted("suivi 4000056655665557 svp")).toBe("suivi 4000056655665557 svp");
  });
});

test.each([
  "4970-1O12-3456-7B93",
  "497O1O1234S67893",
  "4970x1012x3456x7893",
  "4970→1012→3456→7893",
  "4970<br>1012<br/>3456<br>7893",
  '4970" "1012" "3456" "7893',
  "4970 mille douze 3456 7893",
  "quatre mille neuf cent soixante dix, 1012, 3456, 7893",
  "quatre mille neuf cent soixante-dix mille douze trois mille quatre cent cinquante-six sept mille huit cent quatre-vingt-treize",
  "four thousand nine hundred and seventy, 1012, 3456, 7893",
  "4970 1012 ensuite 3456 et pour finir 7893",
  "4970 1012 et finit par 3456 7893",
  "4970 1012, second half 3456 7893",
])("%s is a card", (written) => {
  expect(redacted(`svp ${written} merci`)).toBe("svp [carte ••••7893] merci");
});

test.each(["réf 4A7B-1S12-3456-7B93", "4970-1O12-3456-7B94 en stock", "modèle 12B5 34S6"])(
  "%s, whose letters spell no valid card, stays",
  (text) => {
    expect(redacted(text)).toBe(text);
  },
);

test("what people add after a card goes with it", () => {
  expect(redacted(`${cards.french} 12/27 123`)).toBe("[carte ••••7893] [date d’expiration] [cryptogramme]");
  expect(redacted("CB4970101234567893exp12/27")).toBe("CB[carte ••••7893]exp[date d’expiration]");
});

test("a card with its date glued on is found beside a cue, a long reference is not", () => {
  expect(found(`carte ${cards.french}1227123`)).toEqual([`card: ${cards.french}1227123`]);
  expect(found(`colis ${cards.french}1227123`)).toEqual([]);
});

test.each([
  "https://social.example/MaBanque/status/1712345678901234567",
  "commande 1234567890123456 jamais reçue",
  "le 12/03/2024 à 10:45, 1 234 567 890 123 €",
  "XXXX XXXX XXXX 1234 c'est celle-là",
  "ma carte se terminant par 4821",
  "ISIN FR0000131104 et LU0378438732",
  "2220175103860763",
  "RS35 A600 0560 1001 6113 79",
  '<a href="/tickets/40004595">#40004595</a>',
])("%s stays", (text) => {
  expect(redacted(text)).toBe(text);
});

test("issuer ranges agree with those of the schemes", () => {
  for (const type of Object.values(creditCardType.types)) {
    const { patterns, lengths } = creditCardType.getTypeInfo(type);
    for (const pattern of patterns) {
      const [first] = Array.isArray(pattern) ? pattern : [pattern];
      for (const length of lengths) expect([type, hasIssuer(String(first).padEnd(length, "0"))]).toEqual([type, true]);
    }
  }
});

describe("fours of digits are one card whatever stands between them", () => {
  test.each([
    "4000x0566x5566x5556",
    "4000 x 0566 x 5566 x 5556",
    "4000}{0566}{5566}{5556",
    '4000" "0566" "5566" "5556',
    "4000! 0566! 5566! 5556",
    "4000 ? 0566 ? 5566 ? 5556",
    "4000→0566→5566→5556",
    "4000 luego 0566 luego 5566 y 5556",
    "4000 dann 0566 dann 5566 und 5556",
    "4000 0566 5566 et finit par 5556",
    "4000 0566, derniers chiffres 5566 5556",
    "4000 0566 and the second half 5566 5556",
    "4000 0566 5566 endet auf 5556",
  ])("%s", (written) => {
    expect(found(`voici ${written} merci`)).toEqual([`card: ${written}`]);
  });
  test.each([
    "j'ai 2000 x 3000 euros, puis 4000! 1000? 2000",
    "de 2024 → 2025, et finit par 2026",
    "Order 1200 x 4000 x 2000 y 1000",
  ])("%s is no card", (text) => {
    expect(redacted(text)).toBe(text);
  });
});

test("S, G, Z and B are digits in a card that holds, and letters everywhere else", () => {
  expect(found("carte 4000 0SGG 5566 5556")).toEqual(["card: 4000 0SGG 5566 5556"]);
  expect(found("40000SGG5566SSS6 svp")).toEqual(["card: 40000SGG5566SSS6"]);
  expect(redacted("réf B8S5 12S4 5678 BG12 affichée")).toBe("réf B8S5 12S4 5678 BG12 affichée");
});

test("the date and the code that a list writes behind a card go with it", () => {
  for (const list of ["|12|27|123", "|12|2027|123", ":12:27:123"])
    expect(found(`${cards.visa}${list}`).map((one) => one.split(":")[0])).toEqual(["card", "expiry", "security-code"]);
});

test("thousands are read as they are said", () => {
  expect(found("carte quatre mille zéro cinq soixante-six cinq cinq six six cinq cinq cinq six")).toHaveLength(1);
  expect(redacted("deux mille cinq cents euros sur deux comptes")).toBe("deux mille cinq cents euros sur deux comptes");
});
