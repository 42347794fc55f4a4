import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createRuntime } from "#functions/runtime";

let stop = (): void => undefined;
afterEach(() => stop());

/** A table that hears the first request and never answers it. */
const silentOnce = async () => {
  let heard = 0;
  const server = createServer((_, response) => {
    heard += 1;
    if (heard > 1) response.setHeader("content-type", "application/x-amz-json-1.0").end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard: () => heard };
};

test("a call that is never answered is given up and tried again, and does not wait for the function's end", async () => {
  const table = await silentOnce();
  const { store } = createRuntime({
    TABLE_NAME: "table",
    AWS_REGION: "eu-west-3",
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  });
  expect(await store.readHead({ entityId: "lumiere", conversationId: "c_1" })).toBeUndefined();
  expect(table.heard()).toBe(2);
}, 60_000);
