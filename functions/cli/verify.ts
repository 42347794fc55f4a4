/**
 * A dossier on standard input, as the inbox exports it: whether its log is whole and its words are those the log speaks
 * of, one JSON object on standard output. The exit code is 1 when something does not hold, and 2 when it is no dossier.
 */
import { text } from "node:stream/consumers";
import * as Audit from "#core/audit";

const dossier = Audit.Dossier.safeParse(parse(await text(process.stdin)));
if (dossier.success) {
  const verdict = Audit.verify(dossier.data);
  console.log(JSON.stringify(verdict));
  process.exitCode = verdict.isIntact && verdict.texts.different.length === 0 ? 0 : 1;
} else {
  const problems = dossier.error.issues.map(({ message, path }) => `${path.join(".") || "the whole"}: ${message}`);
  console.log(JSON.stringify({ error: `no dossier: ${problems.slice(0, 5).join("; ")}` }));
  process.exitCode = 2;
}

/** Undefined where it is no JSON: the words of a parser's error quote what it read. */
function parse(read: string): unknown {
  try {
    return JSON.parse(read);
  } catch {
    return undefined;
  }
}
