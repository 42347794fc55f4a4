import { expect, test } from "vitest";
import { createForetelling } from "../../web/inbox/pages/conversation/foretelling.ts";

/** A page whose free moments are given to it, and a network that answers or does not. */
const page = ({ savesData = false, answers = [true] as boolean[] } = {}) => {
  const idle = new Set<() => void>();
  let asked = 0;
  let told = 0;
  const foretell = createForetelling({
    fetchCode: () => {
      const isAnswered = answers[asked] ?? true;
      asked += 1;
      return isAnswered
        ? Promise.resolve()
        : Promise.reject(new TypeError("Failed to fetch dynamically imported module"));
    },
    savesData: () => savesData,
    atLeisure: (act) => {
      idle.add(act);
      return () => idle.delete(act);
    },
    tell: () => {
      told += 1;
    },
  });
  const rest = async () => {
    for (const act of idle) act();
    idle.clear();
    await new Promise(setImmediate);
  };
  return { foretell, rest, asked: () => asked, told: () => told };
};

test("the code of a conversation is fetched once, when nothing else is to be done, and then told to be there", async () => {
  const { asked, foretell, rest, told } = page();
  foretell();
  expect(asked()).toBe(0);
  await rest();
  expect([asked(), told()]).toEqual([1, 1]);
  foretell();
  await rest();
  expect([asked(), told()]).toEqual([1, 1]);
});

test("it is not fetched for who saves data, nor for who has left the list", async () => {
  const thrifty = page({ savesData: true });
  thrifty.foretell();
  await thrifty.rest();
  expect(thrifty.asked()).toBe(0);
  const gone = page();
  gone.foretell()();
  await gone.rest();
  expect(gone.asked()).toBe(0);
});

test("code that could not be fetched is not told to be there, and is asked for again", async () => {
  const { asked, foretell, rest, told } = page({ answers: [false, true] });
  foretell();
  await rest();
  expect([asked(), told()]).toEqual([1, 0]);
  foretell();
  await rest();
  expect([asked(), told()]).toEqual([2, 1]);
});
