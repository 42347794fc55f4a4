import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import * as Channel from "#core/channel";

/**
 * Recorded deliveries of other people's systems, run against when PAYLOAD_CORPUS names a folder with a manifest.jsonl (one JSON object a
 * line: file, sha256, expect[]). They are not part of the project. Where we differ from an expectation, it is by a rule below.
 */
const folder = resolve(process.env["PAYLOAD_CORPUS"] || "no corpus");
const hasCorpus = existsSync(`${folder}/manifest.jsonl`);

type Expectation = { readonly op: string } & { readonly [field: string]: unknown };
type Recorded = { file: string; sha256: string; expect: Expectation[] };

const recorded = (): Recorded[] =>
  readFileSync(`${folder}/manifest.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Recorded);

describe("recorded deliveries", () => {
  test.skipIf(!process.env["PAYLOAD_CORPUS"])("PAYLOAD_CORPUS names a folder with a manifest", () => {
    expect(hasCorpus).toBe(true);
  });

  test.each(hasCorpus ? recorded() : [])("$file", ({ file, sha256, expect: expected }) => {
    const body = readFileSync(`${folder}/${file}`);
    expect(createHash("sha256").update(body).digest("hex")).toBe(sha256);
    const { events, ignored } = Channel.normalise(file.startsWith("x/") ? "x" : "meta", body);
    const said = events.map(wordsOf);
    const unread =
      events.length === 0 ? Object.keys(ignored).map(() => ({ op: "ignore", text: "", attachments: [] })) : [];
    expect(ordered([...said, ...unread].map((event) => pick(event, expected)))).toEqual(
      ordered(expected.map(asWeReadIt).map((event) => pick(event, expected))),
    );
  });
});

const COMPARED = [
  "op",
  "channel",
  "visibility",
  "direction",
  "account_id",
  "author_id",
  "contact_id",
  "external_id",
  "target_id",
  "parent_id",
  "ts",
] as const;

/** An expectation is silent about a field that it leaves out; an absent text or attachment is said to be absent. */
const pick = (event: { [field: string]: unknown }, expected: readonly Expectation[]) => {
  const told = COMPARED.filter((field) => expected.every((expectation) => field in expectation));
  return Object.fromEntries([...told, "text", "attachments"].map((field) => [field, event[field]]));
};

const ordered = (events: unknown[]): string[] => events.map((event) => JSON.stringify(event)).sort();

const wordsOf = (event: Channel.RawEvent): { [field: string]: unknown } => ({
  op: event.op,
  channel: event.channel.split(".")[0],
  visibility: event.visibility,
  direction: event.direction,
  account_id: event.accountId,
  author_id: event.authorId,
  contact_id: event.contactId,
  external_id: event.externalId,
  target_id: event.targetId,
  parent_id: event.parentId,
  ts: event.occurredAt,
  text: event.text ?? "",
  attachments: kindsOf(
    event.attachments.map(({ type }) => type).filter((type) => type !== "story" && event.op !== "edit"),
  ),
});

const kindsOf = (types: readonly string[]): string[] => [...new Set(types)].sort();

/**
 * Rules by which we read otherwise:
 * - X's escaped characters are undone, so that redaction and agents see what the customer wrote;
 * - attachments are compared by kind: we keep each photo of a post;
 * - an edit's attachments and the story that a message answers are kept; expectations say nothing of either (filtered above).
 */
const asWeReadIt = (expectation: Expectation): { [field: string]: unknown } => {
  const text = typeof expectation["text"] === "string" ? expectation["text"] : "";
  const types =
    Array.isArray(expectation["attachments"]) && expectation.op !== "edit" ? expectation["attachments"] : [];
  return {
    ...expectation,
    text:
      expectation["channel"] === "x"
        ? text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
        : text,
    attachments: kindsOf(types.map(String)),
  };
};
