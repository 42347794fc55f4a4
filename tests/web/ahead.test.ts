import { expect, test } from "vitest";
import type { Conversation } from "../../web/inbox/data/api-types.ts";
import type { ChangeListener } from "../../web/inbox/data/changes.ts";
import { createAhead } from "../../web/inbox/data/conversation/ahead.ts";
import { card } from "./card.ts";

/** What was asked of the API, and what the live line tells. */
const pressed = () => {
  const asked: string[] = [];
  let told: ChangeListener | undefined;
  const conversation = async (id: string): Promise<Conversation> => {
    asked.push(id);
    return { ...card({ id }), messages: [], events: [] };
  };
  const listen = (listener: ChangeListener) => {
    told = listener;
    return () => undefined;
  };
  return { asked, told: () => told, ...createAhead({ conversation }, { listen }) };
};

test("what is pressed on is asked for at once, and given out once", async () => {
  const { asked, readAhead, takeAhead } = pressed();
  readAhead("c_1");
  expect(asked).toEqual(["c_1"]);
  expect((await takeAhead("c_1"))?.id).toBe("c_1");
  expect(takeAhead("c_1")).toBeUndefined();
});

test("what is pressed on again while it is being asked for is asked for once, and again after it was given out", async () => {
  const { asked, readAhead, takeAhead } = pressed();
  readAhead("c_1");
  readAhead("c_1");
  expect(asked).toEqual(["c_1"]);
  await takeAhead("c_1");
  readAhead("c_1");
  expect(asked).toEqual(["c_1", "c_1"]);
});

test("another conversation is not given out, nor one that changed since it was asked for", () => {
  const { readAhead, takeAhead, told } = pressed();
  readAhead("c_1");
  expect(takeAhead("c_2")).toBeUndefined();
  readAhead("c_1");
  told()?.touched?.(["c_1"]);
  expect(takeAhead("c_1")).toBeUndefined();
  readAhead("c_1");
  told()?.everything();
  expect(takeAhead("c_1")).toBeUndefined();
  readAhead("c_1");
  told()?.touched?.(["c_2"]);
  expect(takeAhead("c_1")).toBeDefined();
});
