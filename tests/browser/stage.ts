import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { startTestSystem, type TestSystem } from "../support/system.ts";
import { launchBrowser } from "./chromium.ts";
import { type Desk, type Looking, openDoor, signIn } from "./desk.ts";

type Setting = {
  readonly variables?: Readonly<Record<string, string>>;
  /** What is there before the first test. */
  readonly prepare?: (system: TestSystem) => Promise<void>;
};

/** An answer can be taken back for a second: nobody here waits to think. */
const hasty = { UNDO_SECONDS: "1" };

/**
 * What a suite plays on: the whole system with its page, a browser, and people who sign in. They leave after each test, and
 * a page that complained fails it.
 */
export const openStage = ({ prepare, variables }: Setting = {}) => {
  let system: TestSystem | undefined;
  let browser: Browser | undefined;
  const desks: Desk[] = [];
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error("the stage is set before the first test, and not sooner");
    return thing;
  };
  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startTestSystem({ page: true, variables: { ...hasty, ...variables } }),
      launchBrowser(),
    ]);
    await prepare?.(system);
  });
  afterEach(async () => {
    const left = desks.splice(0);
    for (const { context } of left) await context.close();
    expect(left.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });
  const enter =
    (way: typeof signIn) =>
    async (looking: Looking = {}): Promise<Desk> => {
      const desk = await way(there(browser), there(system), looking);
      desks.push(desk);
      return desk;
    };
  return {
    get system() {
      return there(system);
    },
    /** To the list. */
    signIn: enter(signIn),
    /** A browser of its own at the front door. */
    openDoor: enter(openDoor),
  };
};
