import { expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, outcomeOf, received } from "../../support/conversation.ts";

const parts = ["c_a", "c_b", "c_c", "c_d", "c_e"];
const owedTo = (minute: number, isRevised: boolean): readonly Conversation.Telling[] =>
  parts.map((conversationId) => ({
    kind: "thread",
    id: `thread:${at(minute)}`,
    at: at(minute),
    conversationId,
    isWritten: !isRevised,
    isRevised,
  }));
const owe = (state: Conversation.Conversation | undefined, tellings: readonly Conversation.Telling[], minute: number) =>
  Conversation.evolve(state, { type: "telling-owed", tellings }, at(minute));

test("that words were taken out is owed to every part until it was told, however much the customer writes meanwhile", () => {
  let state = outcomeOf([[received("m_1", at(0)), at(0)]]);
  state = owe(state, owedTo(1, true), 1);
  for (const minute of [2, 3, 4, 5]) state = owe(state, owedTo(minute, false), minute);
  expect(state.tellings).toEqual(owedTo(5, false).map((telling) => ({ ...telling, isWritten: true, isRevised: true })));
});

test("what is told leaves what came since", () => {
  let state = outcomeOf([[received("m_1", at(0)), at(0)]]);
  state = owe(state, owedTo(1, true), 1);
  state = owe(state, owedTo(2, false), 2);
  const settle = (minute: number) => Conversation.evolve(state, { type: "told", ids: [`thread:${at(minute)}`] }, at(3));
  expect(settle(1).tellings).toHaveLength(parts.length);
  expect(settle(2).tellings).toBeUndefined();
});
