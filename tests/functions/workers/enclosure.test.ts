import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Redacted } from "#core/redaction";
import type { Runtime } from "#functions/runtime";
import { type Bank, openBank } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { withReply } from "../../support/whatsapp-reply.ts";

let database: TestDatabase;
let bank: Bank;
const clock = { minute: 0 };
/** Paths that WhatsApp was asked for. */
let asked: string[];
/** The bucket. */
let kept: Map<string, Uint8Array>;
beforeAll(async () => {
  database = await startTestDatabase();
  bank = await openBank(database, () => at(clock.minute));
});
afterAll(() => database.stop());
beforeEach(() => {
  asked = [];
  kept = new Map([["out-1", new TextEncoder().encode("%PDF-1.7")]]);
});

const pictures: Runtime["pictures"] = {
  put: async (key, bytes) => void kept.set(key, bytes),
  get: async (key) => kept.get(key),
  remove: async (key) => void kept.delete(key),
};
const form = {
  type: "document",
  words: ["formulaire.pdf" as Redacted],
  enclosure: { id: "out-1", kind: "document", sizeBytes: 8 },
} as const;

/** A reply with a file: how WhatsApp answers the file, and then the message. */
const withFile = (onFile: () => Response | Promise<Response>) =>
  withReply(
    { database, bank, clock },
    (id, path) => {
      asked.push(path.split("/").at(-1) ?? "");
      return path.endsWith("/media") ? onFile() : Response.json({ messages: [{ id }] });
    },
    [form],
  );
const taken = () => Response.json({ id: "media-1" });
const outboxOf = async ({ state }: Awaited<ReturnType<typeof withFile>>) => (await state()).outbox;

test("a file goes before the message that shows it, and is not kept any longer", async () => {
  const reply = await withFile(taken);
  await reply.deliver({ pictures });
  expect(asked).toEqual(["media", "messages"]);
  expect([await outboxOf(reply), kept.size]).toEqual([[], 0]);
});

test.each([
  ["that the platform refuses", () => Response.json({ error: { code: 131053 } }, { status: 400 }), "send.unsupported"],
  ["that is too large for it", () => Response.json({}, { status: 413 }), "send.refused"],
])("a file %s fails its message, which is not sent without it", async (_, onFile, code) => {
  const reply = await withFile(onFile);
  await reply.deliver({ pictures });
  expect(asked).toEqual(["media"]);
  const { events } = await historyOf(database, reply.key);
  expect(events.findLast(({ type }) => type === "failed")).toMatchObject({ code });
  expect((await reply.state()).isAwaiting).toBe(true);
});

test.each([
  ["that gets no answer", () => Promise.reject(new DOMException("too late", "TimeoutError"))],
  ["that the platform cannot take now", () => new Response(undefined, { status: 503 })],
  ["that may have been taken", () => new Response(undefined, { status: 502 })],
  ["that is taken under no name", () => Response.json({ success: true })],
])("a file %s is tried again with its message, which was not sent", async (_, onFile) => {
  const reply = await withFile(onFile);
  await reply.deliver({ pictures });
  expect(asked).toEqual(["media"]);
  expect(await outboxOf(reply)).toMatchObject([{ state: "queued", attempts: 1, code: "send.unavailable" }]);
  expect(kept.size).toBe(1);
});

test("a bucket out of reach leaves the message waiting, not in doubt", async () => {
  const reply = await withFile(taken);
  const broken = { ...pictures, get: () => Promise.reject(new TypeError("no bucket")) };
  await reply.deliver({ pictures: broken });
  expect(asked).toEqual([]);
  expect(await outboxOf(reply)).toMatchObject([{ state: "queued", code: "send.unavailable" }]);
});

test("a bucket that does not let go of the file leaves no doubt of a message that was taken", async () => {
  const reply = await withFile(taken);
  const broken = { ...pictures, remove: () => Promise.reject(new TypeError("no bucket")) };
  await reply.deliver({ pictures: broken });
  expect(asked).toEqual(["media", "messages"]);
  expect(await outboxOf(reply)).toEqual([]);
  expect((await historyOf(database, reply.key)).count("sent")).toBe(1);
});

test("a file that is gone is said to be, and nothing is sent in its place", async () => {
  const reply = await withFile(taken);
  kept.clear();
  await reply.deliver({ pictures });
  expect(asked).toEqual([]);
  const { events } = await historyOf(database, reply.key);
  expect(events.findLast(({ type }) => type === "failed")).toMatchObject({ code: "send.file-gone" });
});

test("a token that is dead keeps the message and its file until the account is connected again", async () => {
  const reply = await withFile(() => Response.json({ error: { code: 190 } }, { status: 401 }));
  await reply.deliver({ pictures });
  expect(asked).toEqual(["media"]);
  expect(await outboxOf(reply)).toMatchObject([{ state: "queued", code: "send.disconnected" }]);
  expect(kept.size).toBe(1);
  const account = { entityId: bank.entity.id, platform: "whatsapp", accountId: "900100200301" };
  expect((await database.store.readHealth(account)).standing).toMatchObject({ state: "reconnect" });
});
