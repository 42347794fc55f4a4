import { expect, test } from "vitest";
import { readEnvironment } from "../../../stacks/local/environment.ts";

test("how long an answer can be taken back reaches the functions, and every secret does; what is empty counts as absent", () => {
  const given = { UNDO_SECONDS: "3", EDGE_KEY: "edge", SESSION_KEY: "session", ADDRESS_KEY: "" };
  expect(readEnvironment(given).variables).toEqual({ UNDO_SECONDS: "3", EDGE_KEY: "edge", SESSION_KEY: "session" });
});

test.each([
  [{ PORT: "port" }, "PORT=port cannot be used: it has to be a number from 0 to 65535."],
  [{ DEMO: "yes" }, "DEMO=yes cannot be used: it has to be on or off."],
  [{ UNDO_SECONDS: "90" }, "UNDO_SECONDS=90 cannot be used: it has to be a number of seconds from 0 to 60."],
])("a value that cannot be used is named with what it may be: %o", (given, sentence) => {
  expect(() => readEnvironment(given)).toThrow(sentence);
});
