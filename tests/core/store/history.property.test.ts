import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Store from "#core/store";
import { at, keyOf, opening, policies, received, replied } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { Crash, faultyClient, type Mishap } from "../../support/faulty-client.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

/** One thing somebody does to the conversation, and what goes wrong meanwhile. */
type Deed = { readonly command: Conversation.Command; readonly id: string; readonly plan: readonly Mishap[] };

const mishap = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Mishap>("none") },
  { weight: 2, arbitrary: fc.constant<Mishap>("lost-answer") },
  { weight: 1, arbitrary: fc.constant<Mishap>("crash-before") },
  { weight: 1, arbitrary: fc.constant<Mishap>("crash-after") },
);

let runs = 0;

const deedsOf = (place: Conversation.Opening) =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom("receive", "reply", "accept", "take", "close", "reopen", "mark", "note"),
        number: fc.integer({ min: 0, max: 9 }),
        plan: fc.array(mishap, { maxLength: 6 }),
      }),
      { minLength: 12, maxLength: 40, size: "max" },
    )
    .map((deeds) => deeds.map(({ kind, number, plan }): Deed => ({ ...commandOf(place, kind, number), plan })));

const commandOf = (place: Conversation.Opening, kind: string, number: number): Pick<Deed, "command" | "id"> => {
  switch (kind) {
    case "reply":
      return { command: replied(`r_${number}`), id: `reply:${number}` };
    case "accept":
      return {
        command: { type: "accept", messageId: `r_${number}`, by: "platform", policies },
        id: `accept:${number}`,
      };
    case "take":
      return { command: { type: "assign", agentId: `agent-${number}`, by: "agent" }, id: `take:${number}` };
    case "close":
      return { command: { type: "close", outcome: "answered" }, id: `close:${number}` };
    case "reopen":
      return { command: { type: "reopen", policies }, id: `reopen:${number}` };
    case "mark":
      return { command: { type: "mark" }, id: `mark:${number}` };
    case "note":
      return {
        command: { type: "note", messageId: `n_${number}`, agentId: "camille", digest: "d" },
        id: `note:${number}`,
      };
    default:
      return { command: received(`m_${number}`, at(number), place), id: `receive:${number}` };
  }
};

/** Does a deed as a queue's consumer would: again after a lost answer, never again after its own crash. */
const perform = async (key: Store.ConversationKey, deed: Deed, now: string): Promise<void> => {
  const store = Store.createStore(faultyClient(database.client, deed.plan), database.tableName);
  for (let tries = 0; tries < 12; tries += 1) {
    try {
      await store.commit(key, {
        commitId: deed.id,
        actor: { kind: "system", id: "test" },
        at: now,
        decide: (state) => Conversation.decide(state, deed.command, now),
        since: 0,
      });
      return;
    } catch (error) {
      if (error instanceof Crash) return;
      if (error instanceof Fault && error.code !== "conversation.busy") return;
    }
  }
};

test("whatever crashes, gets lost or collides, history is one line: unbroken, replayable, everything in it once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.gen(), async (width, gen) => {
      runs += 1;
      const place = opening(`c_history_${runs}`);
      const key = keyOf(place);
      const deeds = gen(deedsOf, place);
      for (let start = 0; start < deeds.length; start += width) {
        await Promise.all(deeds.slice(start, start + width).map((deed) => perform(key, deed, at(start))));
      }
      const head = await database.store.readHead(key);
      if (head === undefined) return;
      const sealed = await database.store.readLog(key, head, 1, head.version);
      const entries = sealed.map((text) => Audit.openEntry<Conversation.ConversationEvent>(text));
      expect(Audit.isIntact(sealed)).toBe(true);
      expect(entries).toHaveLength(head.version);
      expect(Conversation.replay(entries)).toEqual(head.state);
      const commits = entries.map((entry) => entry.commitId);
      expect(new Set(commits).size).toBe(commits.length);
      const made = entries.flatMap((entry) =>
        entry.events.flatMap((event) =>
          event.type === "received" || event.type === "replied" ? [event.messageId] : [],
        ),
      );
      expect(new Set(made).size).toBe(made.length);
      const undelivered = (await database.store.listUndelivered(at(600))).filter(
        (due) => due.conversationId === place.conversationId,
      );
      expect(undelivered.length > 0).toBe(head.state.outbox.some((reply) => reply.state !== "uncertain"));
    }),
    { numRuns: 40 },
  );
}, 120_000);
