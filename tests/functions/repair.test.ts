import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Account from "#core/account";
import * as Identity from "#core/identity";
import { Secret } from "#core/secret";
import * as Clock from "#functions/clock";
import * as Repair from "#functions/repair";
import { createLog, createRuntime, credentialOf, type Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, openBank, secrets } from "../support/bank.ts";
import { at } from "../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../support/database.ts";
import { queueEvent } from "../support/queue-event.ts";

const x = { platform: "x", accountId: "900100200300", teamId: "social", name: "Banque Imaginaire" } as const;
const page = { platform: "facebook", accountId: "900100200301", teamId: "social", name: "Banque Imaginaire" } as const;
const tokenKey = Buffer.alloc(32, 3).toString("base64url");

let database: TestDatabase;
let bank: Bank;
let minute = 0;
let lines: Record<string, unknown>[];
/** What was asked of the platforms: method and path. Answers by the first that fits. */
let asked: string[];
let answers: [RegExp, () => Response][];
const now = () => at(minute);
const fetch: Runtime["fetch"] = async (url, init) => {
  const { pathname, search } = new URL(String(url));
  const request = `${init?.method ?? "GET"} ${decodeURIComponent(pathname + search)}`;
  asked.push(request);
  const found = answers.find(([pattern]) => pattern.test(request));
  return found === undefined ? Response.json({}, { status: 404 }) : found[1]();
};
const runtime = (): Runtime => {
  const tokens = { "x:900100200300": "token", "facebook:900100200301": "page-token" };
  const given = {
    ...secrets,
    TOKEN_KEY: tokenKey,
    CHANNEL_TOKENS: JSON.stringify(tokens),
    WEB_ORIGIN: "https://bank.example",
  };
  const { environment, secrets: known } = createRuntime(given);
  const log = createLog((line) => lines.push(JSON.parse(line)), now);
  return { ...bank.runtime({ secrets: known, fetch, log }), environment };
};

beforeEach(async () => {
  database = await startTestDatabase();
  minute = 0;
  [asked, answers, lines] = [[], [], []];
  bank = await openBank(database, now, { accounts: [x, page] });
});
afterEach(() => database.stop());

const keyOf = ({ accountId, platform }: { platform: string; accountId: string }) => ({
  entityId: bank.entity.id,
  platform,
  accountId,
});
const check = (account: typeof x | typeof page) =>
  Repair.repair(runtime())(queueEvent(JSON.stringify({ kind: "check", ...keyOf(account) })));
const takeIn = async () => {
  for (const body of bank.take("inbound")) {
    const { groupId } = JSON.parse(body) as { groupId: string };
    const { batchItemFailures } = await Workers.ingest(runtime())(queueEvent({ body, group: groupId }));
    expect(batchItemFailures).toEqual([]);
  }
};
const cards = async () =>
  (await database.store.listCards(bank.entity.id, { kind: "status", status: "open" }, { limit: 50 })).cards;
const events = (event: string) => lines.filter((line) => line["event"] === event);

const mention = (id: string, minutes: number, text = "Bonjour, une question sur mon compte ?") => ({
  id,
  text,
  author_id: "7700001",
  conversation_id: id,
  created_at: at(minutes),
  edit_history_tweet_ids: [id],
});

describe("what no webhook told of", () => {
  test("is found at X, taken the way of a delivery, counted, and clocked from when it was written", async () => {
    minute = 60;
    const posts = [
      mention("200", 58.5),
      mention("150", 20, "Ma carte 4111 1111 1111 1111 est bloquée"),
      mention("90", 10),
    ];
    answers = [[/mentions/, () => Response.json({ data: posts, meta: { result_count: 3 } })]];
    await check(x);
    await takeIn();
    const found = await cards();
    expect(found.map((card) => card.lastInboundAt).toSorted()).toEqual([at(10), at(20)]);
    expect(found.every((card) => card.lateFromPlatform)).toBe(true);
    expect(found.map((card) => card.dueAt).toSorted()).toEqual([at(130), at(140)]);
    expect(JSON.stringify(found)).not.toContain("4111");
    expect(events("gap.found")).toMatchObject([{ level: "warn", count: 2, accountId: x.accountId }]);
    const health = await database.store.readHealth(keyOf(x));
    expect([Account.gapsOf(health, now()), health.seenUntil]).toEqual([2, "150"]);

    // The next check asks from there on, and what is known by then is no gap.
    minute = 75;
    await check(x);
    expect(asked.findLast((each) => each.includes("mentions"))).toContain("since_id=150");
    expect(events("gap.found")).toHaveLength(2);
    await takeIn();
    minute = 90;
    answers = [[/mentions/, () => Response.json({ data: posts })]];
    await check(x);
    expect(events("gap.found")).toHaveLength(2);
  });

  test("is found on a Page, in comments and in private messages", async () => {
    minute = 60;
    const message = {
      id: "m_1",
      created_time: at(30),
      from: { id: "880011" },
      to: { data: [{ id: page.accountId }] },
      message: "Toujours pas de réponse ?",
    };
    const comment = {
      id: "900100200301_1_2",
      created_time: at(40),
      message: "Et ma question ?",
      from: { id: "880012", name: "Irma" },
    };
    answers = [
      [/subscribed_apps/, () => Response.json({ data: [] })],
      [/conversations/, () => Response.json({ data: [{ messages: { data: [message] } }] })],
      [/\/feed/, () => Response.json({ data: [{ id: "900100200301_1", comments: { data: [comment] } }] })],
    ];
    await check(page);
    await takeIn();
    const found = await cards();
    expect(found.map(({ channel, lastInboundAt }) => [channel, lastInboundAt]).toSorted()).toEqual([
      ["facebook.comment", at(40)],
      ["messenger", at(30)],
    ]);
    expect(events("gap.found")).toMatchObject([{ count: 2 }]);
    expect(asked.some((each) => each.startsWith("POST") && each.includes("subscribed_apps"))).toBe(true);
    expect(events("account.problem")).toMatchObject([{ code: "subscription-missing" }]);
  });

  test("is found beyond the first page of conversations; a page that cannot be read is read again", async () => {
    minute = 60;
    const written = (id: string, at: string, contact: string) => ({
      updated_time: at,
      messages: {
        data: [
          {
            id,
            created_time: at,
            from: { id: contact },
            to: { data: [{ id: page.accountId }] },
            message: "Toujours pas de réponse ?",
          },
        ],
      },
    });
    const first = { data: [written("m_1", at(50), "880011")], paging: { next: "…", cursors: { after: "c1" } } };
    const second = { data: [written("m_2", at(-30), "880012")], paging: { next: "…", cursors: { after: "c2" } } };
    const feed: (typeof answers)[number] = [/\/feed/, () => Response.json({ data: [] })];
    answers = [
      [/after=c1/, () => new Response(undefined, { status: 503 })],
      [/conversations/, () => Response.json(first)],
      feed,
    ];
    await check(page);
    expect((await database.store.readHealth(keyOf(page))).seenUntil).toBeUndefined();
    second.data.unshift(written("m_3", at(20), "880013"));
    answers = [[/after=c1/, () => Response.json(second)], [/conversations/, () => Response.json(first)], feed];
    await check(page);
    await takeIn();
    // Older than the time that is looked at, and the end of looking.
    expect((await cards()).map(({ lastInboundAt }) => lastInboundAt).toSorted()).toEqual([at(20), at(50)]);
    expect(asked.some((each) => each.includes("after=c2"))).toBe(false);
    expect((await database.store.readHealth(keyOf(page))).seenUntil).toBe(at(57));
  });

  test("an unreadable list moves nothing on: it is read again", async () => {
    minute = 60;
    answers = [[/mentions/, () => new Response(undefined, { status: 503 })]];
    await check(x);
    const health = await database.store.readHealth(keyOf(x));
    expect(health.seenUntil).toBeUndefined();
    expect(health.check?.problems).toContain("platform-unreachable");
  });
});

test("a post that its author removed is a tombstone within the day, and silence about one is no removal", async () => {
  answers = [
    [/mentions/, () => Response.json({ data: [mention("150", -20, "À retirer"), mention("90", -30, "Reste là")] })],
  ];
  await check(x);
  await takeIn();
  const type = "https://api.twitter.com/2/problems/resource-not-found";
  answers = [
    [
      /tweets\?ids/,
      () =>
        Response.json({
          errors: [
            { resource_id: "150", type },
            { resource_id: "999", type },
          ],
        }),
    ],
  ];
  await Repair.repair(runtime())(queueEvent(JSON.stringify({ kind: "recheck", ...keyOf(x), list: "open" })));
  expect(asked.at(-1)).toMatch(/ids=(150,90|90,150)$/);
  await takeIn();
  await takeIn();
  const bodies = await Promise.all(
    (await cards()).map(({ id }) => database.store.listBodies({ entityId: bank.entity.id, conversationId: id })),
  );
  expect(
    bodies
      .flat()
      .map(({ removed, text }) => [text, removed])
      .toSorted(),
  ).toEqual([
    ["", true],
    ["Reste là", undefined],
  ]);
  expect(bank.take("repairs").map((body) => JSON.parse(body))).toMatchObject([{ kind: "recheck", list: "closed" }]);
});

describe("X's webhook", () => {
  const connect = (credential: Account.Credential) => seal(x, credential);

  test("is validated again when it is invalid, and what it missed is asked for when X allows it", async () => {
    await connect({ kind: "bearer", token: "user-token", appToken: "app-token" });
    const webhook = (valid: boolean) => () =>
      Response.json({ data: [{ id: "w1", url: "https://bank.example/webhooks/x", valid }] });
    answers = [[/GET \/2\/webhooks$/, webhook(true)]];
    await check(x);
    minute = 15;
    answers = [[/GET \/2\/webhooks$/, webhook(false)]];
    await check(x);
    expect(asked).toContain("PUT /2/webhooks/w1");
    expect(events("account.problem")).toMatchObject([{ code: "webhook-invalid" }]);
    minute = 60;
    answers = [
      [/GET \/2\/webhooks$/, webhook(true)],
      [/replay/, () => Response.json({ data: { job_id: "1" } })],
    ];
    await check(x);
    expect(asked.filter((each) => each.includes("replay"))).toHaveLength(1);
    minute = 75;
    await check(x);
    expect(asked.filter((each) => each.includes("replay"))).toHaveLength(1);
    expect((await database.store.readHealth(keyOf(x))).outage).toBeUndefined();
  });
});

const seal = async (account: typeof x | typeof page, credential: Account.Credential) => {
  const sealed = await Identity.sealCredential(credential, new Secret(tokenKey));
  const expiresAt = Account.expiryOf(credential);
  const { kind } = credential;
  await database.store.putCredential(keyOf(account), {
    sealed,
    kind,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
};

describe("a token that ends", () => {
  const pair = (expiresAt: string): Account.Credential => ({
    kind: "x-oauth2",
    clientId: "client",
    clientSecret: "client-secret",
    accessToken: "old-access",
    refreshToken: "old-refresh",
    expiresAt,
  });
  const renewed = () =>
    Response.json({ access_token: "new-access", refresh_token: "new-refresh", token_type: "bearer", expires_in: 7200 });
  const tokens = async () => {
    const credential = await credentialOf(runtime(), keyOf(x));
    return credential?.kind === "x-oauth2" ? [credential.accessToken, credential.refreshToken] : undefined;
  };

  test("is renewed once, however many need it at the same time", async () => {
    await seal(x, pair(at(8)));
    answers = [[/oauth2\/token/, renewed]];
    const all = await Promise.all(Array.from({ length: 6 }, tokens));
    expect(asked.filter((each) => each.includes("token"))).toHaveLength(1);
    expect(all.filter((each) => each?.[0] === "new-access")).toHaveLength(1);
    expect(await tokens()).toEqual(["new-access", "new-refresh"]);
  });

  test("is left alone until shortly before its end", async () => {
    await seal(x, pair(at(11)));
    expect(await tokens()).toEqual(["old-access", "old-refresh"]);
    expect(asked).toEqual([]);
  });

  test("keeps the old pair when nobody knows what became of the refresh, and tries again only when there is nothing to lose", async () => {
    await seal(x, pair(at(8)));
    answers = [[/oauth2\/token/, () => new Response(undefined, { status: 502 })]];
    expect(await tokens()).toEqual(["old-access", "old-refresh"]);
    expect(await tokens()).toEqual(["old-access", "old-refresh"]);
    expect(asked).toHaveLength(1);
    minute = 10;
    answers = [[/oauth2\/token/, renewed]];
    expect(await tokens()).toEqual(["new-access", "new-refresh"]);
  });

  test("that X renews no more has to be connected again, and what is left of it is used", async () => {
    await seal(x, pair(at(8)));
    answers = [[/oauth2\/token/, () => Response.json({ error: "invalid_grant" }, { status: 400 })]];
    expect(await tokens()).toEqual(["old-access", "old-refresh"]);
    const { standing } = await database.store.readHealth(keyOf(x));
    expect(standing).toMatchObject({ state: "reconnect", reason: "refresh-refused" });
    expect(JSON.stringify(lines)).not.toMatch(/old-access|old-refresh|client-secret/);
  });

  test("is asked for in its time by the clock", async () => {
    await seal(x, pair(at(8)));
    await Clock.tick(runtime());
    const jobs = bank.take("repairs").map((body) => JSON.parse(body) as { kind: string; platform: string });
    expect(jobs).toContainEqual({ kind: "renew", ...keyOf(x) });
    expect(jobs.filter(({ kind }) => kind === "check").map(({ platform }) => platform)).toEqual(["x", "facebook"]);
    minute = 14;
    await Clock.tick(runtime());
    expect(bank.take("repairs").filter((body) => body.includes("check"))).toEqual([]);
    minute = 15;
    await Clock.tick(runtime());
    expect(bank.take("repairs").filter((body) => body.includes("check"))).toHaveLength(2);
  });
});

test("a token the platform refuses cuts the account off, and one it takes again connects it", async () => {
  answers = [[/./, () => Response.json({ error: { code: 190 } }, { status: 401 })]];
  await check(page);
  expect((await database.store.readHealth(keyOf(page))).standing).toMatchObject({ state: "reconnect" });
  expect(events("account.disconnected")).toHaveLength(1);
  answers = [[/./, () => Response.json({ data: [] })]];
  minute = 15;
  await check(page);
  expect((await database.store.readHealth(keyOf(page))).standing).toEqual({ state: "connected" });
});
