import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

let customers = 0;
/** A public question of somebody new. */
const question = async (text: string) => {
  customers += 1;
  const customer = system.simulator.customer({ platform: "x", handle: `relue_${customers}`, name: "Odette Lebrun" });
  const said = `${text} (${customers})`;
  await customer.post(said);
  const { id } = await system.conversation((each) => each.preview?.includes(said) ?? false);
  return { customer, id };
};
const reply = (id: string, body: object, who = "agent") =>
  system.ask(who, "POST", `/api/conversations/${id}/replies`, body);
const promise = { text: "Bonjour, je vous garantis une réponse favorable.", confirmed: ["promise"] };
const queue = async (who = "supervisor") =>
  (await system.ask(who, "GET", "/api/approvals")).body as unknown as {
    waiting: number;
    items: {
      messageId: string;
      text: string;
      templateText: string | null;
      reasons: string[];
      approverIds: string[];
    }[];
  };
const decide = (id: string, messageId: unknown, decision: string, body: object, who = "supervisor") =>
  system.ask(who, "POST", `/api/conversations/${id}/approvals/${messageId}/${decision}`, body);

describe("what goes out is read first", () => {
  test("a card, a request for a code, an account fact and an unknown link are refused with their places", async () => {
    const { id } = await question("Bonjour, un souci");
    const texts = {
      "reply.personal-data": "Votre carte 4111 1111 1111 1111 part demain.",
      "reply.guarded": "Envoyez-nous votre code secret : https://evil.invalid/a. Votre compte est à découvert.",
    };
    const [card, guarded] = await Promise.all(Object.values(texts).map((text) => reply(id, { text })));
    expect([card?.status, card?.body["code"]]).toEqual([422, "reply.personal-data"]);
    expect([guarded?.status, guarded?.body["code"]]).toEqual([422, "reply.guarded"]);
    const findings = guarded?.body["findings"] as unknown as { kind: string; start: number; end: number }[];
    expect(findings.map(({ kind }) => kind)).toEqual(["asks-secret", "link", "account-fact"]);
    expect(texts["reply.guarded"].slice(findings[1]?.start, findings[1]?.end)).toBe("https://evil.invalid/a");
    expect(JSON.stringify([card, guarded])).not.toContain("4111");
  });

  test("a promise is said to be meant first, and what blocks cannot be", async () => {
    const { id } = await question("Bonjour, des frais");
    const unconfirmed = await reply(id, { text: promise.text });
    expect([unconfirmed.status, unconfirmed.body["code"]]).toEqual([422, "reply.unconfirmed"]);
    const insisting = await reply(id, { text: "Donnez-nous votre code PIN.", confirmed: ["asks-secret"] });
    expect([insisting.status, insisting.body["code"]]).toEqual([422, "reply.guarded"]);
  });
});

describe("a second pair of eyes", () => {
  test("a public promise waits; another person approves it, and the customer has it once in its writer's name", async () => {
    const { customer, id } = await question("Bonjour, ma réclamation");
    const asked = await reply(id, promise);
    expect([asked.status, asked.body["delivery"]]).toEqual([202, "awaiting-approval"]);
    const before = await system.read(id);
    expect(before.dueAt).not.toBeNull();
    expect(before.messages.at(-1)).toMatchObject({
      id: asked.body["id"],
      delivery: "awaiting-approval",
      awaits: {
        reasons: ["public-promise"],
        holdingFrom: new Date(Date.parse(before.dueAt ?? "") - 15 * 60_000).toISOString(),
      },
    });
    expect((await queue()).items).toContainEqual(
      expect.objectContaining({ messageId: asked.body["id"], reasons: ["public-promise"], text: promise.text }),
    );
    expect(await queue("agent")).toMatchObject({ items: [] });
    expect((await decide(id, asked.body["id"], "approve", {}, "agent")).status).toBe(403);
    expect((await decide(id, asked.body["id"], "approve", {})).status).toBe(200);
    expect((await system.simulator.nextAnswer(customer)).text).toBe(promise.text);
    expect((await decide(id, asked.body["id"], "approve", {}, "compliance")).body["code"]).toBe("approval.not-waiting");
    await eventually(async () => expect((await system.read(id)).messages.at(-1)?.delivery).toBe("sent"));
    expect((await system.read(id)).messages.filter(({ direction }) => direction === "outbound")).toHaveLength(1);
    expect(system.simulator.answersTo(customer)).toHaveLength(1);
  });

  test("changed by whoever approves, the customer reads the changed words alone", async () => {
    const { customer, id } = await question("Bonjour, un prêt");
    const asked = await reply(id, promise);
    const bad = await decide(id, asked.body["id"], "approve", { text: "Donnez-nous votre code PIN." });
    expect([bad.status, bad.body["code"]]).toEqual([422, "reply.guarded"]);
    const text = "Bonjour, nous étudions votre demande.";
    expect((await decide(id, asked.body["id"], "approve", { text })).status).toBe(200);
    expect((await system.simulator.nextAnswer(customer)).text).toBe(text);
    const { messages } = await system.read(id);
    const sent = messages.filter(({ direction }) => direction === "outbound");
    expect(sent.map((each) => each.text)).toEqual([text]);
    // Whoever wrote it sees who changed it, and what.
    expect(sent[0]).toMatchObject({
      author: { agentId: "camille" },
      review: { decision: "changed", by: "ines", before: promise.text },
    });
    expect(await system.read(id)).toMatchObject({ decided: { agentId: "camille", decision: "changed" } });
  });

  test("who decides second is told who decided what, and keeps nobody's words out", async () => {
    const { customer, id } = await question("Bonjour, deux avis");
    const asked = await reply(id, promise);
    const text = "Bonjour, nous étudions votre demande.";
    const at = `/api/conversations/${id}/approvals/${asked.body["id"]}`;
    expect((await system.ask("compliance", "GET", at)).body).toEqual({ isWaiting: true, decided: null });
    const [first, second] = await Promise.all([
      decide(id, asked.body["id"], "approve", { text }),
      decide(id, asked.body["id"], "approve", { text: "Bonjour, nous regardons." }, "compliance"),
    ]);
    const winner = first.status === 200 ? "ines" : "paul";
    const late = first.status === 200 ? second : first;
    expect([first.status, second.status].toSorted()).toEqual([200, 409]);
    expect(late.body).toMatchObject({ code: "approval.not-waiting", decision: "changed", by: winner });
    expect(late.body["at"]).toEqual(expect.any(String));
    const told = await decide(id, asked.body["id"], "refuse", { reason: "tone" }, "compliance");
    expect([told.status, told.body["decision"], told.body["by"]]).toEqual([409, "changed", winner]);
    expect((await system.ask("compliance", "GET", at)).body).toMatchObject({
      isWaiting: false,
      decided: { decision: "changed", by: winner },
    });
    await system.simulator.nextAnswer(customer);
    expect(system.simulator.answersTo(customer)).toHaveLength(1);
    // Taken back and approved are told as such; of what never waited nothing is.
    const again = await reply(id, promise);
    await decide(id, again.body["id"], "withdraw", {}, "agent");
    const gone = await decide(id, again.body["id"], "approve", {});
    expect(gone.body).toMatchObject({ code: "approval.not-waiting", decision: "withdrawn", by: "camille" });
    expect((await decide(id, "m_nothing", "approve", {})).body).not.toHaveProperty("decision");
  });

  test("a promise that an approver writes into it waits for somebody else, as one of their own would", async () => {
    const { customer, id } = await question("Bonjour, un crédit");
    const asked = await reply(id, promise);
    const text = "Bonjour, je vous promets un geste commercial.";
    expect((await decide(id, asked.body["id"], "approve", { text })).status).toBe(200);
    expect(system.simulator.answersTo(customer)).toHaveLength(0);
    const item = async (who: string) => (await queue(who)).items.find((each) => each.text === text);
    expect(await item("compliance")).toMatchObject({
      reasons: ["public-promise"],
      authorId: "camille",
      changedBy: "ines",
      firstText: promise.text,
      approverIds: ["paul"],
    });
    expect((await queue()).items.map(({ messageId }) => messageId)).not.toContain(asked.body["id"]);
    const messageId = (await item("compliance"))?.messageId;
    expect((await decide(id, messageId, "approve", {})).body["code"]).toBe("approval.own-work");
    expect((await decide(id, messageId, "approve", {}, "compliance")).status).toBe(200);
    expect((await system.simulator.nextAnswer(customer)).text).toBe(text);
    const view = await system.read(id);
    expect(view).toMatchObject({ decided: { agentId: "camille", decision: "changed" } });
    expect(view.messages.at(-1)).toMatchObject({
      author: { agentId: "camille" },
      review: { decision: "changed", by: "ines", approvedBy: "paul", before: promise.text },
    });
    expect(system.simulator.answersTo(customer)).toHaveLength(1);
  });

  test("a promise that was there already is seen by two, whatever is changed around it", async () => {
    const { customer, id } = await question("Bonjour, une virgule");
    const asked = await reply(id, promise);
    const text = promise.text.replace("Bonjour, je", "Bonjour. Je");
    expect((await decide(id, asked.body["id"], "approve", { text })).status).toBe(200);
    expect((await system.simulator.nextAnswer(customer)).text).toBe(text);
  });

  test("what was changed in its writer's name can be taken back by them before it leaves", async () => {
    const { customer, id } = await question("Bonjour, un découvert");
    const asked = await reply(id, promise);
    const text = "Bonjour, nous vous rappelons demain.";
    expect((await decide(id, asked.body["id"], "approve", { text, undo: true })).status).toBe(200);
    const leaving = (await system.read(id)).messages.at(-1);
    expect(leaving).toMatchObject({ text, delivery: "leaving", review: { decision: "changed", by: "ines" } });
    const back = await system.ask("agent", "POST", `/api/conversations/${id}/replies/${leaving?.id}/recall`);
    expect([back.status, back.body["draft"]]).toMatchObject([200, { text }]);
    expect(system.simulator.answersTo(customer)).toHaveLength(0);
  });

  test("the same words sent back are no change, and what the guard warns of is shown in its place", async () => {
    const { customer, id } = await question("Bonjour, un dossier");
    const asked = await reply(id, promise);
    const [item] = (await queue()).items.filter(({ messageId }) => messageId === asked.body["id"]);
    const [warned] = (item as unknown as { warned: { kind: string; start: number; end: number }[] }).warned;
    expect(warned?.kind).toBe("promise");
    expect(promise.text.slice(warned?.start, warned?.end)).toContain("garanti");
    expect((await decide(id, asked.body["id"], "approve", { text: promise.text })).status).toBe(200);
    await system.simulator.nextAnswer(customer);
    const view = await system.read(id);
    expect(view).toMatchObject({ decided: null });
    expect(view.messages.at(-1)).toMatchObject({ id: asked.body["id"], review: { decision: "approved", by: "ines" } });
  });

  test("whoever approves may name the bank's own secure address, as its writer and the page may", async () => {
    const { body: entity } = await system.ask("admin", "GET", "/api/entity");
    const secure = { ...(entity["secure"] as unknown as object), host: "messages.lumiere.example" };
    const kept = await system.ask("admin", "PUT", "/api/entity", { ...entity, secure });
    expect(kept.status).toBe(200);
    expect((await system.ask("agent", "GET", "/api/guard")).body["hosts"]).toContain("messages.lumiere.example");
    const { customer, id } = await question("Bonjour, un virement");
    const text = "Écrivez-nous sur messages.lumiere.example, je vous garantis une réponse.";
    const asked = await reply(id, { text, confirmed: ["promise"] });
    expect(asked.body["delivery"]).toBe("awaiting-approval");
    const changed = "Écrivez-nous sur messages.lumiere.example.";
    expect((await decide(id, asked.body["id"], "approve", { text: changed })).status).toBe(200);
    expect((await system.simulator.nextAnswer(customer)).text).toBe(changed);
    const restored = { ...entity, revision: kept.body["revision"] };
    expect((await system.ask("admin", "PUT", "/api/entity", restored)).status).toBe(200);
  });

  test("refused, nothing leaves and its writer sees it; closing waits for the decision", async () => {
    const { customer, id } = await question("Bonjour, un remboursement");
    const asked = await reply(id, promise);
    expect((await system.ask("agent", "POST", `/api/conversations/${id}/close`, {})).body["code"]).toBe(
      "conversation.approval-waiting",
    );
    await decide(id, asked.body["id"], "refuse", { reason: "promise" });
    const refused = await system.read(id);
    expect(refused).toMatchObject({ decided: { agentId: "camille", decision: "refused" }, awaitingApproval: 0 });
    expect(refused.messages.at(-1)).toMatchObject({
      delivery: "not-approved",
      review: { decision: "refused", by: "ines", reason: "promise" },
    });
    expect((await queue()).items.map(({ messageId }) => messageId)).not.toContain(asked.body["id"]);
    expect(system.simulator.answersTo(customer)).toHaveLength(0);
  });

  test("a supervisor's own promise is approved by somebody else", async () => {
    const { id } = await question("Bonjour, un geste");
    const asked = await reply(id, promise, "supervisor");
    expect((await decide(id, asked.body["id"], "approve", {})).body["code"]).toBe("approval.own-work");
    const [item] = (await queue("compliance")).items.filter(({ messageId }) => messageId === asked.body["id"]);
    expect(item?.approverIds).toEqual(["paul"]);
    expect((await decide(id, asked.body["id"], "approve", {}, "compliance")).status).toBe(200);
  });

  test("on probation everything waits, until it is over", async () => {
    const { id } = await question("Bonjour, mon agence");
    const put = (probation: boolean) =>
      system.ask("supervisor", "PUT", "/api/kit/people/camille", { probation, approver: false });
    expect((await put(true)).status).toBe(204);
    const waiting = await reply(id, { text: "Bonjour, nous regardons." });
    expect(waiting.body["delivery"]).toBe("awaiting-approval");
    expect((await queue()).items.find(({ messageId }) => messageId === waiting.body["id"])?.reasons).toEqual([
      "probation",
    ]);
    await put(false);
    expect((await reply(id, { text: "Bonjour, voici." })).body["delivery"]).toBe("sending");
  });
});

describe("templates", () => {
  const offers = async (id: string) =>
    (await system.ask("agent", "GET", `/api/conversations/${id}/templates`)).body["items"] as unknown as {
      id: string;
      topic: string;
      language: string;
      text: string;
    }[];

  test("one is offered filled, and changing its locked words needs a second pair of eyes", async () => {
    const { id } = await question("Bonjour, j'ai perdu ma carte");
    const offer = (await offers(id)).find(({ language, topic }) => topic === "lost-card" && language === "fr");
    expect(offer?.text).toContain("Bonjour Odette.");
    expect(offer?.text).toContain("01 99 00 12 34");
    expect(offer?.text).toContain("^CM");
    expect((await offers(id)).map(({ topic }) => topic)).not.toContain("identity-needed");
    const greeting = offer?.text.replace("Bonjour Odette", "Bonjour Odette, courage") ?? "";
    expect((await reply(id, { text: greeting, templateId: offer?.id })).body["delivery"]).toBe("sending");
    const changed = offer?.text.replace("tout de suite", "dès que possible") ?? "";
    expect((await reply(id, { text: changed, templateId: offer?.id })).body["delivery"]).toBe("awaiting-approval");
    const [item] = (await queue()).items.filter(({ text }) => text === changed);
    expect(item).toMatchObject({ reasons: ["locked-text"], templateText: offer?.text });
    const list = (await system.ask("supervisor", "GET", "/api/templates")).body["items"] as unknown as {
      id: string;
      use: object;
    }[];
    expect(list.find((each) => each.id === offer?.id)?.use).toMatchObject({ used: 2, changed: 2 });
  });

  test("a new one is written by one person and approved by another, and the log of administration tells who", async () => {
    const content = {
      name: "Guide",
      topic: "other",
      language: "fr",
      channels: [],
      audience: "public",
      body: "[[Voyez le guide.]]",
    };
    const made = (await system.ask("supervisor", "POST", "/api/templates", content)).body;
    const step = (who: string, name: string, revision: number) =>
      system.ask(who, "POST", `/api/templates/${made["id"]}/steps`, { step: name, revision });
    expect((await step("supervisor", "submit", 1)).status).toBe(200);
    expect((await step("supervisor", "approve", 2)).body["code"]).toBe("template.own-work");
    expect((await step("compliance", "approve", 1)).body["code"]).toBe("settings.changed");
    expect((await step("compliance", "approve", 2)).body["approved"]).toMatchObject({ number: 1 });
    const { entries } = (await system.ask("compliance", "GET", "/api/admin-log")).body as unknown as {
      entries: { actor: { id: string }; events: { type: string; templateId?: string }[] }[];
    };
    const told = entries.filter(({ events }) => events[0]?.templateId === made["id"]);
    expect(told.map(({ actor, events }) => [actor.id, events[0]?.type])).toContainEqual(["paul", "template-approved"]);
  });
});

test("other words of the charter are accepted before the next answer", async () => {
  const { id } = await question("Bonjour, la charte");
  const { kit } = (await system.ask("compliance", "GET", "/api/kit")).body as unknown as {
    kit: { charter: { version: number; fr: string; en: string } };
  };
  const charter = { ...kit.charter, fr: `${kit.charter.fr}\n\n7. Nous relisons.` };
  const next = await system.ask("compliance", "PUT", "/api/kit", { ...kit, charter });
  expect(next.body["charter"]).toMatchObject({ version: 2 });
  const refused = await reply(id, { text: "Bonjour, voici." });
  expect([refused.status, refused.body["code"]]).toEqual([403, "charter.not-accepted"]);
  const accept = (version: number) => system.ask("agent", "POST", "/api/kit/charter/acceptance", { version });
  expect((await accept(1)).body["code"]).toBe("charter.other-version");
  expect((await accept(2)).status).toBe(204);
  expect((await reply(id, { text: "Bonjour, voici." })).status).toBe(202);
});

/** As somebody who has learned nothing yet stands. */
const forgetTrainings = async (agentId: string): Promise<void> => {
  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = "", TABLE_NAME: TableName } = system.runtime.environment;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: "eu-west-3", credentials }));
  for await (const page of paginateScan({ client }, { TableName })) {
    for (const item of page.Items ?? []) {
      const isStanding =
        item["sk"] === `AGENT#${agentId}` && Object.keys(item).some((name) => name.startsWith("training:"));
      if (isStanding) await client.send(new DeleteCommand({ TableName, Key: { pk: item["pk"], sk: item["sk"] } }));
    }
  }
  client.destroy();
};

type Judged = {
  readonly isPassed: boolean;
  readonly isFinished: boolean;
  readonly shortcomings: readonly string[];
  readonly findings: readonly string[];
  readonly practice: {
    readonly training: { readonly state: string };
    readonly exercises: readonly { readonly id: string; readonly isPassed: boolean }[];
  };
};

test("practice touches no queue; finished, it is recorded as training, and a newcomer's answers wait from then on", async () => {
  await forgetTrainings("yanis");
  const before = (await system.list("supervisor")).length;
  const attempt = async (id: string, way: string, text = ""): Promise<Judged> =>
    (await system.ask("yanis", "POST", `/api/practice/${id}`, { way, text })).body as unknown as Judged;
  expect(await attempt("lost-card", "answer", "Send us your PIN.")).toMatchObject({
    isPassed: false,
    shortcomings: ["words", "number"],
    findings: ["asks-secret"],
  });
  const rest: readonly (readonly [string, string, string?])[] = [
    ["thanks", "answer", "Thank you, the whole team is delighted!"],
    ["hours", "answer", "Hello, the page of each branch tells its hours."],
    ["spam", "no-answer"],
    ["card-in-public", "private-message", "Hello, let us go on in a private message."],
    ["lost-card", "answer", "Please block it right now: +33 1 99 00 12 34, day and night."],
    ["own-payment", "secure-page"],
    ["text-message", "answer", "It is a fraud, not us: approve nothing and call +33 1 99 00 12 34."],
    ["anger", "private-message", "We are sorry for the wait. Please write to us in a private message."],
  ];
  for (const [id, way, text] of rest) {
    expect(await attempt(id, way, text), id).toMatchObject({ isPassed: true, isFinished: false, shortcomings: [] });
  }
  const mine = async () =>
    (await system.ask("yanis", "GET", "/api/kit")).body["mine"] as unknown as { probation: boolean };
  expect((await mine()).probation).toBe(false);
  const last = await attempt("despair", "colleague");
  expect(last).toMatchObject({ isPassed: true, isFinished: true, practice: { training: { state: "valid" } } });
  expect((await mine()).probation).toBe(true);
  expect((await system.list("supervisor")).length).toBe(before);
  const { body } = await system.ask("supervisor", "GET", "/api/kit/people");
  const people = body["items"] as unknown as { id: string; trainings: { trainingId: string; state: string }[] }[];
  expect(people.find(({ id }) => id === "yanis")?.trainings).toContainEqual(
    expect.objectContaining({ trainingId: "practice", state: "valid" }),
  );
  // Practised again by somebody who has learned before: nothing else changes.
  await system.ask("supervisor", "PUT", "/api/kit/people/yanis", { probation: false, approver: false });
  for (const [id, way, text] of [...rest, ["despair", "colleague"] as const]) await attempt(id, way, text);
  expect((await mine()).probation).toBe(false);
});
