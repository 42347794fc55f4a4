import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as Sla from "#core/sla";
import { createLog, createRuntime, type QueueMessage, type Runtime } from "#functions/runtime";
import * as Webhooks from "#functions/webhooks";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
let queued: QueueMessage[];
let logs: string[];
let isQueueUp: boolean;

const secrets = {
  X_CONSUMER_SECRET: "new-consumer-secret,old-consumer-secret",
  META_APP_SECRET: "app-secret",
  META_VERIFY_TOKEN: "verify-token",
  IDENTITY_KEY: Buffer.alloc(32, 1).toString("base64url"),
  ADDRESS_KEY: Buffer.alloc(32, 2).toString("base64url"),
};

beforeAll(async () => {
  database = await startTestDatabase();
  await database.store.putEntity({
    id: "lumiere",
    name: "Banque Lumière",
    languages: ["fr", "en"],
    timeZone: "Europe/Paris",
    accounts: [
      { platform: "x", accountId: "900100200300", teamId: "social", name: "Banque Lumière" },
      { platform: "instagram", accountId: "900100200302", teamId: "social", name: "Banque Lumière" },
    ],
    teams: [{ id: "social", name: "Réseaux sociaux" }],
    slaPolicies: [Sla.defaultPolicy],
  });
});
afterAll(() => database.stop());
beforeEach(() => {
  queued = [];
  logs = [];
  isQueueUp = true;
});

const app = (variables: Record<string, string> = secrets) => {
  const runtime: Runtime = createRuntime(variables, {
    store: database.store,
    log: createLog(
      (line) => logs.push(line),
      () => "2026-11-23T09:00:00.000Z",
    ),
    queues: {
      send: async (_, messages) => {
        if (!isQueueUp) throw new TypeError("no queue");
        queued.push(...messages);
      },
    },
  });
  return Webhooks.createApp(runtime);
};

const mention = (text: string) =>
  JSON.stringify({
    data: {
      event_uuid: "-1",
      filter: { user_id: "900100200300" },
      event_type: "post.mention.create",
      payload: {
        id: "1990000000000000001",
        text,
        author_id: "770000000000000001",
        created_at: "2026-11-23T08:59:00.000Z",
        conversation_id: "1990000000000000001",
      },
      includes: { users: [{ id: "770000000000000001", name: "Personne Fictive", username: "personne_fictive" }] },
    },
  });

const signX = (body: string, secret = "new-consumer-secret") =>
  `sha256=${createHmac("sha256", secret).update(body).digest("base64")}`;

const postX = (body: string, signature: string | undefined, variables = secrets) =>
  app(variables).request("/webhooks/x", {
    method: "POST",
    body,
    headers: signature === undefined ? {} : { "x-twitter-webhooks-signature": signature },
  });

describe("a delivery", () => {
  test("that is signed is queued redacted, in its author's group, before it is answered", async () => {
    const body = mention("Ma carte 4111 1111 1111 1111 ne marche plus");
    const response = await postX(body, signX(body));
    expect(response.status).toBe(200);
    expect(queued).toHaveLength(1);
    const [message] = queued;
    expect(message?.groupId).toMatch(/^[\w-]{43}$/);
    expect(message?.deduplicationId).toMatch(/^[\w-]{43}$/);
    const text = JSON.stringify(message?.body);
    expect(text).toContain("Ma carte [");
    expect(text).not.toContain("4111 1111");
    for (const id of ["1990000000000000001", "770000000000000001"]) expect(text).not.toContain(id);
  });

  test("that is encrypted for a key which is not here is left with the platform, which delivers again", async () => {
    const sealed = `eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.${"A".repeat(60)}.${"B".repeat(16)}.${"C".repeat(40)}.DDDD`;
    for (const body of [sealed, JSON.stringify(sealed), JSON.stringify({ encrypted: sealed })]) {
      expect((await postX(body, signX(body))).status).toBe(503);
    }
    expect(logs.filter((line) => line.includes("webhook.encrypted"))).toHaveLength(3);
    expect(queued).toEqual([]);
  });

  test("of a listening rule is the account's that its tag names", async () => {
    const data = { id: "1990000000000000009", text: "Cette banque, vraiment", author_id: "770000000000000009" };
    const post = (tag: string) => JSON.stringify({ data, matching_rules: [{ id: "1", tag }] });
    for (const tag of ["900100200300:marque", "marque"]) await postX(post(tag), signX(post(tag)));
    expect(queued).toHaveLength(1);
    expect(queued[0]?.body).toMatchObject({ accountId: "900100200300", channel: "x.mention", op: "message" });
  });

  test("delivered twice has the same identity, another has its own", async () => {
    const [first, second] = [mention("Un"), mention("Deux").replaceAll("1990000000000000001", "1990000000000000002")];
    for (const body of [first, first, second]) await postX(body, signX(body));
    const ids = queued.map((message) => message.deduplicationId);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
    expect(new Set(queued.map((message) => message.groupId)).size).toBe(1);
  });

  test("is accepted under the old secret while a new one replaces it", async () => {
    const body = mention("Rotation");
    expect((await postX(body, signX(body, "old-consumer-secret"))).status).toBe(200);
  });

  test.each([
    ["no signature", undefined],
    ["another's secret", signX(mention("Non"), "not-the-secret")],
    ["a signature of another body", signX("{}")],
    [
      "hexadecimal instead of base64",
      `sha256=${createHmac("sha256", "new-consumer-secret").update(mention("Non")).digest("hex")}`,
    ],
    ["an empty one", "sha256="],
  ])("with %s is refused and leaves nothing", async (_, signature) => {
    const response = await postX(mention("Non"), signature);
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "webhook.signature-invalid", status: 401 });
    expect(queued).toEqual([]);
  });

  test("is refused when the secret is missing: no secret, no pass", async () => {
    const { X_CONSUMER_SECRET: _, ...others } = secrets;
    const body = mention("Sans secret");
    const response = await postX(body, signX(body, ""), others as typeof secrets);
    expect(response.status).toBe(500);
    expect(queued).toEqual([]);
  });

  test("is answered 503 when the queue does not take it, so that the platform delivers it again", async () => {
    isQueueUp = false;
    const body = mention("Encore");
    expect((await postX(body, signX(body))).status).toBeGreaterThanOrEqual(500);
    expect(JSON.parse(logs.at(-1) ?? "")).toMatchObject({
      level: "error",
      event: "webhook.failed",
      error: "TypeError",
    });
  });

  test("of an Instagram account's message is Instagram's, whichever object it comes under", async () => {
    for (const object of ["instagram", "page"]) {
      const messaging = [
        {
          sender: { id: "880011" },
          recipient: { id: "900100200302" },
          timestamp: 1,
          message: { mid: "m_1", text: "Bonjour" },
        },
      ];
      const body = JSON.stringify({ object, entry: [{ id: "900100200302", time: 1795424400000, messaging }] });
      const signature = createHmac("sha256", "app-secret").update(body).digest("hex");
      const headers = { "x-hub-signature-256": `sha256=${signature}` };
      const response = await app().request("/webhooks/meta", { method: "POST", body, headers });
      expect(await response.json()).toEqual({ queued: 1, ignored: {} });
    }
    const [own, under] = queued.map(({ body }) => body as { channel: string; messageId: string });
    expect(own?.channel).toBe("instagram.dm");
    expect(under).toMatchObject({ channel: "instagram.dm", messageId: own?.messageId });
  });

  test("for an account nobody has connected is counted, not kept", async () => {
    const body = mention("Ailleurs").replace("900100200300", "900100200999");
    const response = await postX(body, signX(body));
    expect(await response.json()).toEqual({ queued: 0, ignored: { "account.unknown": 1 } });
  });

  test("that takes back the bank's authorisation is told in the log by its account, a stranger's by its code", async () => {
    const revoked = (userId: string) =>
      JSON.stringify({
        user_event: {
          revoke: {
            date_time: "2026-11-23T08:59:00.000Z",
            target: { app_id: "1313131" },
            source: { user_id: userId },
          },
        },
      });
    for (const userId of ["900100200300", "770000000000000001"]) {
      const body = revoked(userId);
      expect(await (await postX(body, signX(body))).json()).toEqual({ queued: 0, ignored: { revoke: 1 } });
    }
    const notices = logs.map((line) => JSON.parse(line)).filter(({ event }) => event === "webhook.notice");
    expect(notices).toMatchObject([
      { level: "warn", code: "account.revoke", entityId: "lumiere", accountId: "900100200300" },
      { level: "warn", code: "account.revoke" },
    ]);
    expect(logs.join()).not.toContain("770000000000000001");
  });

  test("of a kind that concerns no conversation is counted by its kind", async () => {
    const body = mention("x").replace("post.mention.create", "profile.update.bio");
    const response = await postX(body, signX(body));
    expect(await response.json()).toMatchObject({ queued: 0 });
    expect(logs.join()).toContain("webhook.accepted");
  });
});

describe("the platforms' checks", () => {
  test("X gets its challenge answered with the newest secret", async () => {
    const response = await app().request("/webhooks/x?crc_token=challenge");
    const expected = createHmac("sha256", "new-consumer-secret").update("challenge").digest("base64");
    expect(await response.json()).toEqual({ response_token: `sha256=${expected}` });
  });

  test("X's challenge cannot be used to have a delivery signed", async () => {
    for (const forged of [mention("Forgé"), "{}", "[]", '"text"', "a b", "é", "x".repeat(129)]) {
      const response = await app().request(`/webhooks/x?crc_token=${encodeURIComponent(forged)}`);
      expect(response.status).toBe(403);
      expect(await response.text()).not.toContain("sha256=");
    }
  });

  test("X without a token gets a clear refusal", async () => {
    expect((await app().request("/webhooks/x")).status).toBe(403);
  });

  test("Meta gets its challenge back word for word, and only with our token", async () => {
    const query = (token: string) =>
      `/webhooks/meta?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`;
    const response = await app().request(query("verify-token"));
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(await response.text()).toBe("1158201444");
    expect((await app().request(query("wrong"))).status).toBe(403);
    expect((await app().request("/webhooks/meta?hub.mode=subscribe&hub.challenge=1")).status).toBe(403);
  });
});
