import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Clock from "#functions/clock";
import * as Workers from "#functions/workers";
import { queueEvent } from "../support/queue-event.ts";
import { type Customer, eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeEach(async () => {
  system = await startTestSystem();
});
afterEach(() => system.stop());

const write = async (platform: "x" | "facebook", text: string) => {
  const customer = system.simulator.customer({ platform, handle: "irma_imaginaire", name: "Irma Imaginaire" });
  await customer.say("private", text);
  const found = await system.conversation((card) => card.preview?.includes(text) ?? false);
  return { customer, id: found.id };
};

const answer = async (id: string, text: string): Promise<string> =>
  String((await system.ask("agent", "POST", `/api/conversations/${id}/replies`, { text })).body["id"]);

/** What the queue's consumer does some seconds from now. */
const deliverAt = async (seconds: number, conversationId: string, messageId: string): Promise<void> => {
  const later = new Date(Date.now() + seconds * 1000).toISOString();
  const body = JSON.stringify({ entityId: "lumiere", conversationId, messageId });
  await Workers.deliver({ ...system.runtime, now: () => later })(queueEvent(body));
};

const outboxOf = async (conversationId: string) =>
  (await system.runtime.store.readHead({ entityId: "lumiere", conversationId }))?.state.outbox;

const standing = async (id: string, messageId: string) => {
  const message = (await system.read(id)).messages.find((each) => each.id === messageId);
  return { delivery: message?.delivery, reason: message?.deliveryReason };
};

const reached = (customer: Customer): readonly string[] =>
  system.simulator.answersTo(customer).map((entry) => entry.text);

describe("a reply the platform did not take", () => {
  test("because it was busy is tried again and arrives once", async () => {
    const { customer, id } = await write("x", "Question d'Irma");
    system.simulator.fail("unavailable");
    const messageId = await answer(id, "Réponse après une panne");
    await eventually(async () => expect(await outboxOf(id)).toMatchObject([{ state: "queued", attempts: 1 }]));
    // The platform asked for half a minute: the worker of a later time finds it due, the one of now does not.
    await deliverAt(0, id, messageId);
    expect(reached(customer)).toEqual([]);
    await deliverAt(120, id, messageId);
    expect((await standing(id, messageId)).delivery).toBe("sent");
    expect(reached(customer)).toEqual(["Réponse après une panne"]);
  });

  test("for good is failed, with the reason in the reader's words", async () => {
    const { customer, id } = await write("x", "Question d'Irma");
    system.simulator.fail("refused");
    const messageId = await answer(id, "Réponse refusée");
    await eventually(async () => expect((await standing(id, messageId)).delivery).toBe("failed"));
    const { reason } = await standing(id, messageId);
    expect(reason).toMatch(/[A-Z].*\./);
    expect(reason).not.toContain("Réponse refusée");
    expect(reached(customer)).toEqual([]);
    expect((await system.read(id)).awaiting).toBe(true);
  });

  test("because the account is disconnected waits for it and says so", async () => {
    const { id } = await write("facebook", "Question d'Irma");
    system.simulator.fail("unauthorized");
    const messageId = await answer(id, "Réponse en attente");
    await eventually(async () => expect((await standing(id, messageId)).reason).toMatch(/reconnect/));
    expect(await standing(id, messageId)).toMatchObject({ delivery: "sending" });
  });
});

describe("a reply nobody knows the fate of", () => {
  test("becomes uncertain, is never sent again by itself, and an agent settles it", async () => {
    const { customer, id } = await write("x", "Question d'Irma");
    system.simulator.setEchoes("never");
    system.simulator.fail("lost");
    const messageId = await answer(id, "Réponse perdue en route");
    await eventually(async () => expect((await standing(id, messageId)).delivery).toBe("uncertain"));
    const later = new Date(Date.now() + 3_600_000).toISOString();
    await Clock.tick({ ...system.runtime, now: () => later });
    expect(reached(customer)).toEqual(["Réponse perdue en route"]);
    const settle = (who: string, outcome: string) =>
      system.ask(who, "POST", `/api/conversations/${id}/settle`, { messageId, outcome });
    // A colleague's word that it was not sent would have it sent again.
    expect((await settle("yanis", "not-sent")).body["code"]).toBe("conversation.taken");
    const settled = await settle("agent", "sent");
    expect(settled.status).toBe(200);
    expect((await standing(id, messageId)).delivery).toBe("sent");
    expect(reached(customer)).toEqual(["Réponse perdue en route"]);
  });

  test("is cleared up by the platform's own echo", async () => {
    const { customer, id } = await write("facebook", "Question d'Irma");
    system.simulator.fail("lost");
    const messageId = await answer(id, "Réponse dont l'écho revient");
    await eventually(async () => expect((await standing(id, messageId)).delivery).toBe("delivered"));
    expect(reached(customer)).toEqual(["Réponse dont l'écho revient"]);
    expect((await system.read(id)).messages.filter((message) => message.direction === "outbound")).toHaveLength(1);
  });

  test("whose worker died in the call is found by the clock", async () => {
    const { customer, id } = await write("x", "Question d'Irma");
    const key = { entityId: "lumiere", conversationId: id };
    await system.runtime.store.commit(key, {
      commitId: "reply:crash",
      actor: { kind: "agent", id: "camille" },
      at: system.runtime.now(),
      decide: () => [
        { type: "replied", messageId: "m_crash", agentId: "camille", visibility: "private", digest: "d" },
        { type: "attempted", messageId: "m_crash", attempt: 1 },
      ],
    });
    const later = new Date(Date.now() + 300_000).toISOString();
    await Clock.tick({ ...system.runtime, now: () => later });
    expect(await outboxOf(id)).toEqual([expect.objectContaining({ messageId: "m_crash", state: "uncertain" })]);
    expect(reached(customer)).toEqual([]);
  });
});

/** A message of our own page that did not come from here. */
const writeElsewhere = async (customer: Customer, message: { mid: string; app_id?: number; text: string }) => {
  const [page] =
    (await system.runtime.store.readEntity("lumiere"))?.accounts.filter((each) => each.platform === "facebook") ?? [];
  const entry = {
    sender: { id: page?.accountId },
    recipient: { id: customer.thread.privateId },
    timestamp: Date.now(),
    message: { ...message, is_echo: true },
  };
  await system.simulator.deliver("meta", {
    object: "page",
    entry: [{ id: page?.accountId, time: Date.now(), messaging: [entry] }],
  });
};

/** The conversation once it shows a message from our side. */
const withAnswer = (id: string) =>
  eventually(async () => {
    const now = await system.read(id);
    expect(now.messages.some((message) => message.direction === "outbound")).toBe(true);
    return now;
  });

test.each([
  ["of a business", {}],
  ["that names itself", { app_id: 263_902_037_430_900 }],
])("an answer given in the platform's own app %s is shown as outgoing and stops the clock", async (_, app) => {
  const { customer, id } = await write("facebook", "Question d'Irma");
  await writeElsewhere(customer, { mid: "m_written_in_business_suite", text: "Bonjour, ici la banque", ...app });
  const view = await withAnswer(id);
  expect(view.awaiting).toBe(false);
  expect(view.dueAt).toBeNull();
});

test("what another application says in our name is shown, and the customer still waits", async () => {
  const { customer, id } = await write("facebook", "Question d'Irma");
  const { dueAt } = await system.read(id);
  await writeElsewhere(customer, { mid: "m_of_a_bot", app_id: 700_700_700_700, text: "Merci de votre message !" });
  const view = await withAnswer(id);
  expect([view.awaiting, view.dueAt]).toEqual([true, dueAt]);
});
