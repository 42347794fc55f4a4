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
    const profile = { state: await signedIn(browser, system) };
    const seen: number[] = [];
    for (let load = 0; load < COLD_LOADS; load += 1) seen.push(await coldLoad(browser, system, profile));
    const loads: Load[] = [];
    for (let load = 0; load < COLD_LOADS; load += 1) loads.push(await ownLoad(browser, system, profile));
    const [first] = loads;
    yield { figure: "web first view, JavaScript (gzip)", value: await bytesOf(system, first, ".js"), unit: "bytes" };
    yield { figure: "web first view, styles (gzip)", value: await bytesOf(system, first, ".css"), unit: "bytes" };
    yield {
      figure: `web list visible, processor ${SLOWDOWN}× slower`,
      value: Math.round(median(seen)),
      unit: "ms",
    };
    yield {
      figure: `web list painted by the page's own clock, processor ${SLOWDOWN}× slower`,
      value: Math.round(median(loads.map(({ milliseconds }) => milliseconds))),
      unit: "ms",
    };
    yield {
      figure: "web visible buttons without a name",
      value: await nameless(browser, system, profile),
      unit: "buttons",
    };
    const waits = await arrivals(browser, system, profile);
    yield { figure: "webhook answered to card on the screen, median", value: Math.round(median(waits)), unit: "ms" };
    yield {
      figure: "webhook answered to card on the screen, slowest",
      value: Math.round(Math.max(...waits)),
      unit: "ms",
    };
    yield* crowded(browser, system, profile.state);
  } finally {
    await browser.close();
    await system.stop();
  }
}

/** `assets`: the addresses asked for until the list was there; what the page fetches ahead comes after. */
type Load = { milliseconds: number; assets: string[] };
type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;
/** What renews a session is good for one time: each visit leaves what the next one comes with. */
type Profile = { state: Session };

const fill = async (system: System): Promise<void> => {
  for (let number = 1; number <= CONVERSATIONS; number += 1) {
    const customer = system.simulator.customer({ platform: "x", handle: `client_${number}`, name: `Client ${number}` });
    await customer.post(`Bonjour, question numéro ${number}`);
  }
};

/** Cookies of the issuer and of the session: the page keeps nothing else that a cold load could use. */
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

const open = (browser: Browser, { state }: Profile): Promise<BrowserContext> =>
  browser.newContext({ storageState: state, viewport: { width: 1440, height: 900 } });

const leave = async (context: BrowserContext, profile: Profile): Promise<void> => {
  profile.state = await context.storageState();
  await context.close();
};

const coldLoad = async (browser: Browser, system: System, profile: Profile): Promise<number> => {
  const context = await open(browser, profile);
  const page = await context.newPage();
  const processor = await context.newCDPSession(page);
  await processor.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const start = performance.now();
  await page.goto(system.url);
  await page.locator("a.card").first().waitFor();
  const milliseconds = performance.now() - start;
  await leave(context, profile);
  return milliseconds;
};

/**
 * A cold load of which the page itself tells when its list is painted. To wait for an element, the browser's driver puts
 * scripts of its own into each document, and the slowed processor reads them before the page's.
 */
const ownLoad = async (browser: Browser, system: System, profile: Profile): Promise<Load> => {
  const context = await open(browser, profile);
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
  const paintedAt = await painted;
  const assets: string[] = await page.evaluate(`performance.getEntriesByType("resource")
    .filter(({ startTime }) => performance.timeOrigin + startTime < ${paintedAt})
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith("/assets/"))`);
  await leave(context, profile);
  return { milliseconds: paintedAt - start, assets };
};

/** Tells the moment, in epoch milliseconds, in which the frame with the first card has been painted. */
const tellsPaint = `new MutationObserver((_, watching) => {
  if (!document.querySelector("a.card")) return;
  watching.disconnect();
  const tell = () => tellPaint(String(performance.timeOrigin + performance.now()));
  requestAnimationFrame(() => scheduler.postTask(tell, { priority: "user-blocking" }));
}).observe(document, { childList: true, subtree: true });`;

/** What can be pressed and does not say what it does, to whom does not see it. */
const nameless = async (browser: Browser, system: System, profile: Profile): Promise<number> => {
  const context = await open(browser, profile);
  const page = await context.newPage();
  await page.goto(system.url);
  await page.locator("a.card").first().click();
  await page.locator(".conversation-head").waitFor();
  const buttons = await page.locator("button:visible, a[href]:visible, select:visible").all();
  let count = 0;
  for (const button of buttons)
    if (/^- (button|link|combobox)(:|$|\s*\[)/.test(await button.ariaSnapshot())) count += 1;
  await leave(context, profile);
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
const arrivals = async (browser: Browser, system: System, profile: Profile): Promise<number[]> => {
  const context = await open(browser, profile);
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
  await leave(context, profile);
  return waits;
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
