import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

let customers = 0;

const question = async (text = "Question") => {
  customers += 1;
  const handle = `delphine_${customers}`;
  await system.simulator.customer({ platform: "x", handle, name: "Delphine Imaginaire" }).dm(`${text} de ${handle}`);
  const { id } = await system.conversation((card) => card.preview?.endsWith(handle) ?? false);
  const path = `/api/conversations/${id}`;
  const act = async (who: string, name: string, body: object = {}) => system.ask(who, "POST", `${path}/${name}`, body);
  return { id, path, act };
};

type Done = {
  readonly card: {
    readonly status: string;
    readonly tags: readonly string[];
    readonly assignee: string | null;
    readonly unsent: number;
    readonly id: string;
  };
  readonly template?: { readonly id: string; readonly text: string };
};

const tagNamed = async (name: string, who = "agent") =>
  String((await system.ask(who, "POST", "/api/tags", { name })).body["id"]);

test("a tag is known by its name, whoever writes it, and the log holds its id alone", async () => {
  const tagId = await tagNamed("Paiement refusé");
  expect(await tagNamed("paiement REFUSÉ", "yanis")).toBe(tagId);
  const { act, id, path } = await question();
  expect((await act("agent", "tag", { tagId })).body["tags"]).toEqual([tagId]);
  expect((await system.list("agent", `tag=${tagId}`)).map((card) => card.id)).toEqual([id]);
  const log = JSON.stringify((await system.ask("supervisor", "GET", `${path}/log`)).body);
  expect(log).toContain(tagId);
  expect(log.toLowerCase()).not.toContain("refus");
});

test("a tag's, a macro's and a view's name say nothing of a customer", async () => {
  const name = "4111 1111 1111 1111";
  const views = { items: [{ id: "v_1", name, filter: { view: "mine" } }] };
  const answers = await Promise.all([
    system.ask("agent", "POST", "/api/tags", { name }),
    system.ask("supervisor", "POST", "/api/macros", { name, steps: [{ does: "take" }] }),
    system.ask("agent", "PUT", "/api/me/views", views),
  ]);
  expect(answers.map(({ body }) => body["code"])).toEqual(Array(3).fill("name.personal-data"));
});

test("a retired tag is put on nothing, and only who curates retires one", async () => {
  const tagId = await tagNamed("Ancienne offre");
  const change = { name: "Ancienne offre", retired: true };
  expect((await system.ask("agent", "PUT", `/api/tags/${tagId}`, change)).status).toBe(403);
  expect((await system.ask("supervisor", "PUT", `/api/tags/${tagId}`, change)).status).toBe(200);
  const { act } = await question();
  expect((await act("agent", "tag", { tagId })).body["code"]).toBe("tag.unknown");
});

test("what a colleague holds is snoozed and moved by them or a supervisor alone", async () => {
  const { act } = await question();
  await act("agent", "take");
  expect((await act("yanis", "snooze")).body["code"]).toBe("conversation.taken");
  expect((await act("yanis", "move", { teamId: "social" })).body["code"]).toBe("conversation.taken");
  expect((await act("supervisor", "snooze")).status).toBe(200);
});

test("a snoozed conversation is in its own list, and in no other until it is woken", async () => {
  const { act, id } = await question();
  await act("agent", "take");
  const past = new Date(Date.now() - 60_000).toISOString();
  expect((await act("agent", "snooze", { until: past })).body["code"]).toBe("snooze.in-past");
  await act("agent", "snooze");
  const idsOf = async (query: string) => (await system.list("agent", query)).map((card) => card.id);
  expect(await idsOf("assignee=me&snoozed=true")).toContain(id);
  expect(await idsOf("assignee=me&snoozed=false")).not.toContain(id);
  expect((await act("agent", "wake")).body["snoozed"]).toBeNull();
});

test("a macro does all of its steps or none", async () => {
  const tagId = await tagNamed("Spam");
  const macro = {
    name: "Sans suite",
    steps: [
      { does: "tag", tagId },
      { does: "close", outcome: "answered" },
    ],
  };
  const { body } = await system.ask("supervisor", "POST", "/api/macros", macro);
  const { act, id } = await question();
  expect((await act("agent", "macros", { macroId: body["id"] })).body["code"]).toBe("conversation.not-answered");
  expect((await system.list("agent", `tag=${tagId}`)).map((card) => card.id)).not.toContain(id);
  const fixed = { ...macro, steps: [macro.steps[0], { does: "close", reason: "spam" }] };
  await system.ask("supervisor", "PUT", `/api/macros/${body["id"]}`, fixed);
  const { card } = (await act("agent", "macros", { macroId: body["id"] })).body as unknown as Done;
  expect([card.status, card.tags]).toEqual(["closed", [tagId]]);
});

test("a macro that takes a conversation leaves it free where a later step is refused", async () => {
  const steps = [{ does: "take" }, { does: "close", outcome: "answered" }];
  const { body } = await system.ask("supervisor", "POST", "/api/macros", { name: "Prise et close", steps });
  const { act, id } = await question();
  expect((await act("agent", "macros", { macroId: body["id"] })).body["code"]).toBe("conversation.not-answered");
  const { body: after } = await system.ask("agent", "GET", `/api/conversations/${id}`);
  expect([after["status"], after["assignee"]]).toEqual(["open", null]);
});

test("a macro names teams and tags that are there: nothing goes where nobody is given it", async () => {
  const { act, id } = await question();
  const make = (steps: object[]) => system.ask("supervisor", "POST", "/api/macros", { name: "Ailleurs", steps });
  expect((await make([{ does: "move", teamId: "nulle-part" }])).body["code"]).toBe("team.unknown");
  const tagId = await tagNamed("Passagère", "supervisor");
  const { body } = await make([
    { does: "move", teamId: "press" },
    { does: "tag", tagId },
  ]);
  await system.ask("supervisor", "PUT", `/api/tags/${tagId}`, { name: "Passagère", retired: true });
  expect((await act("agent", "macros", { macroId: body["id"] })).body["code"]).toBe("tag.unknown");
  expect((await system.runtime.store.readHead({ entityId: "lumiere", conversationId: id }))?.state.teamId).not.toBe(
    "press",
  );
});

test("a macro brings its template to who answers, and sends nothing", async () => {
  const library = (await system.ask("supervisor", "GET", "/api/templates")).body["items"] as never as {
    id: string;
    approved: { content: { topic: string; language: string } } | null;
  }[];
  const thanks = library.find(
    ({ approved }) => approved?.content.topic === "thanks" && approved.content.language === "fr",
  );
  const steps = [{ does: "take" }, { does: "template", templateId: thanks?.id }];
  const { body } = await system.ask("supervisor", "POST", "/api/macros", { name: "Accueil", steps });
  expect((await system.ask("agent", "DELETE", `/api/macros/${body["id"]}`)).status).toBe(403);
  const { act } = await question();
  const { card, template } = (await act("agent", "macros", { macroId: body["id"] })).body as unknown as Done;
  expect([template?.id, card.assignee, card.unsent]).toEqual([thanks?.id, "camille", 0]);
  expect(template?.text).toMatch(/^Merci/);
  // One that is gone leaves the other steps undone.
  const gone = [
    { does: "prioritise", priority: "urgent" },
    { does: "template", templateId: "t_gone" },
  ];
  const other = (await system.ask("supervisor", "POST", "/api/macros", { name: "Ancien", steps: gone })).body;
  const refused = await act("agent", "macros", { macroId: other["id"] });
  expect(refused).toMatchObject({ status: 409, body: { code: "template.unusable" } });
  expect((await system.read(card.id)) as object).not.toMatchObject({ priority: "urgent" });
});

test("an agent's own lists are the agent's alone", async () => {
  const items = [{ id: "v_1", name: "Fraude en anglais", filter: { view: "all", topic: "fraud", language: "en" } }];
  await system.ask("agent", "PUT", "/api/me/views", { items });
  expect((await system.ask("agent", "GET", "/api/me/views")).body).toEqual({ items });
  expect((await system.ask("yanis", "GET", "/api/me/views")).body).toEqual({ items: [] });
});

test("a list by the newest message turns round by the oldest", async () => {
  const first = await question("Première");
  const last = await question("Dernière");
  const places = async (sort: string) => {
    const ids = (await system.list("agent", `sort=${sort}&limit=100`)).map((card) => card.id);
    return [ids.indexOf(first.id), ids.indexOf(last.id)];
  };
  const [early = 0, late = 0] = await places("newest");
  expect(late).toBeLessThan(early);
  const [before = 0, after = 0] = await places("oldest");
  expect(before).toBeLessThan(after);
});

test("cards are read many at once, in the order asked for, and unknown ones not at all", async () => {
  const [one, two] = [await question(), await question()];
  const ids = [two.id, "c_unknown", one.id];
  const { body } = await system.ask("agent", "POST", "/api/cards", { ids });
  expect((body["items"] as unknown as { id: string }[]).map(({ id }) => id)).toEqual([two.id, one.id]);
});
