import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bury, letterOf } from "../support/bury.ts";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ log: (line) => lines.push(line) });
});
afterAll(() => system.stop());
const lines: string[] = [];

type Account = { platform: string; state: string; reason: { tell: string } | null; [key: string]: unknown };
const account = async (platform: string): Promise<Account> => {
  const { body } = await system.ask("supervisor", "GET", "/api/channels/health");
  const found = (body["accounts"] as unknown as readonly Account[]).find((each) => each.platform === platform);
  if (found === undefined) throw new Error(`no account on ${platform}`);
  return found;
};

describe("an account", () => {
  test("that its platform refuses stops sending and takes what comes; connected again, what waited goes", async () => {
    const customer = system.simulator.customer({ platform: "facebook", handle: "zoe_imaginaire", name: "Zoé" });
    await customer.say("private", "Première question de Zoé");
    const { id } = await system.conversation((card) => card.preview?.includes("Première question") ?? false);
    system.simulator.fail("unauthorized");
    await system.ask("agent", "POST", `/api/conversations/${id}/replies`, { text: "Nous regardons." });
    await eventually(async () => expect((await account("facebook")).state).toBe("reconnect"));
    expect((await account("facebook")).reason?.tell).toMatch(/new one/);

    await customer.say("private", "Et la suite de Zoé avec 4111 1111 1111 1111");
    await eventually(async () => expect((await system.read(id)).preview).toMatch(/^Et la suite de Zoé avec \[/));
    expect((await system.read(id)).dueAt).not.toBeNull();
    expect(system.simulator.answersTo(customer)).toEqual([]);

    const token = { kind: "bearer", token: "local-facebook-token" };
    const path = "/api/channels/facebook/900100200301/credential";
    expect((await system.ask("admin", "PUT", path, token)).status).toBe(204);
    await eventually(() =>
      expect(system.simulator.answersTo(customer).map(({ text }) => text)).toEqual(["Nous regardons."]),
    );
    expect(await account("facebook")).toMatchObject({ state: "connected", credential: { kind: "bearer" } });
    const { body } = await system.ask("admin", "GET", "/api/admin-log");
    expect(JSON.stringify(body)).toContain("account-connected");
    expect(JSON.stringify(body) + lines.join()).not.toContain("local-facebook-token");
  });

  test("is checked when somebody asks, and its platform's last word and our budget are told", async () => {
    expect((await system.ask("admin", "POST", "/api/channels/x/900100200300/check")).status).toBe(202);
    await eventually(async () => expect((await account("x"))["lastCheckAt"]).not.toBeNull());
    const x = await account("x");
    expect(x).toMatchObject({ state: "connected", problems: [], gaps: 0, waiting: 0 });
    expect(x["budgets"]).toContainEqual(expect.objectContaining({ activity: "dm", limit: 15, left: 15, reserved: 3 }));
  });

  test("is not anybody's to connect", async () => {
    const token = { kind: "bearer", token: "t" };
    const path = "/api/channels/x/900100200300/credential";
    expect((await system.ask("agent", "GET", "/api/channels/health")).status).toBe(403);
    for (const who of ["agent", "supervisor", "compliance"]) {
      expect((await system.ask(who, "PUT", path, token)).status).toBe(403);
    }
    expect((await system.ask("admin", "PUT", "/api/channels/x/1/credential", token)).status).toBe(404);
    const unfit = { kind: "instagram-login", token: "t", expiresAt: "2027-01-01T00:00:00.000Z" };
    expect((await system.ask("admin", "PUT", path, unfit)).status).toBe(422);
    const names = { teamId: "social", name: "Banque Lumière, agence" };
    expect((await system.ask("admin", "PUT", "/api/channels/x/900100200399", names)).status).toBe(200);
    expect((await system.ask("supervisor", "GET", "/api/channels/health")).body["accounts"]).toHaveLength(5);
  });
});

test("deliveries with a wrong signature are counted", async () => {
  const refused = await fetch(`${system.url}/webhooks/x`, { method: "POST", body: "{}" });
  expect(refused.status).toBe(401);
  await eventually(async () => {
    const { body } = await system.ask("supervisor", "GET", "/api/channels/health");
    expect(body["senders"]).toContainEqual({ sender: "x", refusals: 1 });
  });
});

test("who names the bank on media of their own is answered there", async () => {
  const changes = [{ field: "mentions", value: { media_id: "17880000000000177", comment_id: "17990000000000106" } }];
  const entry = [{ id: "900100200302", time: Math.floor(Date.now() / 1000), changes }];
  expect(await system.simulator.deliver("meta", { object: "instagram", entry })).toBe(200);
  const { id } = await system.conversation(({ channel }) => channel === "instagram.comment");
  await system.ask("agent", "POST", `/api/conversations/${id}/replies`, { text: "Merci de nous avoir nommés." });
  await eventually(() =>
    expect(system.simulator.received.at(-1)).toMatchObject({
      platform: "instagram",
      visibility: "public",
      to: "17990000000000106",
      text: "Merci de nous avoir nommés.",
      isMention: true,
      outcome: "accepted",
    }),
  );
});

describe("what could not be handled", () => {
  test("is listed by kind and id, without its words, and replayed once, with its trace; another bank's stays", async () => {
    await bury(system.runtime, letterOf("buried"));
    await bury(system.runtime, letterOf("theirs", "autre"));
    const items = await eventually(async () => {
      const { body } = await system.ask("admin", "GET", "/api/dead-letters");
      expect(body["items"]).toHaveLength(1);
      return body["items"];
    });
    expect(items).toMatchObject([
      { queue: "inbound", kind: "message", messageId: "m_buried", conversationId: "c_buried" },
    ]);
    expect(JSON.stringify(items)).not.toContain("Mots");
    expect((await system.ask("supervisor", "POST", "/api/dead-letters/replay")).status).toBe(403);

    await eventually(async () => {
      const { body } = await system.ask("admin", "POST", "/api/dead-letters/replay");
      expect(body).toEqual({ replayed: 1, byQueue: { inbound: 1 } });
    });
    const found = await system.conversation((card) => card.id === "c_buried");
    expect(found.messages).toHaveLength(1);
    await eventually(async () => {
      const { body } = await system.ask("admin", "POST", "/api/dead-letters/replay");
      expect(body).toEqual({ replayed: 0, byQueue: {} });
    });
    const dead = system.queues.contents().filter(({ name }) => name.startsWith("inbound-dead"));
    expect(JSON.stringify(dead)).toContain("m_theirs");
    expect(JSON.stringify((await system.ask("admin", "GET", "/api/admin-log")).body)).toContain(
      "dead-letters-replayed",
    );
  });

  test("goes alone: its neighbours arrive, and it is done once when its cause is gone", async () => {
    const { queues, store } = system.runtime;
    const [ghost, neighbour] = [letterOf("ghost"), letterOf("neighbour")];
    const { conversationId, entityId, groupId, messageId } = ghost;
    // A message of which a crash left the pointer alone: what is about it waits for it.
    await store.putPointer(entityId, messageId, { conversationId, messageId, groupId });
    const removal = { ...ghost, op: "delete", text: "" };
    await queues.send(
      "inbound",
      [removal, neighbour].map((body) => ({ body, groupId: body.groupId, deduplicationId: body.deduplicationId })),
    );
    await system.conversation((card) => card.id === neighbour.conversationId);
    await eventually(async () => {
      const { body } = await system.ask("admin", "GET", "/api/dead-letters");
      expect(body["items"]).toMatchObject([{ queue: "inbound", kind: "delete", messageId }]);
    }, 60);
    const came = { ...ghost, deduplicationId: "ghost that came", text: "Bonjour" };
    await queues.send("inbound", [{ body: came, groupId: "ghost", deduplicationId: "ghost that came" }]);
    await system.conversation((card) => card.id === conversationId);
    await eventually(async () => {
      const { body } = await system.ask("admin", "POST", "/api/dead-letters/replay");
      expect(body).toEqual({ replayed: 1, byQueue: { inbound: 1 } });
    });
    await eventually(async () => {
      const found = await store.readBody({ entityId, conversationId }, messageId);
      expect(found).toMatchObject({ removed: true, text: "" });
    });
  }, 120_000);
});
