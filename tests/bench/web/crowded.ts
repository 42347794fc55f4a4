import type { Browser, BrowserContext, Page } from "playwright-core";
import type { System } from "#stacks/local";
import { gather, stir } from "./crowd.ts";
import { heapOf, loadAll, takeTasks, timed, watchTasks } from "./work.ts";

const CROWD = 10_000;
const UPDATES_A_SECOND = 20;
const ROUNDS = 15;
/** A simulated hour: each round stands for a minute of it. */
const MINUTES = 60;
const FIRST_MINUTES = 10;
const UPDATES_A_MINUTE = 20;
const SCROLL_PIXELS = 2_400;

type Figure = { figure: string; value: number; unit: string };
type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** A page that holds ten thousand conversations, worked with while twenty of them change every second. */
export async function* crowded(browser: Browser, system: System, session: Session): AsyncGenerator<Figure> {
  await gather(system, CROWD);
  const context = await browser.newContext({ storageState: session, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const processor = await context.newCDPSession(page);
  await page.goto(system.url);
  await page.locator("a.card").first().waitFor();
  yield { figure: "web conversations held by the page", value: await loadAll(page), unit: "conversations" };
  await processor.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await watchTasks(page);
  const stop = stir(system, CROWD, UPDATES_A_SECOND);
  try {
    for (const [name, work] of works) yield* rounds(page, name, work);
    yield* hour(page, stop);
  } finally {
    await context.close();
  }
}

type Work = (page: Page, round: number) => Promise<number>;

const card = "a.card";
/** One of those that are drawn under the open filter too. */
const nthCard = (round: number) => `li.card-slot:nth-child(${(round % 5) + 2}) a.card`;

/** Opens a card that is there, from the press to what it shows. */
const open = async (page: Page, round: number, shown: string): Promise<number> => {
  await page.locator(nthCard(round)).waitFor();
  return timed(page, { press: nthCard(round), shown });
};

const works: readonly (readonly [string, Work])[] = [
  ["scroll the list", (page, round) => timed(page, { scroll: (((round + 1) * 7) % 40) * SCROLL_PIXELS, shown: card })],
  ["open a conversation", (page, round) => open(page, round, ".conversation-head")],
  ["open a conversation, its words", (page, round) => open(page, round, ".timeline")],
  [
    "open the list",
    async (page) => {
      await timed(page, { press: 'a.view[href="/?view=closed"]', shown: ".state" });
      return timed(page, { press: 'a.view[href="/"]', shown: card });
    },
  ],
  ["filter the list", (page, round) => timed(page, { choose: round % 2 === 0 ? "x.dm" : "x.mention", shown: card })],
];

async function* rounds(page: Page, name: string, work: Work): AsyncGenerator<Figure> {
  const taken: number[] = [];
  if (name === "filter the list") {
    await page.locator('button[aria-controls="narrowing"]').click();
    await page.locator("#narrowing").waitFor();
  }
  await takeTasks(page);
  for (let round = 0; round < ROUNDS; round += 1) taken.push(await work(page, round));
  const tasks = await takeTasks(page);
  yield { figure: `web ${name}, to paint, median`, value: Math.round(median(taken)), unit: "ms" };
  yield { figure: `web ${name}, tasks over 50 ms in ${ROUNDS}`, value: tasks.length, unit: "tasks" };
  yield { figure: `web ${name}, longest task`, value: Math.max(0, ...tasks), unit: "ms" };
}

/** An hour's changes and openings, one after another as fast as they go; memory against what it was after ten minutes. */
async function* hour(page: Page, stop: () => Promise<number>): AsyncGenerator<Figure> {
  let early = 0;
  for (let minute = 1; minute <= MINUTES; minute += 1) {
    await open(page, minute, ".conversation-head");
    await page.waitForTimeout((1000 / UPDATES_A_SECOND) * (UPDATES_A_MINUTE / 10));
    if (minute === FIRST_MINUTES) early = await heapOf(page);
  }
  const perSecond = await stop();
  const late = await heapOf(page);
  yield { figure: "web memory after ten minutes", value: Math.round(early / 1024), unit: "KB" };
  yield { figure: "web updates a second that reached the server", value: Math.round(perSecond), unit: "updates" };
  yield { figure: "web memory after an hour", value: Math.round(late / 1024), unit: "KB" };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
