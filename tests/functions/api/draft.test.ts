import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ variables: { UNDO_SECONDS: "2" } });
});
afterAll(() => system.stop());

const begin = async (handle: string) => {
  const customer = system.simulator.customer({ platform: "x", handle, name: handle });
  await customer.dm(`Question de ${handle}`);
  const { id } = await system.conversation((card) => card.contact.handle?.includes(handle) ?? false);
  const at = (path: string) => `/api/conversations/${id}/${path}`;
  const draft = async (who = "camille") =>
    (await system.ask(who, "GET", at("draft"))).body as unknown as { draft: { text: string; mode: string } | null };
  return { customer, id, at, draft };
};

test("a draft comes back on another device as it was written, to its writer alone", async () => {
  const { at, draft } = await begin("brouillon_a");
  const text = "Appelez le 01 99 00 12 34, M. Martin vous répondra.";
  await system.ask("camille", "PUT", at("draft"), { mode: "reply", text, templateId: "t_1" });
  expect(await draft()).toMatchObject({ draft: { mode: "reply", text, templateId: "t_1" } });
  expect(await draft("yanis")).toEqual({ draft: null });
  const listed = (await system.ask("camille", "GET", "/api/drafts")).body as unknown as { items: unknown[] };
  expect(listed.items).toHaveLength(1);
});

test("a card number never reaches a draft, in a note not even a telephone number", async () => {
  const { at, draft } = await begin("brouillon_b");
  await system.ask("camille", "PUT", at("draft"), { mode: "reply", text: "Votre carte 4970 1000 0000 0154 arrive" });
  expect((await draft()).draft?.text).not.toContain("4970 1000");
  await system.ask("camille", "PUT", at("draft"), { mode: "note", text: "Rappeler au 06 39 98 12 34" });
  expect((await draft()).draft?.text).not.toContain("06 39 98");
});

test("a note and an answer are kept beside each other, each redacted for its readers", async () => {
  const { at, draft } = await begin("brouillon_d");
  const answer = { mode: "reply", text: "Appelez le 01 99 00 12 34", templateId: "t_1" };
  const note = { mode: "note", text: "Son autre numéro : 06 39 98 12 34" };
  await system.ask("camille", "PUT", at("draft"), { ...note, aside: answer });
  const kept = { mode: "note", text: "Son autre numéro : [téléphone]" };
  expect(await draft()).toMatchObject({ draft: { ...kept, aside: answer } });
  await system.ask("camille", "PUT", at("draft"), { mode: "reply", text: "", aside: kept });
  expect(await draft()).toMatchObject({ draft: { mode: "reply", text: "", aside: kept } });
  const both = await system.ask("camille", "PUT", at("draft"), { ...answer, aside: { ...answer, mode: "private" } });
  expect(both.status).toBe(400);
});

test("sending takes the draft away, emptying it too", async () => {
  const { at, draft } = await begin("brouillon_c");
  await system.ask("camille", "PUT", at("draft"), { mode: "reply", text: "Bonjour" });
  await system.ask("camille", "POST", at("replies"), { text: "Bonjour" });
  expect(await draft()).toEqual({ draft: null });
  await system.ask("camille", "PUT", at("draft"), { mode: "note", text: "À suivre" });
  await system.ask("camille", "PUT", at("draft"), { mode: "note", text: "  " });
  expect(await draft()).toEqual({ draft: null });
});

test("sending an answer leaves the note begun beside it, and sending a note the answer", async () => {
  const { at, draft } = await begin("brouillon_e");
  const answer = { mode: "reply", text: "Bonjour", templateId: "t_1" };
  const note = { mode: "note", text: "À suivre" };
  await system.ask("camille", "PUT", at("draft"), { ...answer, aside: note });
  await system.ask("camille", "POST", at("replies"), { text: "Bonjour" });
  expect(await draft()).toMatchObject({ draft: note });
  await system.ask("camille", "PUT", at("draft"), { ...note, aside: answer });
  await system.ask("camille", "POST", at("notes"), { text: "À suivre" });
  expect(await draft()).toMatchObject({ draft: answer });
});

test("an answer taken back becomes the draft, never reaches the customer and is said nowhere", async () => {
  const { at, customer, draft, id } = await begin("reprise_a");
  const sent = await system.ask("camille", "POST", at("replies"), { text: "Trop vite", inboundSeen: 1, undo: true });
  expect(sent.body).toMatchObject({ delivery: "leaving" });
  const recalled = await system.ask("camille", "POST", at(`replies/${sent.body["id"]}/recall`));
  expect(recalled.body).toMatchObject({ draft: { text: "Trop vite", mode: "reply" } });
  expect(await draft()).toMatchObject({ draft: { text: "Trop vite" } });
  const view = await system.read(id);
  expect(view.messages.map(({ text }) => text)).toEqual(["Question de reprise_a"]);
  expect(view.preview).toBe("Question de reprise_a");
  expect(view.events.map(({ type }) => type)).toContain("recalled");
  // Asked again after a lost answer, it is the same.
  const again = await system.ask("camille", "POST", at(`replies/${sent.body["id"]}/recall`));
  expect(again.body).toMatchObject({ draft: { text: "Trop vite" } });
  // A second answer leaves by itself, and is the only one that does.
  await system.ask("camille", "POST", at("replies"), { text: "Mûrement réfléchi", inboundSeen: 1, undo: true });
  expect((await system.simulator.nextAnswer(customer)).text).toBe("Mûrement réfléchi");
  expect(system.simulator.answersTo(customer)).toHaveLength(1);
});

test("a note that was begun meanwhile stays beside the answer taken back", async () => {
  const { at, draft } = await begin("reprise_avec_note");
  const sent = await system.ask("camille", "POST", at("replies"), { text: "Trop vite", inboundSeen: 1, undo: true });
  await system.ask("camille", "PUT", at("draft"), { mode: "note", text: "À vérifier" });
  await system.ask("camille", "POST", at(`replies/${sent.body["id"]}/recall`));
  const aside = { mode: "note", text: "À vérifier" };
  expect(await draft()).toMatchObject({ draft: { mode: "reply", text: "Trop vite", aside } });
});

test("an answer taken back brings its file back, and leaves with it the next time", async () => {
  const customer = system.simulator.customer({ platform: "whatsapp", name: "Reprise Formulaire" });
  await customer.say("private", "Le formulaire ?");
  const { id } = await system.conversation((card) => card.preview === "Le formulaire ?");
  const at = (path: string) => `/api/conversations/${id}/${path}`;
  const pdf = new TextEncoder().encode("%PDF-1.7\ntrailer\n%%EOF\n");
  const response = await fetch(`${system.url}${at("enclosures?name=formulaire.pdf")}`, {
    method: "POST",
    headers: { authorization: `Bearer ${await system.token("camille")}`, "content-type": "application/octet-stream" },
    body: pdf,
  });
  const { id: enclosureId } = (await response.json()) as { id: string };
  const answer = { text: "", enclosureId, inboundSeen: 1, undo: true };
  const sent = await system.ask("camille", "POST", at("replies"), answer);
  const back = async () => (await system.ask("camille", "POST", at(`replies/${sent.body["id"]}/recall`))).body;
  const enclosure = {
    id: enclosureId,
    kind: "document",
    name: "formulaire.pdf",
    sizeBytes: pdf.length,
    state: "ready",
  };
  expect(await back()).toMatchObject({ draft: null, enclosure });
  expect(await back()).toMatchObject({ draft: null, enclosure });
  expect((await system.read(id)).messages).toHaveLength(1);
  expect((await system.ask("camille", "POST", at("replies"), answer)).status).toBe(202);
  expect((await system.simulator.nextAnswer(customer)).file?.name).toBe("formulaire.pdf");
  expect(system.simulator.answersTo(customer)).toHaveLength(1);
});

test("an answer taken back is still made from its template", async () => {
  const { at, draft, id } = await begin("reprise_d");
  const offers = (await system.ask("camille", "GET", at("templates"))).body["items"] as unknown as {
    id: string;
    text: string;
    topic: string;
  }[];
  const { id: templateId, text } = offers.find(({ topic }) => topic === "thanks") ?? { id: "", text: "" };
  const sent = await system.ask("camille", "POST", at("replies"), { text, templateId, inboundSeen: 1, undo: true });
  expect((await system.read(id)).messages.at(-1)).toMatchObject({ delivery: "leaving", templateId });
  const recalled = await system.ask("camille", "POST", at(`replies/${sent.body["id"]}/recall`));
  expect(recalled.body).toMatchObject({ draft: { text, templateId } });
  // What was begun meanwhile follows it, and the template stays.
  const again = await system.ask("camille", "POST", at("replies"), { text, templateId, inboundSeen: 1, undo: true });
  await system.ask("camille", "PUT", at("draft"), { mode: "reply", text: "Et encore" });
  await system.ask("camille", "POST", at(`replies/${again.body["id"]}/recall`));
  expect(await draft()).toMatchObject({ draft: { text: `${text}\n\nEt encore`, templateId } });
});

test("an answer that nobody takes back leaves without its page", async () => {
  const { at, customer } = await begin("reprise_b");
  await system.ask("camille", "POST", at("replies"), { text: "Je ferme mon ordinateur", inboundSeen: 1, undo: true });
  expect((await system.simulator.nextAnswer(customer)).text).toBe("Je ferme mon ordinateur");
});

test("an answer that the customer overtook is held, and leaves at one word of an agent", async () => {
  const { at, customer, id } = await begin("reprise_c");
  const sent = await system.ask("camille", "POST", at("replies"), { text: "Voici", inboundSeen: 1, undo: true });
  await customer.dm("Oubliez, c’est réglé");
  await eventually(async () => expect((await system.read(id)).messages.map((each) => each.delivery)).toContain("held"));
  expect((await system.ask("yanis", "POST", at(`replies/${sent.body["id"]}/release`), {})).status).toBe(409);
  expect(system.simulator.answersTo(customer)).toHaveLength(0);
  const released = await system.ask("camille", "POST", at(`replies/${sent.body["id"]}/release`), { inboundSeen: 2 });
  expect(released.status).toBe(200);
  expect((await system.simulator.nextAnswer(customer)).text).toBe("Voici");
});
