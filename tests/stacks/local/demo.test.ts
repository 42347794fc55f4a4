import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { type System, startSystem } from "#stacks/local";
import { stories } from "../../../stacks/local/demo/story.ts";

type Card = { dueAt: string; channel: string };

const cards = async (system: System): Promise<Card[]> => {
  const headers = { authorization: `Bearer ${await system.token("agent")}` };
  const response = await fetch(`${system.url}/api/conversations?status=open`, { headers });
  return ((await response.json()) as { items: Card[] }).items;
};

test("the first minute has customers on every channel with different deadlines, and a restart adds none at once", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "guichet-"));
  const options = { port: 0, demo: true, page: false, dataDir };
  const before = await startSystem(options);
  await expect.poll(() => cards(before).then(({ length }) => length), { timeout: 20_000 }).toBe(8);
  const first = await cards(before);
  expect(new Set(first.map(({ dueAt }) => dueAt)).size).toBe(8);
  expect(new Set(first.map(({ channel }) => channel))).toEqual(
    new Set(["x.mention", "x.dm", "facebook.comment", "messenger", "instagram.comment", "instagram.dm", "whatsapp"]),
  );
  const said = () => before.simulator.threads().flatMap(({ entries }) => entries.map(({ id }) => id));
  await before.stop();
  const after = await startSystem(options);
  expect(after.simulator.threads().flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual(said());
  expect(await cards(after)).toHaveLength(8);
  await after.stop();
  rmSync(dataDir, { recursive: true });
});

test("customers write cards, IBANs, phone numbers and addresses, and none of it is left after redaction", () => {
  const found = stories.flatMap(({ lines }) => lines.flatMap((line) => Redaction.redact(line).found));
  expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["card", "iban", "phone", "email"]));
  const left = stories.flatMap(({ lines }) => lines.map((line) => Redaction.redact(line).text));
  expect(left.filter((line) => /\d{4}[ ]?\d{4}|\d{2} \d{2} \d{2} \d{2}|07700|@example/.test(line))).toEqual([]);
});

test("everybody is somebody else, so that nobody answers for another", () => {
  const names = stories.map(({ platform, handle, name }) => `${platform}:${handle ?? name}`);
  expect(new Set(names).size).toBe(names.length);
});
