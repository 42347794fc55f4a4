import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const texts = async (id: string): Promise<readonly string[]> =>
  (await system.read(id)).messages.map((message) => message.text);

type Entry = { readonly actor: { kind: string; id?: string }; readonly events: readonly Record<string, unknown>[] };
const log = async (id: string): Promise<readonly Entry[]> =>
  (await system.ask("compliance", "GET", `/api/conversations/${id}/log`)).body["entries"] ?? [];

/** A conversation of these messages, complete. */
const told = async (handle: string, messages: readonly string[]) => {
  const customer = system.simulator.customer({ platform: "x", handle, name: "Cliente" });
  const said = [];
  for (const text of messages) said.push(await customer.dm(text));
  const found = await system.conversation((card) => card.contact.handle === handle);
  const view = await eventually(async () => {
    const read = await system.read(found.id);
    expect(read.messages).toHaveLength(messages.length);
    return read;
  });
  return { id: found.id, view, said };
};

const rangeOf = (text: string | undefined, passage: string) => {
  const start = (text ?? "").indexOf(passage);
  return { start, end: start + passage.length };
};

const everythingStored = async (): Promise<string> => {
  const endpoint = system.runtime.environment.AWS_ENDPOINT_URL_DYNAMODB ?? "";
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: "eu-west-3", credentials }));
  const items: string[] = [];
  for await (const page of paginateScan({ client }, { TableName: system.runtime.environment.TABLE_NAME })) {
    items.push(...(page.Items ?? []).map((item) => JSON.stringify(item)));
  }
  return items.join("\n");
};

test("a passage that an agent marks is gone from every body, the card and the table, and stays gone", async () => {
  const nickname = "Zéphyrine-la-Brodeuse";
  const { id, view, said } = await told("odette", [
    `Au club on dit ${nickname} pour rire`,
    "Ma carte est la 4111 1111 1111 1111, merci",
    `Toujours ${nickname.toUpperCase()}, svp`,
  ]);
  const [first] = view.messages;
  const path = `/api/conversations/${id}/messages/${first?.id}/redactions`;
  const order = { ...rangeOf(first?.text, nickname), kind: "name", length: first?.text.length };
  const key = { "idempotency-key": "zephyrine" };
  const marked = await system.ask("agent", "POST", path, order, key);
  expect([marked.status, marked.body["text"]]).toEqual([200, "Au club on dit [nom] pour rire"]);
  const kept = await texts(id);
  expect(kept).toEqual(["Au club on dit [nom] pour rire", view.messages[1]?.text, "Toujours [nom], svp"]);
  expect((await system.read(id)).preview).toBe("Toujours [nom], svp");

  const entries = await log(id);
  const entry = entries.at(-1);
  expect(entry?.actor).toEqual({ kind: "agent", id: "camille" });
  expect(entry?.events.map((event) => [event["type"], event["by"], event["found"]])).toEqual([
    ["redacted", "agent", { name: 1 }],
    ["redacted", "agent", { name: 1 }],
  ]);

  const again = await system.ask("agent", "POST", path, order, key);
  expect([again.status, again.body["text"]]).toEqual([200, "Au club on dit [nom] pour rire"]);
  for (const each of said) await each.again();
  const label = { start: 15, end: 20 };
  expect((await system.ask("agent", "POST", path, label)).body["text"]).toBe("Au club on dit [nom] pour rire");
  expect(await texts(id)).toEqual(kept);
  expect(await log(id)).toHaveLength(entries.length);
  expect((await everythingStored()).toLowerCase()).not.toContain(nickname.toLowerCase());
  const { messages } = await system.read(id);
  const covered = messages.flatMap(({ redactions, text }) =>
    redactions.map(({ end, start }) => text.slice(start, end)),
  );
  expect(covered.length).toBeGreaterThan(2);
  for (const each of covered) expect(each).toMatch(/^\[.+\]$/);
});

test("an edit that repeats what an agent took out does not show it again", async () => {
  const page = "900100200301";
  const at = Math.floor(Date.now() / 1000);
  const tell = (verb: string, message: string, after: number) =>
    system.simulator.deliver("meta", {
      object: "page",
      entry: [
        {
          id: page,
          time: at + after,
          changes: [
            {
              field: "feed",
              value: {
                item: "comment",
                verb,
                comment_id: "88002_7",
                post_id: `${page}_88002`,
                parent_id: `${page}_88002`,
                from: { id: "5550001117777", name: "Philomène Imaginaire" },
                message,
                created_time: at,
              },
            },
          ],
        },
      ],
    });
  await tell("add", "Au club on dit Zéphyrine-la-Couturière pour rire, répondez", 0);
  const { id } = await system.conversation((card) => card.contact.name === "Philomène Imaginaire");
  const [message] = (await system.read(id)).messages;
  const path = `/api/conversations/${id}/messages/${message?.id}/redactions`;
  const marked = await system.ask("agent", "POST", path, {
    ...rangeOf(message?.text, "Zéphyrine-la-Couturière"),
    kind: "name",
  });
  expect(marked.body["text"]).toBe("Au club on dit [nom] pour rire, répondez");
  await tell("edited", "Bonjour, au club on dit Zéphyrine-la-Couturière pour rire, répondez vite", 5);
  await eventually(async () =>
    expect(await texts(id)).toEqual(["Bonjour, au club on dit [nom] pour rire, répondez vite"]),
  );
  await tell("edited", "Au club on dit Zéphyrine-la-Couturière", 9);
  await eventually(async () => expect(await texts(id)).toEqual(["Au club on dit [nom]"]));
  expect(await everythingStored()).not.toContain("Couturière");
});

test("words that begin the same stay, and a text that changed is not cut at the wrong place", async () => {
  const { id, view } = await told("pia", ["Le code de Marinette", "Marinetteville est loin. MARINETTE  aussi"]);
  const [first] = view.messages;
  const path = `/api/conversations/${id}/messages/${first?.id}/redactions`;
  const range = rangeOf(first?.text, "Marinette");
  const refused = await system.ask("agent", "POST", path, { ...range, length: 3 });
  expect([refused.status, refused.body["code"]]).toEqual([409, "redaction.text-changed"]);
  expect((await system.ask("supervisor", "POST", path, range)).status).toBe(200);
  expect(await texts(id)).toEqual([
    "Le code de [donnée personnelle]",
    "Marinetteville est loin. [donnée personnelle]  aussi",
  ]);
});

test("two agents who mark at once both have their way", async () => {
  const { id, view } = await told("quitterie", ["Alpha-Bravo puis Charlie-Delta puis Echo-Foxtrot puis Golf-Hotel"]);
  const [message] = view.messages;
  const path = `/api/conversations/${id}/messages/${message?.id}/redactions`;
  const words = ["Alpha-Bravo", "Charlie-Delta", "Echo-Foxtrot", "Golf-Hotel"];
  const mark = async (word: string): Promise<void> => {
    const now = (await system.read(id)).messages[0]?.text ?? "";
    const { status } = await system.ask("agent", "POST", path, { ...rangeOf(now, word), length: now.length });
    if (status === 409) return mark(word);
    expect(status).toBe(200);
  };
  await Promise.all(words.map(mark));
  expect(await texts(id)).toEqual([Array(4).fill("[donnée personnelle]").join(" puis ")]);
});

test("only who answers customers marks, and an unknown message is said to be one", async () => {
  const { id, view } = await told("rosalie", ["Bonjour"]);
  const path = (message: string | undefined) => `/api/conversations/${id}/messages/${message}/redactions`;
  const range = { start: 0, end: 7 };
  for (const role of ["compliance", "admin"]) {
    expect((await system.ask(role, "POST", path(view.messages[0]?.id), range)).status).toBe(403);
  }
  expect((await system.ask("agent", "POST", path("m_nowhere"), range)).body["code"]).toBe("message.unknown");
  expect((await system.ask("agent", "POST", path(view.messages[0]?.id), { start: 5, end: 5 })).status).toBe(400);
  expect(await texts(id)).toEqual(["Bonjour"]);
});

test("a mark called no personal data is counted by rule, once, and stays", async () => {
  const { id, view } = await told("suzon", ["Mon IBAN : FR76 3000 3000 0700 0000 0000 125, voilà"]);
  const [message] = view.messages;
  const [mark] = message?.redactions ?? [];
  expect(mark).toBeDefined();
  const path = `/api/conversations/${id}/messages/${message?.id}/redactions/report`;
  for (const who of ["agent", "agent", "supervisor"]) {
    expect((await system.ask(who, "POST", path, { start: mark?.start })).status).toBe(204);
  }
  expect((await system.ask("agent", "POST", path, { start: 0 })).status).toBe(409);
  const { body } = await system.ask("admin", "GET", "/api/redaction/reports");
  const items = (body["items"] ?? []) as readonly { rule: string; kind: string; count: number; lastAt: string }[];
  expect(items.map(({ count, kind }) => [kind, count])).toEqual([[mark?.kind, 1]]);
  expect(Object.keys(items[0] ?? {}).toSorted()).toEqual(["count", "kind", "lastAt", "rule"]);
  expect((await system.ask("agent", "GET", "/api/redaction/reports")).status).toBe(403);
  expect(await texts(id)).toEqual([message?.text]);
});

test("what is taken out of a message does not stay on its card behind an answer that was taken back", async () => {
  const nickname = "Zéphyrine-la-Tisserande";
  const { id, view } = await told("ombeline", [`Au club on dit ${nickname} pour rire`]);
  const path = `/api/conversations/${id}`;
  const written = { text: "Bonjour, merci de votre message.", undo: true, inboundSeen: 1 };
  const reply = await system.ask("agent", "POST", `${path}/replies`, written);
  expect((await system.ask("agent", "POST", `${path}/replies/${reply.body["id"]}/recall`)).status).toBe(200);
  expect((await system.read(id)).preview).toContain(nickname);
  const [message] = view.messages;
  const order = { ...rangeOf(message?.text, nickname), kind: "name" };
  await system.ask("agent", "POST", `${path}/messages/${message?.id}/redactions`, order);
  expect((await system.read(id)).preview).toBe("Au club on dit [nom] pour rire");
});
