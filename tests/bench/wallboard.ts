import type { Page } from "playwright-core";
import * as Board from "#core/board";
import * as Conversation from "#core/conversation";
import { type System, startSystem } from "#stacks/local";
import { launchBrowser } from "../browser/chromium.ts";
import { signIn } from "../browser/desk.ts";
import { opening, received } from "../support/conversation.ts";
import { type Figure, quantile, round } from "../support/figure.ts";

const OPEN = 10_000;
const LANES = 16;
const UPDATES = 30;
const CHANNELS = ["x.mention", "x.dm", "facebook.comment", "messenger"] as const;

/**
 * 10,000 open conversations on the whole local system, whose database, queues and workers share this process, and a
 * supervisor's page in a browser: from a customer's message at the door to the changed figure on the screen, and what
 * the page was busy with meanwhile.
 */
export async function* run(): AsyncGenerator<Figure> {
  const system = await startSystem({ port: 0, demo: false, page: true });
  const browser = await launchBrowser();
  try {
    await fill(system);
    const readings = await readings20(system);
    yield figure("figures of 10,000 open conversations, API, p50", quantile(readings, 0.5), "ms");
    yield figure("figures of 10,000 open conversations, API, max", Math.max(...readings), "ms");
    const { page } = await signIn(browser, system, { who: "ines" });
    await watchTasks(page);
    await page.locator('a.view[href="/wallboard"]').click();
    await page.locator(".tile").first().waitFor();
    await page.locator(".work-row").first().waitFor();
    yield figure("longest task while the board opens", await longestTask(page), "ms");
    const waits: number[] = [];
    for (let index = 0; index < UPDATES; index += 1) waits.push(await updateOnce(system, page, index));
    yield figure("message to the figure on the screen, p50", quantile(waits, 0.5), "ms");
    yield figure("message to the figure on the screen, max", Math.max(...waits), "ms");
    yield figure(`longest task during ${UPDATES} updates`, await longestTask(page), "ms", "0: none over 50 ms");
  } finally {
    await browser.close();
    await system.stop();
  }
}

const figure = (name: string, value: number, unit: string, note?: string): Figure => ({
  figure: name,
  value: round(value),
  unit,
  ...(note === undefined ? {} : { note }),
});

const fill = async ({ runtime: { store } }: System): Promise<void> => {
  const waiting = Array.from({ length: OPEN }, (_, index) => index);
  const lane = async () => {
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const place = { ...opening(`c_${index}`), channel: CHANNELS[index % CHANNELS.length] ?? "x.dm" };
      const at = new Date(Date.now() - (index % 90) * 60_000).toISOString();
      const { state, version } = await store.commit(
        { entityId: place.entityId, conversationId: place.conversationId },
        {
          commitId: `receive:${index}`,
          actor: { kind: "contact" },
          at,
          decide: (before) => Conversation.decide(before, received(`m_${index}`, at, place), at),
        },
      );
      const standing = Board.standingOf(state, version);
      if (standing !== undefined) await store.putStanding(place.entityId, standing);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};

const readings20 = async (system: System): Promise<number[]> => {
  const authorization = `Bearer ${await system.token("supervisor")}`;
  const readings: number[] = [];
  for (let index = 0; index < 20; index += 1) {
    // Past the moment for which one reading serves several boards.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const startedAt = performance.now();
    const response = await fetch(`${system.url}/api/wallboard`, { headers: { authorization } });
    await response.json();
    readings.push(performance.now() - startedAt);
  }
  return readings;
};

/** The browser tells of tasks over 50 ms by itself (Long Tasks API, W3C). */
const watchTasks = (page: Page): Promise<unknown> =>
  page.evaluate(`
    globalThis.longTasks = [];
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration)))
      .observe({ type: "longtask" });
  `);

const longestTask = (page: Page): Promise<number> => page.evaluate("Math.max(0, ...longTasks.splice(0))");

/** The page itself notes when the figure has changed: asking it again and again would keep it busy. */
const updateOnce = async (system: System, page: Page, index: number): Promise<number> => {
  const changed: Promise<number> = page.evaluate(`new Promise((resolve) => {
    const watching = new MutationObserver(() => {
      watching.disconnect();
      requestAnimationFrame(() => resolve(Date.now()));
    });
    watching.observe(document.querySelector(".tile .tile-figure"), { characterData: true, childList: true, subtree: true });
  })`);
  const startedAt = Date.now();
  await system.simulator
    .customer({ platform: "facebook", name: `Mesure ${index}` })
    .say("private", "Bonjour, mon virement n’est pas arrivé.");
  return (await changed) - startedAt;
};
