import { afterAll, beforeAll, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, keyOf, labelled, opening } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const total = 60;

const fill = async (): Promise<void> => {
  for (let number = 0; number < total; number += 1) {
    const place = opening(`c_find_${String(number).padStart(2, "0")}`);
    const topic = number % 7 === 0 ? "fraud" : "cards";
    const command = labelled(`m_${number}`, at(number), { topic }, place);
    await database.store.commit(keyOf(place), {
      commitId: `receive:${number}`,
      actor: { kind: "contact" },
      at: at(number),
      decide: (state) => Conversation.decide(state, command, at(number)),
    });
  }
};

test("a narrowed list gives every match once, in order, over pages of any size", async () => {
  await fill();
  const { entityId } = opening();
  const isWanted = (card: Conversation.Card) => card.topic === "fraud";
  const expected = Array.from({ length: total }, (_, number) => number)
    .filter((number) => number % 7 === 0)
    .map((number) => `c_find_${String(number).padStart(2, "0")}`);
  for (const list of [{ kind: "status", status: "open" }, { kind: "latest" }] as const) {
    for (const limit of [1, 2, 5, 100]) {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await database.store.findCards(entityId, list, {
          limit,
          isWanted,
          ...(cursor === undefined ? {} : { cursor }),
        });
        expect(page.cards.length).toBeLessThanOrEqual(limit);
        found.push(...page.cards.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(found).toEqual(expected);
    }
  }
});
