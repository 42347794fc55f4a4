import type { Browser, Page } from "playwright-core";
import * as Board from "#functions/board";
import { obey } from "#functions/runtime";
import { type System, startSystem } from "#stacks/local";
import { launchWholeBrowser } from "../browser/chromium.ts";
import { signIn } from "../browser/desk.ts";
import { type Figure, quantile } from "../support/figure.ts";
import { entityId, gather, idOf, stir } from "./web/crowd.ts";
import { takeTasks, watchTasks } from "./web/work.ts";

const OPEN = Number(process.env["BENCH_OPEN"] ?? 10_000);
const UPDATES_A_SECOND = 20;
const ROUNDS = 20;
const AT_ONCE = 16;
/** How much slower than this machine the page is to be. */
const SLOWDOWN = Number(process.env["BENCH_SLOWDOWN"] ?? 1);

/** The supervisor's wallboard in headless Chromium, with many conversations open of which twenty change every second. */
export async function* run(): AsyncGenerator<Figure> {
  const [system, browser] = await Promise.all([startSystem({ port: 0, demo: false }), launchWholeBrowser()]);
  try {
    await gather(system, OPEN);
    await count(system);
    yield* watched(system, browser);
  } finally {
    await browser.close();
    await system.stop();
  }
}

async function* watched(system: System, browser: Browser): AsyncGenerator<Figure> {
  const { context, page } = await signIn(browser, system, { who: "ines" });
  await page.locator('a.view[href="/wallboard"]').click();
  await page.locator(".tile-figure").first().waitFor();
  const processor = await context.newCDPSession(page);
  await processor.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const stop = stir(system, OPEN, UPDATES_A_SECOND);
  const note = `${OPEN} open, ${UPDATES_A_SECOND} changes a second, page ${SLOWDOWN}× slower than this machine, which is shared`;
  try {
    await watchTasks(page);
    const waits: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) waits.push(await update(system, page, round));
    const tasks = await takeTasks(page);
    yield { figure: "wallboard update to screen, p50", value: quantile(waits, 0.5), unit: "ms", note };
    yield { figure: "wallboard update to screen, max", value: quantile(waits, 1), unit: "ms", note };
    yield { figure: `wallboard tasks over 50 ms in ${ROUNDS} updates`, value: tasks.length, unit: "tasks", note };
    yield { figure: "wallboard longest task", value: Math.max(0, ...tasks), unit: "ms", note };
  } finally {
    await stop();
    await context.close();
  }
}

/** What is counted of a conversation, as the fan-out writes it. */
const count = async ({ runtime }: System): Promise<void> => {
  const waiting = Array.from({ length: OPEN }, (_, number) => number);
  const write = async (): Promise<void> => {
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      await Board.project(runtime, { entityId, conversationId: idOf(number) }, 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
};

/** From an agent's taking of a conversation to the figure that counts it, on the screen. */
const update = async ({ runtime }: System, page: Page, round: number): Promise<number> => {
  const key = { entityId, conversationId: idOf(OPEN - 1 - round) };
  const changed = page.evaluate(`new Promise((resolve) => {
    const figure = document.querySelectorAll(".tile-figure")[1];
    const before = figure.textContent;
    const look = () => figure.textContent === before ? requestAnimationFrame(look) : setTimeout(resolve);
    look();
  })`);
  const start = performance.now();
  const command = { type: "assign", agentId: "camille", by: "agent" } as const;
  await obey(runtime, key, { command, commitId: `bench:${round}`, actor: { kind: "agent", id: "camille" } });
  await changed;
  return Math.round(performance.now() - start);
};
