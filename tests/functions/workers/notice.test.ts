import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type * as Conversation from "#core/conversation";
import * as Handoff from "#core/handoff";
import { Secret } from "#core/secret";
import * as Clock from "#functions/clock";
import { createRuntime, obey, type Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { awsVariables } from "../../../stacks/local/aws.ts";
import { type Queues, startQueues } from "../../../stacks/local/queues.ts";
import { type Bank, openBank, secrets } from "../../support/bank.ts";
import { at, opening, policies, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { atEveryCall } from "../../support/mishap.ts";
import { queueEvent } from "../../support/queue-event.ts";

const SECURE_KEY = Buffer.alloc(32, 3).toString("base64url");
const secure = Handoff.SecureChannel.parse({
  origin: "https://message.banque.test",
  host: "message.banque.test",
  issuer: "https://id.banque.test",
  clientId: "guichet",
  contexts: { other: ["urn:banque"] },
  arrival: { kind: "conversation" },
});

/** The bank's own system: takes notices, or answers as it is told. */
const taken: string[] = [];
let answers: number[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    taken.push(Buffer.concat(chunks).toString());
    response.writeHead(answers.shift() ?? 204).end();
  });
});
let connections = 0;
server.on("connection", () => {
  connections += 1;
});
let url = "";

let database: TestDatabase;
let queues: Queues;
let bank: Bank;
let minute = 0;
const now = () => at(minute);
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  queues = await startQueues(undefined);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/late`;
});
beforeEach(async () => {
  await database?.stop();
  database = await startTestDatabase();
  bank = await openBank(database, now, { secure, escalationHook: { url } });
  taken.length = 0;
  connections = 0;
  answers = [];
});
afterAll(async () => {
  server.close();
  await Promise.all([database.stop(), queues.stop()]);
});

const runtimeOf = (client = database.client, SECURE_HOSTS = new URL(url).origin): Runtime => {
  const { secrets: _, ...parts } = bank.runtime({ client });
  return createRuntime({ ...secrets, SECURE_KEY, SECURE_HOSTS }, parts);
};
const steps = [{ afterSeconds: 0, actions: ["notify-supervisors"] as const }];
const strict = policies.map((policy) => ({ ...policy, escalation: steps }));
let conversations = 0;

/** A conversation whose answer is late just now, and the message that says whom to tell. */
const late = async () => {
  conversations += 1;
  const place = { ...opening(`c_${conversations}`), entityId: bank.entity.id };
  const key = { entityId: place.entityId, conversationId: place.conversationId };
  minute = 0;
  const question = { ...received("m_1", at(0), place), policies: strict } as Conversation.Command;
  await obey(bank.runtime(), key, { command: question, commitId: "receive", actor: { kind: "contact" } });
  minute = 120;
  await Workers.timer(bank.runtime())(queueEvent(JSON.stringify({ kind: "mark", ...key, at: now() })));
  const [record = ""] = bank.take("deliver");
  return { key, record };
};
const deliver = (record: string, runtime = runtimeOf()) => Workers.deliver(runtime)(queueEvent(record));
/** Some minutes of the clock; whatever it queues is delivered. */
const passTime = async (minutes: readonly number[], runtime = runtimeOf()): Promise<void> => {
  for (minute of minutes) {
    await Clock.tick(bank.runtime());
    for (const record of bank.take("deliver")) await deliver(record, runtime);
  }
};
const read = async (token: string) => {
  const { published } = await Handoff.keysFrom([new Secret(SECURE_KEY)]);
  const issuer = `${secure.origin}/secure/${bank.entity.id}`;
  return jwtVerify(token, createLocalJWKSet({ keys: [...published.keys] }), {
    issuer,
    audience: url,
    typ: "escalation+jwt",
    currentDate: new Date(now()),
  });
};
const ids = () => new Set(taken.map((token) => decodeJwt(token).jti));

describe("a late answer, told to the bank's own system", () => {
  test("is told once though the queue delivers twice: signed, ids and kinds alone", async () => {
    const { key, record } = await late();
    await deliver(record);
    await deliver(record);
    expect(taken).toHaveLength(1);
    const { payload, protectedHeader } = await read(taken[0] ?? "");
    expect(protectedHeader).toMatchObject({ alg: "ES256" });
    const { aud: _, exp: __, iat: ___, iss: ____, jti, ...claims } = payload;
    expect(jti).toMatch(/^[\w-]{43}$/);
    expect(claims).toEqual({
      entity: key.entityId,
      conversation: key.conversationId,
      team: "social",
      channel: "x.mention",
      target: "first-response",
      mark: "escalation-1",
      dueAt: at(120),
    });
    const { count, events } = await historyOf(database, key);
    expect(count("notified")).toBe(1);
    expect(events.at(-1)).toMatchObject({ type: "notified", told: ["hook"] });
  });

  test.each(["crash-before", "crash-after", "lost-answer"] as const)(
    "%s at every call: it is told under one id, and settled once",
    async (mishap) => {
      await atEveryCall(database.client, mishap, async (client) => {
        taken.length = 0;
        const { key, record } = await late();
        const { batchItemFailures } = await deliver(record, runtimeOf(client));
        await deliver(record);
        await passTime([121, 125]);
        expect(ids().size).toBe(1);
        const { count, head } = await historyOf(database, key);
        expect(count("notified")).toBe(1);
        expect(head.state).not.toHaveProperty("notices");
        return batchItemFailures.length === 0;
      });
    },
    60_000,
  );

  test("is found by the clock when its message was lost", async () => {
    const { key } = await late();
    await passTime([122]);
    expect(taken).toHaveLength(1);
    expect((await historyOf(database, key)).count("notified")).toBe(1);
  });

  test("is told again under the same id after a pause, while the system is down", async () => {
    const { key, record } = await late();
    answers = [503, 500];
    await deliver(record);
    await deliver(record);
    expect(taken).toHaveLength(1);
    await passTime([121, 122, 123, 124]);
    expect(taken).toHaveLength(3);
    expect(ids().size).toBe(1);
    expect((await historyOf(database, key)).events.at(-1)).toMatchObject({ type: "notified", told: ["hook"] });
  });

  test("is given up when the system will not have it, and the log says so", async () => {
    const { key, record } = await late();
    answers = [410];
    await deliver(record);
    const { events } = await historyOf(database, key);
    expect(events.at(-1)).toMatchObject({ type: "notified", told: [], gaveUp: true });
  });

  test("never goes to a private address, and is given up after some hours", async () => {
    const { key, record } = await late();
    const guarded = runtimeOf(database.client, "");
    await deliver(record, guarded);
    await database.store.putEntity({ ...bank.entity, escalationHook: { url: url.replace("http:", "https:") } });
    await passTime(
      Array.from({ length: 20 }, (_, index) => 125 + index * 15),
      guarded,
    );
    expect(connections).toBe(0);
    const { count, events } = await historyOf(database, key);
    expect(count("notice-postponed")).toBe(11);
    expect(events.at(-1)).toMatchObject({ type: "notified", told: [], gaveUp: true });
  });

  test("without anybody to tell it is settled at once", async () => {
    const { escalationHook: _, ...entity } = (await database.store.readEntity(bank.entity.id)) ?? bank.entity;
    await database.store.putEntity(entity);
    const { key, record } = await late();
    await deliver(record);
    expect((await historyOf(database, key)).events.at(-1)).toMatchObject({ type: "notified", told: [] });
  });
});

describe("a late answer, told to those who subscribed to the topic", () => {
  const topicRuntime = (changes: Record<string, string> = {}): Runtime => {
    const { secrets: _, topic: __, ...parts } = bank.runtime();
    const { accessKeyId, secretAccessKey } = awsVariables.credentials;
    return createRuntime(
      {
        ...secrets,
        SECURE_KEY,
        SECURE_HOSTS: new URL(url).origin,
        WEB_ORIGIN: "https://guichet.banque.test",
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_ENDPOINT_URL_SNS: queues.endpoint,
        NOTICE_TOPIC_ARN: queues.notices.arn,
        ...changes,
      },
      parts,
    );
  };
  const mails = () =>
    (queues.contents().find(({ name }) => name === "mailbox")?.bodies ?? [])
      .map((body) => JSON.parse(body) as { readonly default: string; readonly email: string })
      .filter(({ email }) => email.includes(`/c/c_${conversations}\n`));

  test("is read by people in the bank's language and by systems as ids and kinds, once", async () => {
    const { key, record } = await late();
    await deliver(record, topicRuntime());
    await deliver(record, topicRuntime());
    const [mail, ...others] = mails();
    expect(others).toEqual([]);
    expect(mail?.email).toBe(
      "Banque Imaginaire, équipe Réseaux sociaux : une réponse est en retard sur X.\n" +
        "Elle était promise pour le lundi 23 novembre 2026 à 12:00.\n\n" +
        `https://guichet.banque.test/c/${key.conversationId}\n`,
    );
    const { id, ...facts } = JSON.parse(mail?.default ?? "");
    expect(id).toBe(decodeJwt(taken[0] ?? "").jti);
    expect(facts).toEqual({
      entity: key.entityId,
      conversation: key.conversationId,
      team: "social",
      channel: "x.mention",
      target: "first-response",
      mark: "escalation-1",
      dueAt: at(120),
    });
    expect((await historyOf(database, key)).events.at(-1)).toMatchObject({ type: "notified", told: ["hook", "topic"] });
  });

  test("is tried again while SNS is out of reach, and the bank's own system is not told twice", async () => {
    const { key, record } = await late();
    await deliver(record, topicRuntime({ AWS_ENDPOINT_URL_SNS: "http://127.0.0.1:1" }));
    expect((await historyOf(database, key)).events.at(-1)).toMatchObject({ type: "notice-postponed", told: ["hook"] });
    await passTime([121, 122], topicRuntime());
    expect(taken).toHaveLength(1);
    expect(mails()).toHaveLength(1);
    expect((await historyOf(database, key)).events.at(-1)).toMatchObject({ type: "notified", told: ["hook", "topic"] });
  });

  test("is given up where there is no such topic any more, and the log says so", async () => {
    const { key, record } = await late();
    await deliver(record, topicRuntime({ NOTICE_TOPIC_ARN: `${queues.notices.arn}-gone` }));
    const last = (await historyOf(database, key)).events.at(-1);
    expect(last).toMatchObject({ type: "notified", told: ["hook"], gaveUp: true });
  });
});
