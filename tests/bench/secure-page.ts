import type { Browser } from "playwright-core";
import { type System, startSystem } from "#stacks/local";
import { launchWholeBrowser } from "../browser/chromium.ts";

const COLD_LOADS = 5;
/** A telephone of some years ago, on a slow 4G line: Lighthouse's mobile profile, and a slower processor. */
const PROFILE = { slowdown: 6, latencyMilliseconds: 150, downBytes: 200_000, upBytes: 90_000 };

type Figure = { figure: string; value: number; unit: string; note?: string };

/** The page a customer's link opens: what it weighs, what it asks for, and when it can be pressed on. */
export async function* run(): AsyncGenerator<Figure> {
  const [system, browser] = await Promise.all([
    startSystem({ port: 0, demo: false, page: false }),
    launchWholeBrowser(),
  ]);
  try {
    const link = await invite(system);
    const loads: Load[] = [];
    for (let load = 0; load < COLD_LOADS; load += 1) loads.push(await coldLoad(browser, link));
    const [first = { bytes: 0, requests: 0, scriptBytes: 0, milliseconds: 0 }] = loads;
    yield {
      figure: "secure page, everything",
      value: first.bytes,
      unit: "bytes",
      note: "uncompressed, headers included",
    };
    yield { figure: "secure page, JavaScript before sign-in", value: first.scriptBytes, unit: "bytes" };
    yield { figure: "secure page, requests", value: first.requests, unit: "requests" };
    yield {
      figure: `secure page, time to usable, processor ${PROFILE.slowdown}× slower, ${PROFILE.latencyMilliseconds} ms away`,
      value: Math.round(median(loads.map(({ milliseconds }) => milliseconds))),
      unit: "ms",
    };
  } finally {
    await browser.close();
    await system.stop();
  }
}

type Load = { bytes: number; scriptBytes: number; requests: number; milliseconds: number };

const coldLoad = async (browser: Browser, link: string): Promise<Load> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const { downBytes, latencyMilliseconds, slowdown, upBytes } = PROFILE;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: latencyMilliseconds,
    downloadThroughput: downBytes,
    uploadThroughput: upBytes,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const load: Load = { bytes: 0, scriptBytes: 0, requests: 0, milliseconds: 0 };
  const scripts = new Set<string>();
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ encodedDataLength, requestId }) => {
    load.requests += 1;
    load.bytes += encodedDataLength;
    if (scripts.has(requestId)) load.scriptBytes += encodedDataLength;
  });
  const startedAt = performance.now();
  await page.goto(link);
  await page.locator("button.main").click({ trial: true });
  load.milliseconds = performance.now() - startedAt;
  await context.close();
  return load;
};

/** A customer who wrote in private, and the link an agent's offer brought. */
const invite = async (system: System): Promise<string> => {
  const customer = system.simulator.customer({ platform: "x", handle: "banc", name: "Banc Imaginaire" });
  await customer.dm("Une question sur mon compte");
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${system.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await system.token("agent")}`,
        "content-type": "application/json",
        "idempotency-key": "bench",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as { items?: { id: string }[] };
  };
  let id: string | undefined;
  while (id === undefined) id = (await ask("GET", "/api/conversations")).items?.[0]?.id;
  await ask("POST", `/api/conversations/${id}/handoffs`, { purpose: "account", language: "fr" });
  const { text } = await system.simulator.nextAnswer(customer);
  return /https?:\/\/\S+\/secure\/\S+/.exec(text)?.[0] ?? "";
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
