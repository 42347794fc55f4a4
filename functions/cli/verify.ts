/**
 * A dossier on standard input, as the inbox exports it: whether its log is whole and its words are those the log speaks
 * of, one JSON object on standard output. The exit code is 1 when something does not hold, and 2 when it is no dossier.
 */
import { text } from "node:stream/consumers";
import * as Audit from "#core/audit";
import { refuse, refuseWords, sayWhatIsAwaited } from "./asking.ts";

const usage = "npm run -s verify < dossier.json, the file that compliance exports from a conversation";

if (!refuseWords(process.argv.slice(2), usage)) {
  sayWhatIsAwaited("a dossier");
  check(await text(process.stdin));
}

function check(read: string): void {
  const dossier = Audit.Dossier.safeParse(parse(read));
  if (!dossier.success) {
    refuseInput(wrongWith(read, dossier.error.issues));
    return;
  }
  const verdict = Audit.verify(dossier.data);
  console.log(JSON.stringify(verdict));
  process.exitCode = verdict.isIntact && verdict.texts.different.length === 0 ? 0 : 1;
}

function refuseInput(wrong: string): void {
  console.log(JSON.stringify({ error: `no dossier: ${wrong}` }));
  refuse(`What came on standard input is no dossier: ${wrong}.`, usage);
}

type Issue = { readonly path: readonly PropertyKey[] };

function wrongWith(read: string, issues: readonly Issue[]): string {
  if (read.trim() === "") return "there is nothing in it";
  if (parse(read) === undefined) return "it is not JSON";
  const fields = [...new Set(issues.map(({ path }) => path.join(".")))].filter((field) => field !== "");
  if (fields.length === 0) return "it is not one JSON object";
  return `missing or not as they are exported: ${fields.slice(0, 5).join(", ")}`;
}

/** Undefined where it is no JSON: the words of a parser's error quote what it read. */
function parse(read: string): unknown {
  try {
    return JSON.parse(read);
  } catch {
    return undefined;
  }
}
