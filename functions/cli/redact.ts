import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import * as Redaction from "#core/redaction";
import { refuse, sayWhatIsAwaited } from "./asking.ts";

const usage = 'npm run -s redact < in.ndjson, each line such as {"id":"1","text":"…","lang":"fr"}; or -- --explain "…"';

/**
 * `npm run -s redact < in.ndjson > out.ndjson`: one line { "id", "text", "lang"? } in, one line { "id", "text", "found" }
 * out, in constant memory. A broken line gives { "id"?, "error" } and exit code 1. What it does not know, and no line at
 * all, exit code 2. `--explain "…"` shows one message with
 * the rules that fired and why the near misses did not.
 */
const main = async (): Promise<void> => {
  const values = readOptions();
  if (values === undefined) return refuse("There is --explain with a text in quotes, and --lang with fr or en.", usage);
  if (values.explain !== undefined) return printExplanation(values.explain, languageOf(values.lang));
  sayWhatIsAwaited("lines of JSON");
  let [lines, broken] = [0, 0];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    lines += 1;
    const answer = answerTo(line, values.lang);
    if ("error" in answer) broken++;
    await print(JSON.stringify(answer));
  }
  if (lines === 0) return refuse("Nothing came on standard input.", usage);
  if (broken === 0) return;
  process.exitCode = 1;
  console.error(`${broken} of ${lines} lines could not be read: each says why.\nUsage: ${usage}`);
};

type Options = { readonly explain?: string | undefined; readonly lang?: string | undefined };

/** Undefined where there is one that nobody knows, or one without its value. */
const readOptions = (): Options | undefined => {
  try {
    return parseArgs({ options: { explain: { type: "string" }, lang: { type: "string" } } }).values;
  } catch {
    return undefined;
  }
};

type Answer =
  | { readonly id: unknown; readonly text: Redaction.Redacted; readonly found: readonly Redaction.Finding[] }
  | { readonly id?: unknown; readonly error: string };

/** The messages of JSON.parse quote their input, so they are not passed on. */
const answerTo = (line: string, lang: string | undefined): Answer => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { error: "not JSON" };
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return { error: "not an object" };
  const { id, text, lang: own } = parsed as { readonly id?: unknown; readonly text?: unknown; readonly lang?: unknown };
  if (typeof text !== "string") return { ...(id === undefined ? {} : { id: shown(id) }), error: "no text" };
  const { text: redacted, found } = Redaction.redact(text, { language: languageOf(own ?? lang) });
  return { id: shown(id), text: redacted, found };
};

/** An id is text like any other. */
const shown = (id: unknown): unknown => Redaction.redactDeep(id ?? null);

const languageOf = (lang: unknown): "fr" | "en" => (typeof lang === "string" && lang.startsWith("en") ? "en" : "fr");

const print = async (line: string): Promise<void> => {
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise((resolve) => process.stdout.once("drain", resolve));
};

const printExplanation = async (text: string, language: "fr" | "en"): Promise<void> => {
  const { text: redacted, fired, missed } = Redaction.explain(text, { language });
  const lines = [
    redacted,
    ...fired.map(({ kind, rule, value }) => `  ${kind}  ${rule}  ${JSON.stringify(value)}`),
    ...missed.map(({ rule, value, why }) => `  left  ${rule}  ${JSON.stringify(value)}: ${why}`),
  ];
  await print(lines.join("\n"));
};

await main();
