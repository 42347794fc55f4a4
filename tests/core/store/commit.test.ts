import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import { at, keyOf, labelled, opening, policies, received, replied } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const change = (command: Conversation.Command, commitId: string, now = at(0)): Store.Change => ({
  commitId,
  actor: { kind: "system", id: "test" },
  at: now,
  decide: (state) => Conversation.decide(state, command, now),
});

const replayOf = async (key: Store.ConversationKey) => {
  const head = await database.store.readHead(key);
  if (head === undefined) throw new Error("no head");
  const sealed = await database.store.readLog(key, head, 1, head.version);
  const entries = sealed.map((text) => Audit.openEntry<Conversation.ConversationEvent>(text));
  return { head, sealed, entries, state: Conversation.replay(entries) };
};

describe("a conversation's log", () => {
  test("grows by one entry a commit, replays to the head and keeps its chain over many segments", async () => {
    const place = opening("c_segments");
    for (let index = 0; index < 27; index += 1) {
      await database.store.commit(keyOf(place), change(received(`m_${index}`, at(index), place), `receive:${index}`));
    }
    const { entries, head, sealed, state } = await replayOf(keyOf(place));
    expect(head.version).toBe(27);
    expect(entries.map((entry) => entry.version)).toEqual(Array.from({ length: 27 }, (_, index) => index + 1));
    expect(Audit.isIntact(sealed)).toBe(true);
    expect(state).toEqual(head.state);
    expect(head.tail.length).toBeLessThanOrEqual(4);
  });

  test("is read in part, across segments, and where they hold eight entries as they once did", async () => {
    const place = opening("c_part");
    for (let index = 0; index < 19; index += 1) {
      await database.store.commit(keyOf(place), change(received(`m_${index}`, at(index), place), `receive:${index}`));
    }
    const { head, sealed } = await replayOf(keyOf(place));
    const pk = "E#lumiere#CONV#c_part";
    const segment = (start: number) => ({ pk, sk: `LOG#${String(start).padStart(10, "0")}` });
    const { client, store, tableName: TableName } = database;
    await client.send(new PutCommand({ TableName, Item: { ...segment(1), entries: sealed.slice(0, 8) } }));
    await client.send(new DeleteCommand({ TableName, Key: segment(5) }));
    const parts = [
      [1, 19],
      [8, 9],
      [3, 6],
      [9, 16],
      [7, 18],
      [17, 19],
      [19, 19],
      [-6, 2],
      [4, 3],
    ] as const;
    for (const [from, to] of parts) {
      expect(await store.readLog(keyOf(place), head, from, to)).toEqual(sealed.slice(Math.max(0, from - 1), to));
    }
  });

  test("a changed entry breaks the chain", async () => {
    const place = opening("c_forged");
    for (let index = 0; index < 3; index += 1) {
      await database.store.commit(keyOf(place), change(received(`m_${index}`, at(index), place), `receive:${index}`));
    }
    const { sealed } = await replayOf(keyOf(place));
    const forged = sealed.map((text, index) => (index === 1 ? text.replace("m_1", "m_9") : text));
    expect(Audit.isIntact(sealed)).toBe(true);
    expect(Audit.isIntact(forged)).toBe(false);
    expect(Audit.isIntact([sealed[0] ?? "", sealed[2] ?? ""])).toBe(false);
  });

  test("a commit prepared on an older version finds itself instead of happening twice", async () => {
    const place = opening("c_repeat");
    const first = await database.store.commit(keyOf(place), {
      ...change(received("m_1", at(0), place), "receive:m_1"),
      since: 0,
    });
    for (let index = 2; index < 15; index += 1) {
      await database.store.commit(keyOf(place), change(received(`m_${index}`, at(index), place), `receive:${index}`));
    }
    const again = await database.store.commit(keyOf(place), {
      ...change(received("m_1", at(0), place), "receive:m_1"),
      since: 0,
    });
    expect(first.isRepeat).toBe(false);
    expect(again.isRepeat).toBe(true);
    expect(again.events).toEqual(first.events);
    expect(again.state.inboundCount).toBe(14);
  });

  test("a head that was read before somebody else's commit decides nothing: it is read again", async () => {
    const place = opening("c_stale");
    const key = keyOf(place);
    await database.store.commit(key, change(received("m_1", at(0), place), "receive:1"));
    const head = await database.store.readHead(key);
    if (head === undefined) throw new Error("no head");
    await database.store.commit(key, change({ type: "assign", agentId: "camille", by: "agent" }, "assign:camille"));
    const late = change({ type: "assign", agentId: "yanis", by: "agent" }, "assign:yanis");
    await expect(database.store.commit(key, { ...late, head })).rejects.toMatchObject({ code: "conversation.taken" });
    const note = change({ type: "note", messageId: "m_2", agentId: "yanis", digest: "digest" }, "note:2");
    const committed = await database.store.commit(key, { ...note, head });
    expect([committed.version, committed.state.assigneeId, committed.state.noteCount]).toEqual([3, "camille", 1]);
  });

  test("fifty writers at once leave one line of history with all of them in it", { timeout: 120_000 }, async () => {
    const place = opening("c_race");
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const order = change(received(`m_${index}`, at(index), place), `receive:${index}`);
        // A queue's redelivery: who lost too often comes again.
        for (let tries = 0; tries < 20; tries += 1) {
          const done = await database.store.commit(keyOf(place), { ...order, since: 0 }).catch(() => undefined);
          if (done !== undefined) return;
        }
        throw new Error("never committed");
      }),
    );
    const { entries, head, sealed, state } = await replayOf(keyOf(place));
    const ids = entries.flatMap((entry) =>
      entry.events.flatMap((event) => (event.type === "received" ? [event.messageId] : [])),
    );
    expect(new Set(ids).size).toBe(50);
    expect(ids).toHaveLength(50);
    expect(Audit.isIntact(sealed)).toBe(true);
    expect(state).toEqual(head.state);
  });

  test("one of many who take a conversation gets it, the others are told who has it", async () => {
    const place = opening("c_taken");
    await database.store.commit(keyOf(place), change(received("m_1", at(0), place), "receive:m_1"));
    const takers = Array.from({ length: 50 }, (_, index) => `agent-${index}`);
    // Who got no answer from the database, told neither yes nor no, asks again as a caller would.
    const take = async (agentId: string, tries = 5): Promise<unknown> => {
      const order = change({ type: "assign", agentId, by: "agent" }, `assign:${agentId}`);
      return database.store.commit(keyOf(place), order).catch((error: unknown) => {
        if (error instanceof Fault || tries === 1) throw error;
        return take(agentId, tries - 1);
      });
    };
    const results = await Promise.allSettled(takers.map((agentId) => take(agentId)));
    const holder = (await database.store.readHead(keyOf(place)))?.state.assigneeId;
    const winners = takers.filter((_, index) => results[index]?.status === "fulfilled");
    const told = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(winners).toEqual([holder]);
    expect(told.map((fault) => [fault.code, fault.details.agentId])).toEqual(
      told.map(() => ["conversation.taken", holder]),
    );
  });

  test("the head stays under 16 KB with 10,000 messages behind it", async () => {
    const place = opening("c_long");
    const key = keyOf(place);
    for (let index = 0; index < 30; index += 1) {
      await database.store.commit(
        key,
        change(labelled(`m_${"x".repeat(22)}${index}`, at(index), { topic: "cards" }, place), `receive:${index}`),
      );
      await database.store
        .commit(key, change(replied(`r_${"x".repeat(22)}${index}`), `reply:${index}`))
        .catch(() => undefined);
    }
    const head = await database.store.readHead(key);
    const crowded = { ...head?.state, inboundCount: 10_000, outboundCount: 10_000 };
    expect(JSON.stringify({ ...head, state: crowded }).length).toBeLessThan(16_384);
    expect(head?.state.outbox).toHaveLength(20);
  });

  test("the log holds no words: only ids, kinds, counts and instants", async () => {
    const place = opening("c_words");
    const key = keyOf(place);
    const label = { name: "Aurélie Fictive", handle: "@aurelie_fictive", preview: "Ma carte est bloquée" };
    await database.store.commit(key, { ...change(received("m_1", at(0), place), "receive:m_1"), label });
    const { head, sealed } = await replayOf(key);
    expect(head.label).toEqual(label);
    for (const word of Object.values(label)) expect(sealed.join()).not.toContain(word);
  });
});

describe("lists", () => {
  const list = (status: "open" | "closed") =>
    database.store.listCards("lumiere", { kind: "status", status }, { limit: 100 });

  test("open conversations come by earliest deadline, closed ones leave them", async () => {
    const places = [opening("c_late"), opening("c_soon")];
    await database.store.commit(keyOf(opening("c_late")), change(received("m_a", at(30), places[0]), "receive:a"));
    await database.store.commit(keyOf(opening("c_soon")), change(received("m_b", at(-30), places[1]), "receive:b"));
    const ids = (await list("open")).cards.map((card) => card.id);
    expect(ids.indexOf("c_soon")).toBeLessThan(ids.indexOf("c_late"));
    await database.store.commit(keyOf(opening("c_soon")), change({ type: "close", outcome: "answered" }, "close:b"));
    expect((await list("open")).cards.map((card) => card.id)).not.toContain("c_soon");
    expect((await list("closed")).cards.map((card) => card.id)).toContain("c_soon");
  });

  test("pages follow one another without a gap or a double, and one bank's cursor opens nothing of another", async () => {
    for (let index = 0; index < 7; index += 1) {
      const place = { ...opening(`c_page_${index}`), entityId: "boreale" };
      await database.store.commit(keyOf(place), change(received(`m_${index}`, at(index), place), `receive:${index}`));
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Store.Page = await database.store.listCards(
        "boreale",
        { kind: "status", status: "open" },
        {
          limit: 3,
          ...(cursor === undefined ? {} : { cursor }),
        },
      );
      seen.push(...page.cards.map((card) => card.id));
      cursor = page.cursor;
      if (cursor !== undefined) {
        const foreign = await database.store.listCards(
          "lumiere",
          { kind: "status", status: "open" },
          { limit: 100, cursor },
        );
        expect(foreign.cards.every((card) => !card.id.startsWith("c_page"))).toBe(true);
      }
    } while (cursor !== undefined);
    expect(seen).toEqual(Array.from({ length: 7 }, (_, index) => `c_page_${index}`));
  });

  test("a running clock stands at its time, a stopped one nowhere", async () => {
    const place = { ...opening("c_timer"), entityId: "minuit" };
    const { state } = await database.store.commit(keyOf(place), change(received("m_1", at(0), place), "receive:m_1"));
    const next = Conversation.nextTimerAt(state) ?? "";
    const standing = async () =>
      (await database.store.listTimers(at(0), next)).filter((due) => due.entityId === "minuit");
    expect(await standing()).toEqual([{ ...keyOf(place), at: next }]);
    await database.store.commit(keyOf(place), change({ type: "close", outcome: "answered" }, "close"));
    expect(await standing()).toEqual([]);
  });

  test("an undelivered reply is found by the clock, a delivered one is not", async () => {
    const place = { ...opening("c_outbox"), entityId: "courrier" };
    const key = keyOf(place);
    await database.store.commit(key, change(received("m_1", at(0), place), "receive:m_1"));
    await database.store.commit(key, change(replied("r_1"), "reply", at(1)));
    const found = async () =>
      (await database.store.listUndelivered(at(2))).filter((due) => due.entityId === "courrier");
    expect(await found()).toEqual([{ ...key, at: at(1) }]);
    await database.store.commit(
      key,
      change({ type: "accept", messageId: "r_1", by: "platform", policies }, "accept", at(2)),
    );
    expect(await found()).toEqual([]);
  });
});
