import { expect } from "vitest";
import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import type { TestDatabase } from "./database.ts";

/** A conversation's history, which always is one unbroken line that leads to its head. */
export const historyOf = async (database: TestDatabase, key: Store.ConversationKey) => {
  const head = await database.store.readHead(key);
  if (head === undefined) throw new Error("there is no conversation");
  const sealed = await database.store.readLog(key, head, 1, head.version);
  const entries = sealed.map((each) => Audit.openEntry<Conversation.ConversationEvent>(each));
  expect(Audit.isIntact(sealed)).toBe(true);
  expect(entries).toHaveLength(head.version);
  expect(Conversation.replay(entries)).toEqual(head.state);
  const events = entries.flatMap((entry) => entry.events);
  return { head, events, count: (type: string) => events.filter((event) => event.type === type).length };
};
