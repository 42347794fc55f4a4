import { afterAll, beforeAll, expect, test } from "vitest";
import * as Audit from "#core/audit";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const texts = async (id: string): Promise<readonly string[]> =>
  (await system.read(id)).messages.map((message) => message.text);

/** Writes one message after another and waits until the last is there. */
const tell = async (handle: string, messages: readonly string[]): Promise<string> => {
  const customer = system.simulator.customer({ platform: "x", handle, name: "Client Imaginaire" });
  for (const text of messages) await customer.dm(text);
  const found = await system.conversation((card) => card.contact.handle === handle);
  await eventually(async () => expect(await texts(found.id)).toHaveLength(messages.length));
  return found.id;
};

test("a card told in four messages is readable in none of them", async () => {
  const id = await tell("morceaux_imaginaires", [
    "Bonjour, ma carte est la 4970",
    "1012",
    "3456",
    "7890 voilà",
    "et le 3639 ne répond pas",
  ]);
  const kept = await texts(id);
  expect(kept.slice(0, 4).join(" ")).not.toMatch(/4970|1012|3456/);
  expect(kept[0]).toMatch(/^Bonjour, ma carte est la \[/);
  expect(kept[4]).toBe("et le 3639 ne répond pas");
  const view = await system.read(id);
  const marked = view.messages.flatMap(({ redactions, text }) =>
    redactions.map(({ end, start }) => text.slice(start, end)),
  );
  expect(marked.length).toBeGreaterThan(2);
  for (const each of marked) expect(each).toMatch(/^\[.+\]$/);
});

test("the code that follows a card is taken, though it stands alone", async () => {
  const id = await tell("code_imaginaire", ["Ma carte : 4111 1111 1111 1111", "737"]);
  const kept = await texts(id);
  expect(kept[1]).not.toContain("737");
  expect((await system.read(id)).preview).not.toContain("737");
});

test("an edit that completes a number is read with what stands around it", async () => {
  const page = "900100200301";
  const comment = (verb: "add" | "edited", id: string, message: string, at: number) => ({
    object: "page",
    entry: [
      {
        id: page,
        time: at,
        changes: [
          {
            field: "feed",
            value: {
              item: "comment",
              verb,
              comment_id: `77001_${id}`,
              post_id: `${page}_77001`,
              parent_id: `${page}_77001`,
              from: { id: "5550001112223", name: "Odile Imaginaire" },
              message,
              created_time: at,
            },
          },
        ],
      },
    ],
  });
  const now = Math.floor(Date.now() / 1000);
  await system.simulator.deliver("meta", comment("add", "1", "Ma carte commence par 41111111", now));
  await system.simulator.deliver("meta", comment("add", "2", "et la suite bientôt", now + 1));
  const found = await system.conversation((card) => card.contact.name === "Odile Imaginaire");
  await eventually(async () => expect(await texts(found.id)).toHaveLength(2));
  expect((await texts(found.id))[0]).toContain("41111111");
  await system.simulator.deliver("meta", comment("edited", "2", "11111111", now + 2));
  await eventually(async () => expect((await system.read(found.id)).messages[1]?.edited).toBe(true));
  expect((await texts(found.id)).join(" ")).not.toMatch(/1{6}/);
  const { body } = await system.ask("compliance", "GET", `/api/conversations/${found.id}/log`);
  const types = ((body["entries"] ?? []) as readonly { events: { type: string }[] }[]).flatMap((entry) =>
    entry.events.map((event) => event.type),
  );
  expect(types).toContain("redacted");
  // Another edit under the same time is another edit; the first one delivered again changes nothing.
  await system.simulator.deliver("meta", comment("edited", "2", "Oubliez, je vous appelle", now + 2));
  await eventually(async () => expect((await texts(found.id))[1]).toBe("Oubliez, je vous appelle"));
  await system.simulator.deliver("meta", comment("edited", "2", "11111111", now + 2));
  await system.simulator.deliver("meta", comment("add", "3", "Toujours là", now + 3));
  await eventually(async () => expect(await texts(found.id)).toHaveLength(3));
  expect((await texts(found.id))[1]).toBe("Oubliez, je vous appelle");
  expect(body["intact"]).toBe(true);
});

test("pieces that come in the wrong order leave none on the card either", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "desordre_imaginaire", name: "Désordre" });
  const now = Date.now();
  await customer.dm("9012 3456 merci", { at: new Date(now).toISOString() });
  await system.conversation((card) => card.contact.handle === "desordre_imaginaire");
  await customer.dm("ma carte 4532 0151", { at: new Date(now - 2_000).toISOString() });
  const found = await system.conversation((card) => card.contact.handle === "desordre_imaginaire");
  await eventually(async () => expect(await texts(found.id)).toHaveLength(2));
  const view = await system.read(found.id);
  const shown = JSON.stringify([view.preview, view.messages.map((message) => message.text)]);
  expect(shown).not.toMatch(/4532|0151|9012 3456/);
});

test("the digits that were taken cannot be tried out against the log", async () => {
  const id = await tell("essai_imaginaire", ["Bonjour, ma carte est la 4970", "1012", "3456", "7890 voilà"]);
  const key = { entityId: "lumiere", conversationId: id };
  const head = await system.runtime.store.readHead(key);
  const sealed = head === undefined ? [] : await system.runtime.store.readLog(key, head, 1, head.version);
  const salts = (await system.runtime.store.listBodies(key)).map((body) => body.salt);
  const texts = ["Bonjour, ma carte est la 4970", "1012", "3456", "7890 voilà"];
  const digests = salts.flatMap((salt) => texts.map((text) => Audit.digestBody(text, salt)));
  expect(salts).toHaveLength(4);
  expect(digests.filter((digest) => sealed.join().includes(digest))).toEqual([]);
});

test("thanks that are edited into a question wait for an answer", async () => {
  const customer = "880011";
  const page = "900100200301";
  const now = Date.now();
  const message = (content: object, key: "message" | "message_edit", at: number) => ({
    object: "page",
    entry: [
      {
        id: page,
        time: at,
        messaging: [{ sender: { id: customer }, recipient: { id: page }, timestamp: at, [key]: content }],
      },
    ],
  });
  await system.simulator.deliver("meta", message({ mid: "m_thanks", text: "Merci beaucoup !" }, "message", now));
  const found = await system.conversation((card) => card.preview === "Merci beaucoup !");
  expect([found.awaiting, found.dueAt]).toEqual([false, null]);
  const edit = { mid: "m_thanks", text: "Merci, mais on m'a volé ma carte, que faire ?", num_edit: 1 };
  await system.simulator.deliver("meta", message(edit, "message_edit", now + 1_000));
  await eventually(async () => expect((await system.read(found.id)).awaiting).toBe(true));
  expect((await system.read(found.id)).dueAt).not.toBeNull();
});
