import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext } from "playwright-core";
import { type System, startSystem } from "#stacks/local";
import { launchWholeBrowser } from "../browser/chromium.ts";
import { crowded } from "./web/crowded.ts";

const COLD_LOADS = 5;
/** A bank's older laptop beside this machine. */
const SLOWDOWN = 4;
const CONVERSATIONS = 25;
const ARRIVALS = 20;

type Figure = { figure: string; value: number; unit: string };

/** The agents' page in headless Chromium: what the first view weighs and when its list is there. */
export async function* run(): AsyncGenerator<Figure> {
  const [system, browser] = await Promise.all([startSystem({ port: 0, demo: false }), launchWholeBrowser()]);
  try {
    await fill(system);
    const session = await signedIn(browser, system);
    const loads: Load[] = [];
    for (let load = 0; load < COLD_LOADS; load += 1) loads.push(await coldLoad(browser, system, session));
    const [first] = loads;
    yield { figure: "web first view, JavaScript (gzip)", value: await bytesOf(system, first, ".js"), unit: "bytes" };
    yield { figure: "web first view, styles (gzip)", value: await bytesOf(system, first, ".css"), unit: "bytes" };
    yield {
      figure: `web list visible, processor ${SLOWDOWN}× slower`,
      value: Math.round(median(loads.map(({ milliseconds }) => milliseconds))),
      unit: "ms",
    };
    const painted: number[] = [];
    for (let load = 0; load < COLD_LOADS; load += 1) painted.push(await ownLoad(browser, system, session));
    yield {
      figure: `web list painted by the page's own clock, processor ${SLOWDOWN}× slower`,
      value: Math.round(median(painted)),
      unit: "ms",
    };
    yield {
      figure: "web visible buttons without a name",
      value: await nameless(browser, system, session),
      unit: "buttons",
    };
    const waits = await arrivals(browser, system, session);
    yield { figure: "webhook answered to card on the screen, median", value: Math.round(median(waits)), unit: "ms" };
    yield {
      figure: "webhook answered to card on the screen, slowest",
      value: Math.round(Math.max(...waits)),
      unit: "ms",
    };
    yield* crowded(browser, system, session);
  } finally {
    await browser.close();
    await system.stop();
  }
}

/** `assets`: the addresses asked for until the list was there. */
type Load = { milliseconds: number; assets: string[] };
type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

const fill = async (system: System): Promise<void> => {
  for (let number = 1; number <= CONVERSATIONS; number += 1) {
    const customer = system.simulator.customer({ platform: "x", handle: `client_${number}`, name: `Client ${number}` });
    await customer.post(`Bonjour, question numéro ${number}`);
  }
};

/** The issuer's session alone: the page keeps nothing that a cold load could use. */
const signedIn = async (browser: Browser, system: System): Promise<Session> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(system.url);
  await page.locator("main.door button.primary").click();
  await page.locator("button[name=person][value=ines]").click();
  // Every conversation has arrived before anything is timed.
  await page.locator(`li.card-slot[aria-setsize="${CONVERSATIONS}"]`).first().waitFor();
  const session = await context.storageState();
  await context.close();
  return session;
};

const coldLoad = async (browser: Browser, system: System, session: Session): Promise<Load> => {
  const context = await browser.newContext({ storageState: session, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const processor = await context.newCDPSession(page);
  await processor.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).pathname));
  const start = performance.now();
  await page.goto(system.url);
  await page.locator("a.card").first().waitFor();
  const milliseconds = performance.now() - start;
  await context.close();
  return { milliseconds, assets: [...asked].filter((path) => path.startsWith("/assets/")) };
};

/**
 * A cold load of which the page itself tells when its list is painted. To wait for an element, the browser's driver puts
 * scripts of its own into each document, and the slowed processor reads them before the page's.
 */
const ownLoad = async (browser: Browser, system: System, session: Session): Promise<number> => {
  const context = await browser.newContext({ storageState: session, viewport: { width: 1440, height: 900 } });
  await context.addInitScript(tellsPaint);
  const page = await context.newPage();
  const processor = await context.newCDPSession(page);
  const painted = new Promise<number>((resolve) => {
    processor.on("Runtime.bindingCalled", ({ payload }) => resolve(Number(payload)));
  });
  await processor.send("Runtime.enable");
  await processor.send("Runtime.addBinding", { name: "tellPaint" });
  await processor.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const start = Date.now();
  await page.goto(system.url, { waitUntil: "commit" });
  const milliseconds = (await painted) - start;
  await context.close();
  return milliseconds;
};

/** Tells the moment, in epoch milliseconds, in which the frame with the first card has been painted. */
const tellsPaint = `new MutationObserver((_, watching) => {
  if (!document.querySelector("a.card")) return;
  watching.disconnect();
  const tell = () => tellPaint(String(performance.timeOrigin + performance.now()));
  requestAnimationFrame(() => scheduler.postTask(tell, { priority: "user-blocking" }));
}).observe(document, { childList: true, subtree: true });`;

/** What can be pressed and does not say what it does, to whom does not see it. */
const nameless = async (browser: Browser, system: System, session: Session): Promise<number> => {
  const context = await browser.newContext({ storageState: session, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(system.url);
  await page.locator("a.card").first().click();
  await page.locator(".conversation-head").waitFor();
  const buttons = await page.locator("button:visible, a[href]:visible, select:visible").all();
  let count = 0;
  for (const button of buttons)
    if (/^- (button|link|combobox)(:|$|\s*\[)/.test(await button.ariaSnapshot())) count += 1;
  await context.close();
  return count;
};

const bytesOf = async (system: System, load: Load | undefined, ending: string): Promise<number> => {
  let bytes = 0;
  for (const path of load?.assets ?? []) {
    if (path.endsWith(ending)) bytes += gzipSync(await (await fetch(system.url + path)).bytes()).length;
  }
  return bytes;
};

/** How long after the platform had its 200 a message stands in the open list. */
const arrivals = async (browser: Browser, system: System, session: Session): Promise<number[]> => {
  const context = await browser.newContext({ storageState: session, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(system.url);
  await page.locator("a.card").first().waitFor();
  const waits: number[] = [];
  for (let number = 1; number <= ARRIVALS; number += 1) {
    // Later than every other: at the head of the list, of which only what is in sight is drawn.
    const at = new Date(Date.now() - 3 * 3_600_000 - number * 60_000).toISOString();
    const customer = system.simulator.customer({ platform: "x", handle: `late_${number}`, name: `Late ${number}` });
    const card = page.locator("a.card", { has: page.getByText(`Late ${number}`, { exact: true }) });
    await customer.post("Toujours pas de réponse", { at });
    const start = performance.now();
    await card.waitFor();
    waits.push(performance.now() - start);
  }
  await context.close();
  return waits;
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
