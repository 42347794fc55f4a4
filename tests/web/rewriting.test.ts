import { expect, test } from "vitest";
import type { Approval } from "../../web/inbox/data/reply/api.ts";
import { createRewritings } from "../../web/inbox/data/reply/rewriting.ts";

const waiting = (messageId: string, minute: number): Approval => ({
  conversationId: `c_${messageId}`,
  messageId,
  channel: "x.mention",
  visibility: "public",
  contact: {},
  customerText: null,
  text: `Réponse ${messageId}`,
  warned: [],
  firstText: null,
  templateText: null,
  reasons: ["probation"],
  authorId: "camille",
  changedBy: null,
  askedAt: `2026-11-23T11:0${minute}:00.000Z`,
  dueAt: `2026-11-23T12:0${minute}:00.000Z`,
  atRisk: false,
  approverIds: ["ines"],
  secondAskedAt: `2026-11-23T11:1${minute}:00.000Z`,
  overdue: false,
});
const ids = (items: readonly Approval[]) => items.map(({ messageId }) => messageId);

test("what is being rewritten stays in its place when somebody else has decided, until its words are dropped", () => {
  const [first, second, third] = [waiting("m_1", 1), waiting("m_2", 2), waiting("m_3", 3)];
  const rewritings = createRewritings();
  rewritings.write(second, "D’autres mots");
  expect(ids(rewritings.among([first, second, third]))).toEqual(["m_1", "m_2", "m_3"]);
  expect(ids(rewritings.among([first, third]))).toEqual(["m_1", "m_2", "m_3"]);
  expect(rewritings.text("m_2")).toBe("D’autres mots");
  rewritings.drop("m_2");
  expect(ids(rewritings.among([first, third]))).toEqual(["m_1", "m_3"]);
});

test("what was opened and not changed is nobody's words: it goes with the decision", () => {
  const [first, second] = [waiting("m_1", 1), waiting("m_2", 2)];
  const rewritings = createRewritings();
  rewritings.write(second, second.text);
  expect(ids(rewritings.among([first]))).toEqual(["m_1"]);
  rewritings.write(second, "  ");
  expect(ids(rewritings.among([first]))).toEqual(["m_1"]);
});
