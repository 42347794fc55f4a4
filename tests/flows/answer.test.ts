import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const cases = [
  { channel: "x.mention", platform: "x", visibility: "public", handle: "noemie_imaginaire" },
  { channel: "x.dm", platform: "x", visibility: "private", handle: "basile_imaginaire" },
  { channel: "facebook.comment", platform: "facebook", visibility: "public", handle: "carla.imaginaire" },
  { channel: "messenger", platform: "facebook", visibility: "private", handle: "denis.imaginaire" },
] as const;

describe.each(cases)("on $channel", ({ channel, handle, platform, visibility }) => {
  test("a message comes in redacted, an agent answers, the customer has the answer once", async () => {
    const customer = system.simulator.customer({ platform, handle, name: "Client Imaginaire" });
    const said = await customer.say(visibility, `Bonjour, ma carte 4111 1111 1111 1111 est bloquée (${handle})`);
    expect(said.status).toBe(200);

    const found = await system.conversation(
      (each) => each.channel === channel && (each.preview?.includes(handle) ?? false),
    );
    const [question] = found.messages;
    expect(question?.text).not.toContain("4111 1111");
    expect(question?.text).toContain("1111]");
    const mark = question?.redactions[0];
    expect(mark?.kind).toBe("card");
    expect(question?.text.slice(mark?.start, mark?.end)).toMatch(/^\[.*1111\]$/);
    expect(found.dueAt).not.toBeNull();

    const taken = await system.ask("agent", "POST", `/api/conversations/${found.id}/take`);
    expect([taken.status, taken.body["assignee"]]).toEqual([200, "camille"]);
    const reply = await system.ask("agent", "POST", `/api/conversations/${found.id}/replies`, {
      text: `Nous nous en occupons, ${handle}.`,
    });
    expect([reply.status, reply.body["delivery"]]).toEqual([202, "sending"]);

    const answer = await system.simulator.nextAnswer(customer);
    expect(answer.text).toBe(`Nous nous en occupons, ${handle}.`);
    const answered = await eventually(async () => {
      const view = await system.read(found.id);
      expect(view.messages.find((each) => each.id === String(reply.body["id"]))?.delivery).toBe(
        // Messenger alone tells that it was delivered.
        channel === "messenger" ? "delivered" : "sent",
      );
      return view;
    });
    expect(answered.dueAt).toBeNull();
    expect(answered.awaiting).toBe(false);
    expect(answered.unsent).toBe(0);
    expect(answered.events.map((event) => event.type)).toContain("answered");

    // The platform tells of our own answer, then the customer writes once more: nothing else has appeared in between.
    await customer.say(visibility, "Merci beaucoup");
    const last = await eventually(async () => {
      const view = await system.read(found.id);
      expect(view.messages.some((each) => each.text.includes("Merci beaucoup"))).toBe(true);
      return view;
    });
    expect(last.messages.filter((each) => each.direction === "outbound")).toHaveLength(1);
    expect(system.simulator.answersTo(customer)).toHaveLength(1);
  });
});

test("a delivery that comes three times is one message", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "eliott_imaginaire", name: "Eliott" });
  const said = await customer.post("Trois fois la même chose");
  await Promise.all([said.again(), said.again()]);
  await customer.post("et puis autre chose");
  const view = await eventually(async () => {
    const all = (await system.list()).filter((each) => each.contact.handle?.includes("eliott"));
    const views = await Promise.all(all.map((each) => system.read(each.id)));
    const texts = views.flatMap((each) => each.messages.map((message) => message.text));
    expect(texts.some((text) => text.includes("autre chose"))).toBe(true);
    return texts;
  });
  expect(view.filter((text) => text.includes("Trois fois"))).toHaveLength(1);
});

test("a reply asked for twice with one key is sent once, and the key is not good for other words", async () => {
  const customer = system.simulator.customer({ platform: "facebook", handle: "flora", name: "Flora Imaginaire" });
  await customer.message("Une question de Flora");
  const found = await system.conversation((each) => each.preview?.includes("Flora") ?? false);
  const path = `/api/conversations/${found.id}/replies`;
  const key = { "idempotency-key": "flora-1" };
  const [first, second] = await Promise.all([
    system.ask("agent", "POST", path, { text: "Bonjour Flora" }, key),
    system.ask("agent", "POST", path, { text: "Bonjour Flora" }, key),
  ]);
  expect([first?.status, second?.status]).toEqual([202, 202]);
  expect(first?.body["id"]).toBe(second?.body["id"]);
  const other = await system.ask("agent", "POST", path, { text: "Autre chose" }, key);
  expect([other.status, other.body["code"]]).toEqual([422, "request.idempotency-key-reused"]);
  await system.simulator.nextAnswer(customer);
  await eventually(async () => expect((await system.read(found.id)).unsent).toBe(0));
  expect(system.simulator.answersTo(customer)).toHaveLength(1);
});

test("a reply asked for again after its conversation was closed or given away is the one that was kept", async () => {
  const customer = system.simulator.customer({ platform: "facebook", handle: "faustine", name: "Faustine Imaginaire" });
  await customer.message("Une question de Faustine");
  const found = await system.conversation((each) => each.preview?.includes("Faustine") ?? false);
  const path = `/api/conversations/${found.id}`;
  const ask = () =>
    system.ask("agent", "POST", `${path}/replies`, { text: "Bonjour Faustine" }, { "idempotency-key": "faustine-1" });
  const first = await ask();
  await system.simulator.nextAnswer(customer);
  await eventually(async () => expect((await system.read(found.id)).unsent).toBe(0));

  await system.ask("supervisor", "POST", `${path}/assign`, { agentId: "yanis" });
  const given = await ask();
  expect([given.status, given.body["id"]]).toEqual([202, first.body["id"]]);
  await system.ask("supervisor", "POST", `${path}/close`, {});
  const closed = await ask();
  expect([closed.status, closed.body["id"]]).toEqual([202, first.body["id"]]);
  expect((await system.read(found.id)).status).toBe("closed");
  expect(system.simulator.answersTo(customer).filter(({ text }) => text === "Bonjour Faustine")).toHaveLength(1);
});

test("at closing a customer is asked in private how it was, and a digit answers without opening it again", async () => {
  const customer = system.simulator.customer({ platform: "facebook", handle: "isaure", name: "Isaure Imaginaire" });
  await customer.message("Une question d'Isaure sur mes virements");
  const found = await system.conversation((each) => each.preview?.includes("Isaure") ?? false);
  const path = `/api/conversations/${found.id}`;
  await system.ask("agent", "POST", `${path}/replies`, { text: "Bonjour Isaure" });
  await system.simulator.nextAnswer(customer);
  await eventually(async () => expect((await system.read(found.id)).unsent).toBe(0));
  expect((await system.ask("supervisor", "POST", `${path}/close`, {})).status).toBe(200);
  const question = await system.simulator.nextAnswer(customer);
  expect(question.text).toContain("de 1 (pas du tout) à 5");
  await eventually(async () => expect((await system.read(found.id)).unsent).toBe(0));

  await customer.message("4");
  const rated = await eventually(async () => {
    const view = await system.read(found.id);
    expect(view.events.map(({ type }) => type)).toContain("rated");
    return view;
  });
  expect([rated.status, rated.awaiting, rated.dueAt]).toEqual(["closed", false, null]);
  const today = new Date().toLocaleDateString("sv", { timeZone: "Europe/Paris" });
  await eventually(async () => {
    const { body } = await system.ask("supervisor", "GET", `/api/reports?from=${today}&to=${today}&by=day`);
    expect(body["total"]).toMatchObject({ ratings: { count: 1, sum: 4 } });
  });
});

test("a reply that holds a card number is refused, and neither kept nor sent", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "gaspard_imaginaire", name: "Gaspard" });
  await customer.dm("Question de Gaspard");
  const found = await system.conversation((each) => each.preview?.includes("Gaspard") ?? false);
  const refused = await system.ask("agent", "POST", `/api/conversations/${found.id}/replies`, {
    text: "Votre carte 4111111111111111 est prête",
  });
  expect([refused.status, refused.body["code"], refused.body["kinds"]]).toEqual([422, "reply.personal-data", "card"]);
  expect(JSON.stringify(refused.body)).not.toContain("4111");
  expect((await system.read(found.id)).messages).toHaveLength(1);
});

test("a note is redacted and stays inside", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "hortense_imaginaire", name: "Hortense" });
  await customer.dm("Question d'Hortense");
  const found = await system.conversation((each) => each.preview?.includes("Hortense") ?? false);
  const note = await system.ask("agent", "POST", `/api/conversations/${found.id}/notes`, {
    text: `Au téléphone : 4111 1111 1111 1111`,
  });
  expect(note.status).toBe(201);
  expect(String(note.body["text"])).not.toContain("4111 1111");
  const view = await system.read(found.id);
  expect(view.messages.map((each) => each.kind)).toEqual(["message", "note"]);
  expect(system.simulator.answersTo(customer)).toHaveLength(0);
});
