import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const camille = { entityId: "lumiere", agentId: "camille" };
const profile = (id: string, capacity = 3) => ({
  id,
  entityId: "lumiere",
  name: id,
  role: "agent" as const,
  teamIds: ["social"],
  capacity,
  languages: ["fr"],
});

describe("slots", () => {
  test("twenty claims at once fill the capacity and no more", async () => {
    await database.store.putAgent(profile("camille"));
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        database.store.claimSlot(camille, { conversationId: `c_${index}`, capacity: 3, now: at(0) }),
      ),
    );
    expect(claims.filter(Boolean)).toHaveLength(3);
    expect((await database.store.readDesk("lumiere", "camille"))?.conversationIds).toHaveLength(3);
  });

  test("a slot held is claimed again without cost, given back once, and free for another", async () => {
    const desk = await database.store.readDesk("lumiere", "camille");
    const [held = ""] = desk?.conversationIds ?? [];
    expect(await database.store.claimSlot(camille, { conversationId: held, capacity: 3, now: at(0) })).toBe(true);
    await database.store.releaseSlot(camille, held, at(1));
    await database.store.releaseSlot(camille, held, at(2));
    const after = await database.store.readDesk("lumiere", "camille");
    expect([after?.conversationIds.length, after?.idleSince]).toEqual([2, at(1)]);
    expect(await database.store.claimSlot(camille, { conversationId: "c_next", capacity: 3, now: at(3) })).toBe(true);
  });

  test("a conversation of two slots needs both free, fills both, and gives both back", async () => {
    const yanis = { entityId: "lumiere", agentId: "yanis" };
    await database.store.putAgent(profile("yanis"));
    const claim = (conversationId: string, slots: number) =>
      database.store.claimSlot(yanis, { conversationId, slots, capacity: 3, now: at(0) });
    expect([await claim("c_talk", 2), await claim("c_second", 2), await claim("c_note", 1)]).toEqual([
      true,
      false,
      true,
    ]);
    const full = await database.store.readDesk("lumiere", "yanis");
    expect([full?.conversationIds.toSorted(), full?.load]).toEqual([["c_note", "c_talk"], 3]);
    await database.store.releaseSlot(yanis, "c_talk", at(1));
    expect(await database.store.readDesk("lumiere", "yanis")).toMatchObject({ conversationIds: ["c_note"], load: 1 });
  });

  test("a slot that is given back for being stale is kept while the agent claimed one lately", async () => {
    const ines = { entityId: "lumiere", agentId: "ines" };
    await database.store.putAgent(profile("ines"));
    await database.store.claimSlot(ines, { conversationId: "c_old", capacity: 3, now: at(0) });
    await database.store.claimSlot(ines, { conversationId: "c_new", capacity: 3, now: at(2) });
    const held = async () => (await database.store.readDesk("lumiere", "ines"))?.conversationIds.toSorted();
    await database.store.releaseStaleSlot(ines, "c_new", { now: at(2), quietSince: at(1) });
    expect(await held()).toEqual(["c_new", "c_old"]);
    await database.store.releaseStaleSlot(ines, "c_new", { now: at(3), quietSince: at(2) });
    expect(await held()).toEqual(["c_old"]);
  });

  test("a person's hand is not bound by capacity, and nobody unknown gets a slot", async () => {
    expect(await database.store.claimSlot(camille, { conversationId: "c_by_hand", now: at(4) })).toBe(true);
    expect(
      await database.store.claimSlot({ ...camille, agentId: "nobody" }, { conversationId: "c_1", now: at(4) }),
    ).toBe(false);
  });

  test("a changed profile leaves presence, break and slots as they are", async () => {
    await database.store.setPresence(camille, at(10));
    await database.store.setAway(camille, true);
    const before = await database.store.readDesk("lumiere", "camille");
    await database.store.putAgent({ ...profile("camille", 9), revision: 1 });
    const agent = { ...profile("camille", 9), revision: 2 };
    expect(await database.store.readDesk("lumiere", "camille")).toEqual({ ...before, agent });
  });

  test("of two who change one profile at the same time, one is told that the other came first", async () => {
    const known = (await database.store.readDesk("lumiere", "camille"))?.agent ?? profile("camille");
    const outcomes = await Promise.allSettled([
      database.store.putAgent({ ...known, probation: true }),
      database.store.putAgent({ ...known, capacity: 2 }),
    ]);
    expect(outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []))).toEqual([
      "settings.changed",
    ]);
    await expect(database.store.putAgent(profile("camille"))).rejects.toMatchObject({ code: "settings.changed" });
  });
});

describe("live tickets", () => {
  const ticket = { ...camille, expiresAt: at(1), sessionExpiresAt: at(60) };

  test("open one connection each, however many try at once", async () => {
    await database.store.putTicket("hash-1", ticket);
    const redeemed = await Promise.all(Array.from({ length: 10 }, () => database.store.redeemTicket("hash-1", at(0))));
    expect(redeemed.filter((each) => each !== undefined)).toEqual([ticket]);
  });

  test("are worth nothing once expired, unknown or used", async () => {
    await database.store.putTicket("hash-2", ticket);
    expect(await database.store.redeemTicket("hash-2", at(1))).toBeUndefined();
    expect(await database.store.redeemTicket("hash-2", at(0))).toBeUndefined();
    expect(await database.store.redeemTicket("hash-3", at(0))).toBeUndefined();
  });

  test("connections belong to an entity, and frames are numbered without a gap", async () => {
    const connection = { connectionId: "conn-1", ...camille, expiresAt: at(60) };
    await database.store.putConnection(connection);
    expect(await database.store.listConnections("lumiere")).toEqual([connection]);
    expect(await database.store.listConnections("boreale")).toEqual([]);
    const numbers = await Promise.all(Array.from({ length: 10 }, () => database.store.nextSequence("lumiere")));
    expect(numbers.toSorted((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await database.store.readSequence("lumiere")).toBe(10);
    await database.store.removeConnection(connection);
    expect(await database.store.listConnections("lumiere")).toEqual([]);
    expect(await database.store.readConnection("conn-1")).toBeUndefined();
  });
});

describe("entities", () => {
  const entity = (accountIds: readonly string[], id = "lumiere") => ({
    id,
    name: "Banque Lumière",
    languages: ["fr" as const],
    timeZone: "Europe/Paris",
    accounts: accountIds.map((accountId) => ({ platform: "x" as const, accountId, teamId: "social", name: "Lumière" })),
    teams: [{ id: "social", name: "Réseaux sociaux" }],
    slaPolicies: [],
  });

  test("are found by their accounts, and no longer by one they let go", async () => {
    const { revision } = await database.store.putEntity(entity(["1", "2"]));
    expect((await database.store.findEntity("x", "2"))?.id).toBe("lumiere");
    await database.store.putEntity({ ...entity(["1"]), revision });
    expect(await database.store.findEntity("x", "2")).toBeUndefined();
    expect((await database.store.findEntity("x", "1"))?.accounts).toHaveLength(1);
    expect(await database.store.findEntity("facebook", "1")).toBeUndefined();
  });

  test("that want one account at the same time: one has it, the other is left as it was", async () => {
    const { revision } = await database.store.putEntity(entity(["10"], "boreale"));
    const outcomes = await Promise.allSettled([
      database.store.putEntity({ ...entity(["10", "21", "20"], "boreale"), revision }),
      database.store.putEntity(entity(["22", "20"], "australe")),
    ]);
    const [boreale, australe] = outcomes.map(({ status }) => status === "fulfilled");
    expect([boreale, australe].filter(Boolean)).toHaveLength(1);
    expect(outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []))).toEqual([
      "entity.account-taken",
    ]);
    const ownerOf = async (accountId: string) => (await database.store.findEntity("x", accountId))?.id;
    const owners = await Promise.all(["10", "20", "21", "22"].map(ownerOf));
    expect(owners).toEqual(
      boreale ? ["boreale", "boreale", "boreale", undefined] : ["boreale", "australe", undefined, "australe"],
    );
    const kept = (await database.store.readEntity("boreale"))?.accounts.map(({ accountId }) => accountId);
    expect(kept).toEqual(boreale ? ["10", "21", "20"] : ["10"]);
  });

  test("of two who change one entity at the same time, one is kept with its accounts, and the other's are let go", async () => {
    const read = await database.store.putEntity(entity(["30"], "orage"));
    const wishes = [["30", "31"], ["30", "32"], ["33"], ["30", "34", "35"]];
    const outcomes = await Promise.allSettled(
      wishes.map((accountIds) => database.store.putEntity({ ...entity(accountIds, "orage"), revision: read.revision })),
    );
    const kept = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(kept).toHaveLength(1);
    for (const each of outcomes) if (each.status === "rejected") expect(each.reason.code).toBe("settings.changed");
    expect(await database.store.readEntity("orage")).toEqual(kept[0]);
    const named = ["30", "31", "32", "33", "34", "35"];
    const owned = await Promise.all(named.map((accountId) => database.store.findEntity("x", accountId)));
    expect(named.filter((_, index) => owned[index] !== undefined)).toEqual(
      kept[0]?.accounts.map(({ accountId }) => accountId),
    );
  });

  test("what an older revision of an entity still claims does not take an account from a newer one", async () => {
    const first = await database.store.putEntity(entity([], "aube"));
    const second = await database.store.putEntity({ ...first, ...entity(["41"], "aube") });
    await expect(database.store.putEntity({ ...entity(["41", "42"], "aube"), revision: 1 })).rejects.toMatchObject({
      code: "settings.changed",
    });
    expect(await database.store.findEntity("x", "41")).toEqual(second);
    expect(await database.store.findEntity("x", "42")).toBeUndefined();
  });
});
