import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as Redaction from "#core/redaction";

/** A folder with corpus/*.jsonl, one { text, entity, kind, spans } a line. Not part of the project. */
const folder = process.env["REDACTION_CORPUS"];
const corpus = folder === undefined ? "" : join(folder, "corpus");

type Case = {
  readonly text: string;
  readonly entity: string;
  readonly kind: string;
  readonly lang: string;
  readonly spans: readonly (readonly [number, number, string?])[];
};

const read = (file: string): readonly Case[] =>
  readFileSync(join(corpus, file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Case);

const isCovered = (text: string, start: number, end: number): boolean => {
  const { found } = Redaction.redact(text);
  for (let at = start; at < end; at++)
    if (/[\p{L}\p{N}]/u.test(text[at] ?? "") && !found.some((one) => one.start <= at && at < one.end)) return false;
  return true;
};

const recall = (cases: readonly Case[], entity: RegExp): number => {
  const spans = cases
    .filter(({ kind }) => kind === "pos")
    .flatMap((one) =>
      one.spans
        .filter((span) => entity.test(span[2] ?? one.entity))
        .map(([start, end]) => [one.text, start, end] as const),
    );
  return spans.filter(([text, start, end]) => isCovered(text, start, end)).length / spans.length;
};

const altered = (cases: readonly Case[]): number =>
  cases.filter(({ text }) => Redaction.redact(text).found.length > 0).length / cases.length;

describe.skipIf(folder === undefined || !existsSync(corpus))("the corpus named by REDACTION_CORPUS", () => {
  const all =
    corpus && existsSync(corpus)
      ? readdirSync(corpus)
          .filter((file) => file.endsWith(".jsonl"))
          .flatMap(read)
      : [];
  const disguised = corpus && existsSync(corpus) ? read("obfus_authored.jsonl") : [];
  test.each([
    ["cards", /^CREDIT_CARD$/, 0.97],
    ["IBAN", /^IBAN_CODE$/, 0.95],
    ["codes and expiry", /^(?:CVV|CARD_EXPIRY|SECRET)$/, 0.95],
    ["accounts", /^(?:ACCOUNT_NUMBER|RIB)$/, 0.9],
    ["phones", /^PHONE_NUMBER$/, 0.95],
    ["e-mail", /^EMAIL_ADDRESS$/, 0.95],
    ["dates of birth", /^DATE_OF_BIRTH$/, 0.9],
    ["addresses", /^ADDRESS$/, 0.7],
    ["names", /^PERSON$/, 0.85],
  ])("disguised %s", (_, entity, least) => {
    expect(recall(disguised, entity)).toBeGreaterThanOrEqual(least);
  });
  test("ordinary messages stay", () => {
    expect(altered(all.filter(({ kind, lang }) => kind === "clean" && lang === "en"))).toBeLessThanOrEqual(0.001);
    expect(altered(all.filter(({ kind, lang }) => kind === "clean" && lang === "fr"))).toBeLessThanOrEqual(0.003);
    expect(altered(all.filter(({ kind }) => kind === "clean_hard"))).toBeLessThanOrEqual(0.03);
    expect(altered(all.filter(({ kind }) => kind === "neg"))).toBeLessThanOrEqual(0.1);
  });
});
