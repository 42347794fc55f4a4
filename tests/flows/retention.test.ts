import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Audit from "#core/audit";
import type { Redacted } from "#core/redaction";
import * as Api from "#functions/api";
import * as Clock from "#functions/clock";
import { inLanes, obey } from "#functions/runtime";
import { type Canary, sightings } from "../support/canary.ts";
import { opening, received } from "../support/conversation.ts";
import { dump } from "../support/erasure.ts";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
const logs: string[] = [];
beforeAll(async () => {
  system = await startTestSystem({ log: (line) => logs.push(line) });
});
afterAll(() => system.stop());

const dayMilliseconds = 24 * 3600_000;

/** A minute of the clock, so many days from now: what it queues is done at once. */
const tickIn = (days: number) =>
  Clock.tick({ ...system.runtime, now: () => new Date(Date.now() + days * dayMilliseconds).toISOString() });

const wordsOf = (name: string) => ({
  said: `Parole ${name} de la cliente`,
  noted: `Remarque ${name} du collègue`,
  drafted: `Brouillon ${name} commencé`,
  known: `Particularité ${name} connue`,
  title: `Dame ${name}`,
  handle: `${name}_imaginaire`,
});
type Words = ReturnType<typeof wordsOf>;

const canariesOf = (words: Partial<Words>): readonly Canary[] =>
  Object.entries(words).map(([name, value]) => ({ name, value }));

const table = () =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: system.runtime.environment.AWS_ENDPOINT_URL_DYNAMODB ?? "",
      region: "eu-west-3",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    }),
  );

/** Every place of the system in which words can be: the whole table, each list, search, the conversation, the logs. */
const seen = async (id: string, words: Partial<Words>): Promise<readonly string[]> => {
  const canaries = canariesOf(words);
  const client = table();
  const texts: Record<string, string> = {
    table: await dump({ client, tableName: system.runtime.environment.TABLE_NAME }),
    conversation: JSON.stringify(await system.read(id, "compliance")),
    cards: JSON.stringify(await system.ask("agent", "POST", "/api/cards", { ids: [id] })),
    open: JSON.stringify(await system.list("agent")),
    closed: JSON.stringify(await system.list("agent", "status=closed&limit=100")),
    surroundings: JSON.stringify(await system.ask("agent", "GET", `/api/conversations/${id}/surroundings`)),
    drafts: JSON.stringify(await system.ask("camille", "GET", "/api/drafts")),
    mentions: JSON.stringify(await system.ask("yanis", "GET", "/api/mentions")),
    dossier: JSON.stringify(await system.ask("compliance", "POST", `/api/conversations/${id}/dossier`, {})),
    logs: logs.join("\n"),
  };
  for (const status of ["open", "closed"]) {
    const { body } = await system.ask("agent", "POST", "/api/search", { text: words.said ?? "", status });
    texts[`search ${status}`] = JSON.stringify(body);
  }
  client.destroy();
  return Object.entries(texts).flatMap(([sink, text]) =>
    sightings(canaries, sink, text).map(({ canary, form }) => `${canary} in ${sink}, ${form}`),
  );
};

/** A customer who wrote, about whom colleagues wrote, and whose conversation was closed. */
const talked = async (words: Words, { isClosed = true } = {}): Promise<string> => {
  await system.simulator.customer({ platform: "x", handle: words.handle, name: words.title }).dm(words.said);
  const { id } = await system.conversation(({ preview }) => preview === words.said);
  const path = `/api/conversations/${id}`;
  await system.ask("camille", "POST", `${path}/notes`, { text: words.noted, mentions: ["yanis"] });
  await system.ask("camille", "POST", `${path}/contact-notes`, { text: words.known });
  await system.ask("camille", "PUT", `${path}/draft`, { mode: "reply", text: words.drafted });
  await keepPicture(id);
  if (isClosed) await close(id);
  return id;
};

const close = async (id: string) =>
  expect((await system.ask("ines", "POST", `/api/conversations/${id}/close`, {})).status).toBe(200);

const keepPicture = async (conversationId: string) => {
  const { pictures, store } = system.runtime;
  const picture = {
    id: `p_${conversationId}`,
    messageId: "m_1",
    state: "shown",
    found: {},
    expiresAt: "2099-01-01T00:00:00.000Z",
  } as const;
  await pictures.put(picture.id, new Uint8Array([1, 2, 3]));
  await store.putPicture({ entityId: "lumiere", conversationId }, picture);
};

const erasedAt = async (id: string) => {
  const { body } = await system.ask("compliance", "GET", `/api/conversations/${id}/retention`);
  return body["erasure"] as unknown as { step: string; ground: string; messages: number; notes: number } | null;
};
const erased = (id: string) => eventually(async () => expect((await erasedAt(id))?.step).toBe("done"));

const expectNothingLeft = async (id: string, words: Words) => {
  expect(await seen(id, words)).toEqual([]);
  expect(await system.runtime.pictures.get(`p_${id}`)).toBeUndefined();
};

test("an administrator says how long words are kept, compliance reads it, and nobody else does", async () => {
  const ask = (who: string, method: string) => system.ask(who, method, "/api/retention", { wordsDays: 60 });
  const read = (who: string) => system.ask(who, "GET", "/api/retention");
  expect((await read("admin")).body).toEqual({ wordsDays: 1095, isSet: true, beginsAt: null });
  for (const who of ["agent", "supervisor", "compliance"]) expect((await ask(who, "PUT")).status, who).toBe(403);
  for (const who of ["agent", "supervisor"]) expect((await read(who)).status, who).toBe(403);
  const before = Date.now();
  const { body: term } = await ask("admin", "PUT");
  expect(term).toEqual({ wordsDays: 60, isSet: true, beginsAt: expect.any(String) });
  expect(Date.parse(String(term["beginsAt"]))).toBeGreaterThanOrEqual(before + 7 * dayMilliseconds);
  expect((await read("compliance")).body).toEqual(term);
  expect((await system.ask("admin", "PUT", "/api/retention", { wordsDays: 29 })).status).toBe(400);
  const log = JSON.stringify((await system.ask("compliance", "GET", "/api/admin-log?from=end")).body);
  expect(log).toContain('"type":"term-set"');
  expect(log).toContain('"wordsDays":60');
});

test("no way of setting a term makes a shorter one begin at once", async () => {
  const { body: entity } = await system.ask("admin", "GET", "/api/entity");
  const retention = { wordsDays: 45, beginsAt: "2020-01-01T00:00:00.000Z" };
  const before = Date.now();
  const { body: kept } = await system.ask("admin", "PUT", "/api/entity", { ...entity, retention });
  const { beginsAt } = kept["retention"] as unknown as { beginsAt: string };
  expect(Date.parse(beginsAt)).toBeGreaterThanOrEqual(before + 7 * dayMilliseconds);
  await system.ask("admin", "PUT", "/api/retention", { wordsDays: 60 });
});

test("a conversation is closed, its term passes, and no word of it is found anywhere; its dossier still holds", async () => {
  const words = wordsOf("Capucine");
  const id = await talked(words);
  expect(await seen(id, words)).not.toEqual([]);
  await tickIn(59);
  expect(await erasedAt(id)).toBeNull();
  const coming = (await system.ask("compliance", "GET", "/api/retention/coming")).body["items"] as unknown as readonly {
    card: { id: string };
    dueAt: string;
  }[];
  expect(coming.map(({ card }) => card.id)).toContain(id);
  await tickIn(61);
  await erased(id);
  expect(await erasedAt(id)).toMatchObject({ ground: "term", messages: 1, notes: 1 });
  await expectNothingLeft(id, words);
  const { body } = await system.ask("compliance", "POST", `/api/conversations/${id}/dossier`, {});
  expect(Audit.verify(Audit.Dossier.parse(body))).toMatchObject({
    isIntact: true,
    texts: { same: 0, different: [], erased: 2, gone: 0 },
  });
});

test("what is erased cannot be gone on with, and the customer who writes again is answered as any other", async () => {
  const words = wordsOf("Delphine");
  const id = await talked(words);
  await tickIn(61);
  await erased(id);
  const codes = await Promise.all(
    [
      ["POST", "reopen", undefined],
      ["POST", "notes", { text: "Encore" }],
      ["PUT", "draft", { mode: "reply", text: "Encore" }],
      ["POST", "contact-notes", { text: "Encore" }],
      ["POST", "enclosures?name=encore.pdf", "%PDF-1.7"],
    ].map(
      async ([method, path, body]) =>
        (await system.ask("camille", String(method), `/api/conversations/${id}/${path}`, body)).body["code"],
    ),
  );
  expect(codes).toEqual(Array.from({ length: 5 }, () => "conversation.erased"));
  await system.simulator.customer({ platform: "x", handle: words.handle, name: words.title }).dm("Me revoici, bonjour");
  const back = await system.conversation(({ preview }) => preview === "Me revoici, bonjour");
  expect(back.id).toBe(id);
  expect((await system.read(id)).messages.map(({ text }) => text)).toEqual(["Me revoici, bonjour"]);
  const { handle: _, title: __, ...before } = words;
  expect(await seen(id, before)).toEqual([]);
});

test("what is held is erased by no term and no request, until the hold is lifted", async () => {
  const words = wordsOf("Eglantine");
  const id = await talked(words);
  const placed = await system.ask("compliance", "POST", `/api/conversations/${id}/holds`, {
    of: "contact",
    reference: "Enquête Alpha",
  });
  expect(placed).toMatchObject({ status: 201, body: { of: "contact", reference: "Enquête Alpha", by: "paul" } });
  await tickIn(90);
  const asked = { of: "conversation", ground: "consent-withdrawn" };
  const refused = await system.ask("compliance", "POST", `/api/conversations/${id}/erasure`, asked);
  expect([refused.status, refused.body["code"]]).toEqual([409, "erasure.on-hold"]);
  expect(await erasedAt(id)).toBeNull();
  const list = (await system.ask("admin", "GET", "/api/holds")).body["items"];
  expect(list).toMatchObject([{ conversationId: id, reference: "Enquête Alpha" }]);
  const lift = () => system.ask("compliance", "DELETE", `/api/holds/${placed.body["id"]}`);
  expect((await lift()).status).toBe(204);
  expect((await lift()).body["code"]).toBe("hold.unknown");
  const log = JSON.stringify((await system.ask("compliance", "GET", `/api/conversations/${id}/log`)).body);
  for (const type of ["hold-placed", "hold-lifted"]) expect(log).toContain(type);
  expect(log).not.toContain("Alpha");
  await tickIn(90);
  await erased(id);
  await expectNothingLeft(id, words);
});

test("a person asks: everything of a contact goes, at once or not at all, and what is linked is told and left", async () => {
  const words = wordsOf("Florentine");
  const id = await talked(words, { isClosed: false });
  await system.simulator.customer({ platform: "facebook", handle: "ailleurs", name: "Ailleurs" }).dm("Je suis la même");
  const other = await system.conversation(({ preview }) => preview === "Je suis la même");
  await system.ask("camille", "POST", `/api/conversations/${id}/contact-links`, {
    conversationId: other.id,
    way: "telephone",
    consentedAt: new Date().toISOString(),
  });
  const erase = (who = "compliance") =>
    system.ask(who, "POST", `/api/conversations/${id}/erasure`, { of: "contact", ground: "objection" });
  for (const who of ["agent", "supervisor", "admin"]) expect((await erase(who)).status, who).toBe(403);
  expect((await erase()).body["code"]).toBe("erasure.open");
  await close(id);
  expect(await erase()).toMatchObject({
    status: 202,
    body: { conversations: 1, linked: [{ conversations: [other.id] }] },
  });
  await erased(id);
  await expectNothingLeft(id, words);
  expect((await erase()).body["conversations"]).toBe(0);
  expect((await system.read(other.id)).messages.map(({ text }) => text)).toEqual(["Je suis la même"]);
  const log = JSON.stringify((await system.ask("compliance", "GET", "/api/admin-log")).body);
  expect(log).toContain('"ground":"objection"');
  expect((await system.ask("compliance", "GET", `/api/conversations/${other.id}/surroundings`)).body["links"]).toEqual(
    [],
  );
});

/** So many closed conversations of one contact; another of theirs is named so often that the newest five hundred are that one. */
const talkedOften = async (names: readonly string[]): Promise<readonly string[]> => {
  const { store } = system.runtime;
  const contact = "k_hortense";
  const peer = { entityId: "lumiere", peerId: contact };
  const ids = names.map((_, index) => `c_hortense_${index}`);
  const actor = { kind: "system", id: "test" } as const;
  await inLanes(8, ids, async (id) => {
    const key = { entityId: "lumiere", conversationId: id };
    const command = received(`m_${id}`, new Date().toISOString(), opening(id));
    const label = { contact, name: names[ids.indexOf(id)] ?? "" };
    await obey(system.runtime, key, { command, label, commitId: "receive", actor });
    const end = { type: "close", outcome: "no-answer-needed" } as const;
    await obey(system.runtime, key, { command: end, commitId: "close", actor });
    await store.putPeer(peer, { conversationId: id, openedAt: "2026-01-01T00:00:00.000Z" });
  });
  const again = Array.from({ length: 500 }, (_, index) => `2099-01-01T00:00:00.${index}Z`);
  await inLanes(8, again, (openedAt) => store.putPeer(peer, { conversationId: ids[0] ?? "", openedAt }));
  return ids;
};

test("a contact of however many conversations is held, let go and erased to the last of them", async () => {
  const names = Array.from({ length: 29 }, (_, index) => `Hortense ${index} Imaginaire`);
  const ids = await talkedOften(names);
  const [first, last] = [ids[0] ?? "", ids.at(-1) ?? ""];
  const log = async () => JSON.stringify(await system.ask("compliance", "GET", `/api/conversations/${last}/log`));
  const hold = { of: "contact", reference: "Dossier 29" };
  const placed = await system.ask("compliance", "POST", `/api/conversations/${first}/holds`, hold);
  expect(await log()).toContain("hold-placed");
  const erase = () =>
    system.ask("compliance", "POST", `/api/conversations/${first}/erasure`, { of: "contact", ground: "objection" });
  expect((await erase()).body["code"]).toBe("erasure.on-hold");
  await system.ask("compliance", "DELETE", `/api/holds/${placed.body["id"]}`);
  expect(await log()).toContain("hold-lifted");
  expect(await erase()).toMatchObject({ status: 202, body: { conversations: ids.length } });
  await eventually(async () => {
    const cards = await system.runtime.store.readCards("lumiere", ids);
    expect(cards.filter((card) => card.erased === null).map(({ id }) => id)).toEqual([]);
  }, 60);
  for (const id of [first, last]) {
    await erased(id);
    expect((await erasedAt(id))?.ground).toBe("objection");
  }
  expect(await log()).toContain('"id":"paul"');
  const client = table();
  const left = await dump({ client, tableName: system.runtime.environment.TABLE_NAME });
  client.destroy();
  expect(names.filter((name) => left.includes(name))).toEqual([]);
}, 120_000);

test("of a hold and an erasure in the same moment one is done, and compliance is told which", async () => {
  const id = await talked(wordsOf("Isaure"));
  const { store } = system.runtime;
  const erasedMeanwhile: typeof store = {
    ...store,
    putHold: async (entityId, hold) => {
      await store.putHold(entityId, hold);
      const key = { entityId, conversationId: id };
      const command = { type: "erase", ground: "objection" } as const;
      await obey(system.runtime, key, { command, commitId: "erase", actor: { kind: "agent", id: "paul" } });
    },
  };
  const response = await Api.createApp({ ...system.runtime, store: erasedMeanwhile }).request(
    `/api/conversations/${id}/holds`,
    {
      method: "POST",
      headers: {
        authorization: `Bearer ${await system.token("compliance")}`,
        "content-type": "application/json",
        "idempotency-key": "isaure",
      },
      body: JSON.stringify({ of: "conversation", reference: "Dossier Isaure" }),
    },
  );
  const problem = (await response.json()) as { code: string };
  expect([response.status, problem.code]).toEqual([409, "conversation.erased"]);
  expect(JSON.stringify((await system.ask("compliance", "GET", "/api/holds")).body)).not.toContain("Isaure");
  await erased(id);
});

test("holds are placed and lifted by compliance alone, in words that say nothing of a customer", async () => {
  const id = await talked(wordsOf("Garance"));
  const place = (who: string, reference = "Dossier 12", path = id) =>
    system.ask(who, "POST", `/api/conversations/${path}/holds`, { of: "conversation", reference });
  for (const who of ["agent", "supervisor", "admin"]) expect((await place(who)).status, who).toBe(403);
  for (const who of ["agent", "supervisor"]) {
    for (const path of ["/api/holds", "/api/retention/coming", `/api/conversations/${id}/retention`]) {
      expect((await system.ask(who, "GET", path)).status, who).toBe(403);
    }
  }
  expect((await place("compliance", "Carte 4111 1111 1111 1111")).body["code"]).toBe("name.personal-data");
  expect((await place("compliance", "Dossier 12", "c_of_another_bank")).body["code"]).toBe("conversation.unknown");
  const key = { "idempotency-key": "hold-once" };
  const twice = [0, 1].map(() =>
    system.ask(
      "compliance",
      "POST",
      `/api/conversations/${id}/holds`,
      { of: "conversation", reference: "Dossier 12" },
      key,
    ),
  );
  const [one, same] = await Promise.all(twice);
  expect(one?.body["id"]).toBe(same?.body["id"]);
  const { body } = await system.ask("compliance", "GET", `/api/conversations/${id}/retention`);
  expect(body["holds"]).toHaveLength(1);
  const ofAnother = { id: "h_other", reference: "Autre" as Redacted, by: "eve", at: "2026-01-01T00:00:00.000Z" };
  await system.runtime.store.putHold("boreale", { ...ofAnother, conversationId: id });
  expect(JSON.stringify((await system.ask("compliance", "GET", "/api/holds")).body)).not.toContain("h_other");
  expect((await system.ask("compliance", "DELETE", "/api/holds/h_other")).status).toBe(404);
});
