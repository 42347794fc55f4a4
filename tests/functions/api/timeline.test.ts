import { afterAll, beforeAll, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import type { Redacted } from "#core/redaction";
import { readTimeline } from "../../../functions/api/timeline.ts";
import { at, keyOf, opening, policies, received, replied } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const place = { ...opening("c_timeline"), entityId: "timeline" };
const key = keyOf(place);
const answers = Array.from({ length: 18 }, (_, index) => `m_${String(index).padStart(22, "0")}`);

const keep = (id: string) =>
  database.store.putBody(key, {
    id,
    kind: "message",
    direction: "outbound",
    visibility: "private",
    text: "Réponse" as Redacted,
    marks: [],
    occurredAt: at(1),
    author: { agentId: "camille" },
    attachments: [],
    around: [],
    salt: "salt",
    sawVersion: 0,
  });
const commit = (command: Conversation.Command, commitId: string) =>
  database.store.commit(key, {
    commitId,
    actor: { kind: "system", id: "test" },
    at: at(1),
    decide: (state) => Conversation.decide(state, command, at(1)),
  });

test("answers that left long after they were written: the page before is asked for in few words, and says that they were sent", async () => {
  await commit(received("m_asked", at(0), place), "receive");
  for (const id of answers) {
    await keep(id);
    await commit(replied(id), `reply:${id}`);
  }
  for (let index = 0; index < 70; index += 1) {
    await commit({ type: "note", messageId: `n_${index}`, agentId: "camille", digest: "digest" }, `note:${index}`);
  }
  for (const id of answers) await commit({ type: "accept", messageId: id, by: "platform", policies }, `accept:${id}`);
  const head = await database.store.readHead(key);
  if (head === undefined) throw new Error("nothing was kept");
  const told = new Map<string, string | undefined>();
  let cursor: string | undefined;
  do {
    const page = await readTimeline(database.store, key, head, {
      cursor,
      language: "fr",
      now: at(2),
      seesEvidence: false,
    });
    for (const { delivery, id } of page.messages) told.set(id, delivery);
    cursor = page.cursor;
    expect(String(cursor).length).toBeLessThan(100);
  } while (cursor !== undefined);
  expect(answers.map((id) => told.get(id))).toEqual(answers.map(() => "sent"));
});
