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
const instagram = {
  platform: "instagram",
  accountId: "900100200302",
  teamId: "social",
  name: "Banque Imaginaire",
} as const;
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
  const tokens = { "x:900100200300": "token", "facebook:900100200301": "page-token", "instagram:900100200302": "ig" };
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
  bank = await openBank(database, now, { accounts: [x, page, instagram] });
});
afterEach(() => database.stop());

const keyOf = ({ accountId, platform }: { platform: string; accountId: string }) => ({
  entityId: bank.entity.id,
  platform,
  accountId,
});
const check = (account: typeof x | typeof page | typeof instagram) =>
  Repair.repair(runtime())(queueEvent(JSON.stringify({ kind: "check", ...keyOf(account) })));
/** The steps that wait by now. */
const lookOn = async () => {
  for (const body of bank.take("repairs")) {
    const { batchItemFailures } = await Repair.repair(runtime())(queueEvent(body));
    expect(batchItemFailures).toEqual([]);
  }
};
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

  test("is found in X's private messages page after page, as far back as was compared before", async () => {
    minute = 120;
    await database.store.changeHealth(keyOf(x), (health) => ({ ...health, messagesUntil: at(80) }));
    const written = (id: string, minutes: number) => ({
      event_type: "MessageCreate",
      id,
      sender_id: `77000${id}`,
      dm_conversation_id: `77000${id}-${x.accountId}`,
      created_at: at(minutes),
      text: "Toujours pas de réponse ?",
    });
    const pages = {
      first: { data: [written("4", 110), { id: "5", sender_id: "without a time" }], meta: { next_token: "p1" } },
      second: { data: [written("3", 70), written("2", 40)], meta: { next_token: "p2" } },
    };
    answers = [
      [/pagination_token=p1/, () => Response.json(pages.second)],
      [/dm_events/, () => Response.json(pages.first)],
      [/mentions/, () => Response.json({ data: [] })],
    ];
    await check(x);
    await takeIn();
    expect((await cards()).map(({ lastInboundAt }) => lastInboundAt).toSorted()).toEqual([at(70), at(110)]);
    expect(asked.some((each) => each.includes("p2"))).toBe(false);
    const health = await database.store.readHealth(keyOf(x));
    expect(health.messagesUntil).toBe(at(117));
    expect(health.check?.problems).toContain("answer-unreadable");

    answers = [[/dm_events/, () => new Response(undefined, { status: 503 })]];
    await check(x);
    expect((await database.store.readHealth(keyOf(x))).messagesUntil).toBe(at(117));
  });

  test("is found under a post with more comments than a page holds, and under a comment of Instagram's", async () => {
    minute = 60;
    const comment = (id: string, minutes: number) => ({
      id,
      created_time: at(minutes),
      message: "Et ma question ?",
      from: { id: `88${id}`, name: "Irma" },
    });
    const more = { data: [comment("1", 20), comment("0", -40)], paging: { next: "…", cursors: { after: "c2" } } };
    const comments = { data: [comment("3", 50), { id: "2" }], paging: { next: "…", cursors: { after: "c1" } } };
    answers = [
      [/comments\?.*after=c1/, () => Response.json(more)],
      [/conversations/, () => Response.json({ data: [] })],
      [/\/feed/, () => Response.json({ data: [{ id: "900100200301_1", comments }] })],
    ];
    await check(page);
    await lookOn();
    await takeIn();
    expect((await cards()).map(({ lastInboundAt }) => lastInboundAt).toSorted()).toEqual([at(20), at(50)]);
    expect(asked.some((each) => each.includes("after=c2"))).toBe(false);
    expect((await database.store.readHealth(keyOf(page))).check?.problems).toContain("answer-unreadable");

    const reply = { id: "ig_2", timestamp: at(30), text: "Moi aussi", from: { id: "990002", username: "irma" } };
    const first = { id: "ig_1", timestamp: at(-90), text: "Bravo", from: { id: "990001", username: "ivo" } };
    const media = { id: "ig_media", comments: { data: [{ ...first, replies: { data: [reply] } }] } };
    answers = [
      [/conversations/, () => Response.json({ data: [] })],
      [/\/media/, () => Response.json({ data: [media] })],
    ];
    await check(instagram);
    await takeIn();
    const [found] = (await cards()).filter(({ channel }) => channel === "instagram.comment");
    expect(found?.lastInboundAt).toBe(at(30));
  });

  test("is read on in steps where there is more than a check reads, and what is left at the end is told", async () => {
    minute = 60;
    const listed = (id: string, minutes: number) => ({
      updated_time: at(minutes),
      messages: {
        data: [
          {
            id,
            created_time: at(minutes),
            from: { id: `88${id}` },
            to: { data: [{ id: page.accountId }] },
            message: id,
          },
        ],
      },
    });
    let pages = 0;
    const endless = () => {
      pages += 1;
      const paging = { next: "…", cursors: { after: `c${pages}` } };
      return Response.json({ data: [listed(`m_${pages}`, 50)], paging });
    };
    answers = [
      [/conversations/, endless],
      [/\/feed/, () => Response.json({ data: [] })],
    ];
    await check(page);
    expect(pages).toBe(10);
    expect((await database.store.readHealth(keyOf(page))).seenUntil).toBe(at(57));
    await lookOn();
    expect(asked.filter((each) => each.includes("after=c10"))).toHaveLength(1);
    expect(pages).toBe(20);
    const [third] = bank.take("repairs").map((body) => JSON.parse(body));
    expect(third).toMatchObject({ kind: "look", start: "c20", step: 3 });
    await Repair.repair(runtime())(queueEvent(JSON.stringify({ ...third, step: 20 })));
    expect(bank.take("repairs")).toEqual([]);
    const health = await database.store.readHealth(keyOf(page));
    expect(health.check?.problems).toContain("list-cut");
    expect(events("account.problem").filter(({ code }) => code === "list-cut")).toHaveLength(1);
    expect(Account.gapsOf(health, now())).toBe(30);
  });

  test("a step that the platform does not answer is taken again from the same place, for a day", async () => {
    minute = 60;
    const step = {
      kind: "look",
      ...keyOf(page),
      list: { of: "conversations" },
      span: { from: at(0), until: at(57) },
      start: "c7",
      step: 2,
    };
    answers = [[/conversations/, () => new Response(undefined, { status: 503 })]];
    await Repair.repair(runtime())(queueEvent(JSON.stringify(step)));
    expect(bank.take("repairs").map((body) => JSON.parse(body))).toEqual([step]);
    minute = 60 * 26;
    await Repair.repair(runtime())(queueEvent(JSON.stringify(step)));
    expect(bank.take("repairs")).toEqual([]);
    expect(events("account.problem").map(({ code }) => code)).toContain("list-cut");
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
    expect(jobs.filter(({ kind }) => kind === "check").map(({ platform }) => platform)).toEqual([
      "x",
      "facebook",
      "instagram",
    ]);
    minute = 14;
    await Clock.tick(runtime());
    expect(bank.take("repairs").filter((body) => body.includes("check"))).toEqual([]);
    minute = 15;
    await Clock.tick(runtime());
    expect(bank.take("repairs").filter((body) => body.includes("check"))).toHaveLength(3);
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
