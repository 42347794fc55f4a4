import { once } from "node:events";
import { WebSocket } from "ws";
import { type System, startSystem } from "#stacks/local";
import { type Figure, median, quantile, round, shared } from "../support/figure.ts";
import { deliveryOf, headersOf } from "./webhook/delivery.ts";

const RUNS = 3;
const WARM_UP = 10;
const MESSAGES = 80;
const LOOK_EVERY_MILLISECONDS = 5;
const PATIENCE_MILLISECONDS = 30_000;

/**
 * From the platform's POST to the agent's eyes, on the whole local system (its database, queues and workers share this
 * process): until the card is in the list of the API, and until a page with an open socket is told.
 */
export async function* run(): AsyncGenerator<Figure> {
  const runs: { readonly inList: number[]; readonly told: number[] }[] = [];
  for (let count = 0; count < RUNS; count += 1) runs.push(await runOnce());
  yield* spread(
    "webhook to inbox, card in the API's list",
    runs.map(({ inList }) => inList),
  );
  yield* spread(
    "webhook to inbox, live frame",
    runs.map(({ told }) => told),
  );
}

/** A system of its own, so that every list is one page. */
const runOnce = async () => {
  const system = await startSystem({ port: 0, demo: false, page: false });
  const page = await openPage(system);
  try {
    const seen = new Set<string>();
    await arrivals(system, WARM_UP, () => newCard(system, seen));
    const inList = await arrivals(system, MESSAGES, () => newCard(system, seen));
    return { inList, told: await arrivals(system, MESSAGES, () => page.newConversation()) };
  } finally {
    page.close();
    await system.stop();
  }
};

let number = 0;

/** Posts a first message of a new customer again and again, each when the one before has arrived. */
const arrivals = async (system: System, messages: number, arrived: () => Promise<void>): Promise<number[]> => {
  const milliseconds: number[] = [];
  for (let count = 0; count < messages; count += 1) {
    number += 1;
    const delivery = deliveryOf(number);
    const startedAt = performance.now();
    const waiting = arrived();
    const { status } = await fetch(`${system.url}/webhooks/meta`, {
      method: "POST",
      body: delivery.body,
      headers: headersOf(delivery),
    });
    if (status !== 200) throw new Error(`answered ${status}`);
    await waiting;
    milliseconds.push(performance.now() - startedAt);
  }
  return milliseconds;
};

const newCard = async (system: System, seen: Set<string>): Promise<void> => {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  while ((await newCards(system, seen)) === 0) {
    if (performance.now() > until) throw new Error("the card never came");
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLISECONDS));
  }
};

/** How many cards the list has that were not in it before. */
const newCards = async (system: System, seen: Set<string>): Promise<number> => {
  const known = seen.size;
  const response = await fetch(`${system.url}/api/conversations?limit=100`, {
    headers: { authorization: `Bearer ${await system.token("agent")}` },
  });
  const { items } = (await response.json()) as { items: readonly { id: string }[] };
  for (const { id } of items) seen.add(id);
  return seen.size - known;
};

type Frame = { readonly type: string; readonly items?: readonly { readonly id: string }[] };

/** A supervisor's page: its agent takes no work, so that a conversation is told of by its arrival alone. */
const openPage = async (system: System) => {
  const response = await fetch(`${system.url}/api/live/tickets`, {
    method: "POST",
    headers: { authorization: `Bearer ${await system.token("supervisor")}`, "idempotency-key": "bench" },
  });
  const { ticket, url } = (await response.json()) as { ticket: string; url: string };
  const socket = new WebSocket(`${url}?ticket=${ticket}`, { origin: system.url });
  await once(socket, "open");
  const known = new Set<string>();
  let tell: (() => void) | undefined;
  socket.on("message", (data) => {
    const { items = [] } = JSON.parse(String(data)) as Frame;
    const fresh = items.filter(({ id }) => !known.has(id));
    for (const { id } of fresh) known.add(id);
    if (fresh.length > 0) tell?.();
  });
  return {
    newConversation: () =>
      new Promise<void>((resolve) => {
        tell = resolve;
      }),
    close: () => socket.close(),
  };
};

function* spread(figure: string, runs: readonly number[][]): Generator<Figure> {
  for (const [name, share] of [
    ["p50", 0.5],
    ["p99", 0.99],
  ] as const) {
    const value = round(median(runs.map((each) => quantile(each, share))));
    yield { figure: `${figure}, ${name}`, value, unit: "ms", note: `one message at a time; ${shared}` };
  }
}
