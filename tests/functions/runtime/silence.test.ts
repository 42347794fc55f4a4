import { createHmac } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createLog, createRuntime, inTime, type Runtime } from "#functions/runtime";
import * as Webhooks from "#functions/webhooks";
import { comingBack, consume } from "#functions/workers";
import { createFrame } from "../../../functions/api/frame.ts";
import { functionNames, planOf } from "../../../stacks/aws/plan.ts";
import { secrets } from "../../support/bank.ts";
import { queueEvent } from "../../support/queue-event.ts";

let stop = (): void => undefined;
afterEach(() => stop());

const answer = (response: ServerResponse) =>
  response.setHeader("content-type", "application/x-amz-json-1.0").setHeader("content-length", 2);

/** A service of AWS that does this with its first request, or with each, and answers the others. */
const serviceThat = async (first: (response: ServerResponse) => void, times = 1) => {
  let heard = 0;
  const server = createServer((_, response) => {
    heard += 1;
    if (heard > times) answer(response).end("{}");
    else first(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard: () => heard };
};

const silent = (): void => undefined;
const logs: string[] = [];

const runtimeOn = (endpoint: string, overrides: Partial<Runtime> = {}): Runtime =>
  createRuntime(
    {
      ...secrets,
      TABLE_NAME: "table",
      QUEUE_INBOUND_URL: `${endpoint}/inbound`,
      AWS_REGION: "eu-west-3",
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_ENDPOINT_URL_SQS: endpoint,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    },
    {
      log: createLog(
        (line) => logs.push(line),
        () => "2026-11-27T09:00:00.000Z",
      ),
      ...overrides,
    },
  );

const key = { entityId: "lumiere", conversationId: "c_1" };

/** AWS ends the function a moment after what it keeps for its answer. */
const nearlyOver = { getRemainingTimeInMillis: () => 3_000 };

test.each([
  ["that is never answered", silent],
  ["whose answer stops halfway", (response: ServerResponse) => void answer(response).write("{")],
])("a call %s is given up and tried again, and does not wait for the function's end", async (_, first) => {
  const table = await serviceThat(first);
  const { store } = runtimeOn(table.endpoint);
  expect(await store.readHead(key)).toBeUndefined();
  expect(table.heard()).toBe(2);
});

test("a table that stays silent is a named fault after three tries", async () => {
  const table = await serviceThat(silent, 100);
  await expect(runtimeOn(table.endpoint).store.readHead(key)).rejects.toThrow("store.unavailable");
  expect(table.heard()).toBe(3);
});

test("who waits is told to ask again before AWS ends the function, and no further try is made", async () => {
  const table = await serviceThat(silent, 100);
  const runtime = runtimeOn(table.endpoint);
  const app = createFrame(runtime, [
    (api, { store }) => api.get("/read", async (context) => context.json(await store.readHead(key))),
  ]);
  const response = await inTime(async () => app.request("/read"))({}, nearlyOver);
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("5");
  expect(await response.json()).toMatchObject({ code: "store.unavailable", status: 503 });
  expect(logs.join()).toContain("api.unavailable");
  expect(table.heard()).toBeLessThan(2);
});

test("a platform is told to deliver again", async () => {
  const table = await serviceThat(silent, 100);
  const body = await readFile(new URL("../../fixtures/payloads/messenger/text.json", import.meta.url));
  const signature = createHmac("sha256", secrets.META_APP_SECRET).update(body).digest("hex");
  const app = Webhooks.createApp(runtimeOn(table.endpoint));
  const response = await inTime(async () =>
    app.request("/webhooks/meta", { method: "POST", body, headers: { "x-hub-signature-256": `sha256=${signature}` } }),
  )({}, nearlyOver);
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(table.heard()).toBeLessThan(2);
});

test("of a batch, what was done before the table fell silent counts as done, and the rest comes back", async () => {
  const table = await serviceThat(silent, 100);
  const done: unknown[] = [];
  const hastened: number[] = [];
  const runtime = runtimeOn(table.endpoint, {
    patience: { comeBack: async (_, messages) => void hastened.push(messages.length) },
  });
  const consumer = comingBack(
    runtime,
    "inbound",
    consume(runtime, "inbound", async (body) => {
      if (body === "read") await runtime.store.readHead(key);
      done.push(body);
    }),
  );
  const event = queueEvent({ body: '"told"', group: "a" }, { body: '"read"', group: "b" });
  const { batchItemFailures } = await consumer(event, nearlyOver);
  expect(done).toEqual(["told"]);
  expect(batchItemFailures).toEqual([{ itemIdentifier: event.Records[1]?.messageId }]);
  expect(hastened).toEqual([1]);
});

test.each(functionNames.filter((name) => name !== "claims"))("%s ends in time", async (name) => {
  const entry = await readFile(new URL(`../../../${planOf(name).entry}`, import.meta.url), "utf8");
  expect(entry).toMatch(/^export const handler = (inTime|comingBack)\(/m);
});
