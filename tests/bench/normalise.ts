import { globSync, readFileSync } from "node:fs";
import * as Channel from "#core/channel";

const folder = new URL("../fixtures/payloads/", import.meta.url).pathname;
const ROUNDS = 200;
const BATCH = 1_000;

/** How fast verified deliveries are read: small ones of every kind, and the largest batch Meta sends. */
export async function* run(): AsyncIterable<{ figure: string; value: number; unit: string }> {
  const deliveries = globSync("**/*.json", { cwd: folder })
    .sort()
    .map((file) => ({ sender: file.startsWith("x/") ? "x" : "meta", body: readFileSync(`${folder}${file}`) }) as const);
  const all = () =>
    deliveries.reduce((total, { sender, body }) => total + Channel.normalise(sender, body).events.length, 0);
  all();
  yield { figure: "normalise events", value: Math.round(perSecond(all)), unit: "events/s" };

  const body = largestBatch();
  const batch = () => Channel.normalise("meta", body).events.length;
  batch();
  yield { figure: "normalise batch events", value: Math.round(perSecond(batch)), unit: "events/s" };
  yield { figure: `normalise batch of ${BATCH}`, value: round((BATCH / perSecond(batch)) * 1_000), unit: "ms" };

  const verify = () => (Channel.verify.meta(body, "sha256=00", ["one", "two"]) ? 0 : 1);
  yield { figure: "refuse a batch's signature", value: round(1_000 / perSecond(verify)), unit: "ms" };
}

const perSecond = (work: () => number): number => {
  const startedAt = performance.now();
  let done = 0;
  for (let round = 0; round < ROUNDS; round++) done += work();
  return (done / (performance.now() - startedAt)) * 1_000;
};

const round = (value: number): number => Math.round(value * 100) / 100;

/** Numeric ids beyond 2^53, which take the slower way. */
const largestBatch = (): Buffer => {
  const item = (index: number) =>
    `{"sender":{"id":9007199254740993222},"recipient":{"id":900100200301},"timestamp":1791188130000,` +
    `"message":{"mid":"m_${index}","text":"${"Bonjour, ma carte est bloqu\\u00e9e. ".repeat(8)}"}}`;
  const items = Array.from({ length: BATCH }, (_, index) => item(index)).join(",");
  return Buffer.from(`{"object":"page","entry":[{"id":"900100200301","time":1791188130000,"messaging":[${items}]}]}`);
};
