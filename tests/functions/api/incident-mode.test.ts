import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type View = {
  readonly id: string;
  readonly open: number;
  readonly title: string;
  readonly summary: string | null;
  readonly walk: { readonly isOver: boolean; readonly done: number } | null;
  readonly answer: { readonly version: number } | null;
  readonly timeline: readonly { readonly type: string; readonly agentId: string }[];
};

const incidentOf = ({ body }: Answer): View => body as unknown as View;
const say = (name: string, text: string) =>
  system.simulator.customer({ platform: "facebook", name }).say("private", text);
const found = async (id: string): Promise<View | undefined> => {
  const { body } = await system.ask("supervisor", "GET", "/api/incidents");
  return (body["incidents"] as unknown as readonly View[]).find((each) => each.id === id);
};
const walked = (id: string, open: number) =>
  eventually(async () => {
    const incident = await found(id);
    expect(incident).toMatchObject({ open, walk: { isOver: true } });
    return incident as View;
  });

test("an incident is handled as one: gathered, answered with words that another person approved, once each, and closed", async () => {
  const customers = ["Ana", "Bao", "Cleo"];
  for (const name of customers) await say(name, `Bonjour, le paiement par carte de ${name} est refusé partout.`);
  await say("Dora", "Bonjour, quels sont vos taux pour un prêt immobilier ?");
  const conversation = (name: string) => system.conversation((card) => card.preview?.includes(`de ${name}`) === true);
  const first = await conversation("Ana");
  for (const name of customers.slice(1)) await conversation(name);
  const topic = (first as unknown as { readonly topic: string }).topic;

  const opening = { title: "Cartes refusées, voir 4111 1111 1111 1111", topic, sinceMinutes: 60 };
  expect((await system.ask("agent", "POST", "/api/incidents", opening)).status).toBe(403);
  const key = { "idempotency-key": "incident-1" };
  const { id, title } = incidentOf(await system.ask("supervisor", "POST", "/api/incidents", opening, key));
  expect(title).not.toContain("4111");
  expect(incidentOf(await system.ask("supervisor", "POST", "/api/incidents", opening, key)).id).toBe(id);
  await walked(id, 3);

  await say("Elio", "Bonjour, le paiement par carte de Elio est refusé aussi.");
  await eventually(async () => expect(await found(id)).toMatchObject({ open: 4 }));

  const words = { fr: "Nos paiements par carte sont perturbés. Nous revenons vers vous dès que c’est rétabli." };
  const answer = (path: string, who = "supervisor", body: unknown = {}) =>
    system.ask(who, "POST", `/api/incidents/${id}/${path}`, body);
  expect((await answer("send")).body).toMatchObject({ code: "incident.not-approved" });
  expect((await answer("answer", "supervisor", { fr: "Votre carte 4111 1111 1111 1111" })).body).toMatchObject({
    code: "reply.personal-data",
  });
  expect(incidentOf(await answer("answer", "supervisor", words)).answer).toMatchObject({ version: 1 });
  expect((await answer("approve", "supervisor", { version: 1 })).body).toMatchObject({ code: "incident.own-words" });
  expect((await answer("approve", "compliance", { version: 2 })).body).toMatchObject({ code: "incident.other-words" });
  expect((await answer("approve", "agent", { version: 1 })).status).toBe(403);
  expect((await answer("approve", "compliance", { version: 1 })).status).toBe(200);
  expect((await answer("send")).status).toBe(200);
  expect((await walked(id, 4)).walk).toMatchObject({ done: 4 });

  // The promise of a first answer is kept, and each customer is promised to hear from the bank again.
  const answered = async () => {
    const view = (await system.read(first.id)) as unknown as Record<string, unknown>;
    expect(view).toMatchObject({ target: "next-response", unsent: 0, incidentId: id });
    return view;
  };
  await eventually(answered);
  await answer("send");
  await eventually(async () => {
    const { timeline } = (await found(id)) as View;
    expect(timeline.filter((each) => each.type === "sent")).toHaveLength(2);
  });
  const { messages } = await system.read(first.id);
  expect(messages.filter((each) => each.text === words.fr)).toHaveLength(1);

  expect(incidentOf(await answer("close", "supervisor", { summary: "Rétabli à 14 h." })).summary).toBe(
    "Rétabli à 14 h.",
  );
  expect((await answer("send")).body).toMatchObject({ code: "incident.closed" });
  const told = (await found(id))?.timeline.map(({ agentId, type }) => `${type} by ${agentId}`);
  expect(told).toEqual([
    "opened by ines",
    "gathered by ines",
    "proposed by ines",
    "approved by paul",
    "sent by ines",
    "sent by ines",
    "closed by ines",
  ]);
  await say("Fred", "Bonjour, le paiement par carte de Fred est refusé.");
  const late = (await conversation("Fred")) as unknown as { readonly incidentId: string | null };
  expect(late.incidentId).toBeNull();
});
