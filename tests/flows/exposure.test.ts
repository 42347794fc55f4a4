import { afterAll, beforeAll, expect, test } from "vitest";
import * as Clock from "#functions/clock";
import * as Workers from "#functions/workers";
import { queueEvent } from "../support/queue-event.ts";
import { eventually, startTestSystem, type TestSystem, type View } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type Exposed = View & {
  readonly exposedAt: string | null;
  readonly exposedSeconds: number;
  readonly exposure: {
    readonly canHide: boolean;
    readonly warning: string;
    readonly messages: readonly { id: string; hiding: string | null; canWarnPrivately: boolean; reason?: string }[];
  } | null;
};

const read = async (id: string): Promise<Exposed> => (await system.read(id)) as Exposed;

const comment = async (name: string, text: string, minutesAgo = 0) => {
  const customer = system.simulator.customer({ platform: "facebook", handle: name.toLowerCase(), name });
  const at = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const said = await customer.comment(text, { at });
  const { id } = await system.conversation((card) => card.contact.name === name);
  return { customer, said, id, hide: `/api/conversations/${id}/messages/${(await read(id)).messages[0]?.id}/hide` };
};

test("a card in a public comment comes first, is hidden by its agent, and the time it stood is counted", async () => {
  await comment("Armance Imaginaire", "Toujours pas de réponse", 600);
  const { hide, id, said } = await comment("Blaise Imaginaire", "Ma carte 4111 1111 1111 1111 est refusée", 3);
  const before = await read(id);
  expect(before.exposedAt).not.toBeNull();
  expect(before.exposure).toMatchObject({ canHide: true, messages: [{ hiding: null, canWarnPrivately: true }] });
  expect((await system.list())[0]?.id).toBe(id);

  expect((await system.ask("compliance", "POST", hide)).status).toBe(403);
  expect((await system.ask("agent", "POST", hide)).status).toBe(202);
  const after = await eventually(async () => {
    const view = await read(id);
    expect(view.exposedAt).toBeNull();
    return view;
  });
  expect(system.simulator.hidden.has(said.id)).toBe(true);
  expect(after.exposure).toBeNull();
  expect(after.exposedSeconds).toBeGreaterThanOrEqual(180);
  const { body } = await system.ask("compliance", "GET", `/api/conversations/${id}/log`);
  const entries = (body["entries"] ?? []) as readonly { actor: { id?: string }; events: { type: string }[] }[];
  const asked = entries.find((entry) => entry.events.some((event) => event.type === "hiding-asked"));
  expect(asked?.actor.id).toBe("camille");
  expect(entries.flatMap((entry) => entry.events.map((event) => event.type))).toContain("hidden");
});

test("a platform that cannot hide just now is asked again, one that refuses is said to", async () => {
  const first = await comment("Colombe Imaginaire", "IBAN FR76 3000 3000 0700 0000 0000 125", 1);
  system.simulator.fail("unavailable");
  await system.ask("agent", "POST", first.hide);
  const { runtime } = system;
  await eventually(async () => {
    const head = await runtime.store.readHead({ entityId: "lumiere", conversationId: first.id });
    expect(head?.state.hidings?.[0]?.attempts).toBe(1);
  });
  expect((await read(first.id)).exposure?.messages[0]?.reason).toBeTruthy();
  expect(system.simulator.hidden.has(first.said.id)).toBe(false);
  // A minute later the clock finds it, whatever became of the queue's message.
  const queued: { queue: string; body: unknown }[] = [];
  const send = async (queue: string, messages: readonly { readonly body: unknown }[]) => {
    queued.push(...messages.map(({ body }) => ({ queue, body })));
  };
  const later = { ...runtime, now: () => new Date(Date.now() + 60_000).toISOString() };
  await Clock.tick({ ...later, queues: { send } });
  const delivered = queued.filter(({ queue }) => queue === "deliver").map(({ body }) => JSON.stringify(body));
  const hidings = delivered.filter((body) => body.includes('"hide"'));
  expect(hidings).toHaveLength(1);
  await Workers.deliver(later)(queueEvent(...hidings));
  expect((await read(first.id)).exposedAt).toBeNull();
  expect(system.simulator.hidden.has(first.said.id)).toBe(true);

  const second = await comment("Dorine Imaginaire", "Le code de ma carte : cvv 737, carte 4111 1111 1111 1111", 1);
  system.simulator.fail("refused");
  await system.ask("agent", "POST", second.hide);
  const view = await eventually(async () => {
    const now = await read(second.id);
    expect(now.exposure?.messages[0]?.hiding).toBe("failed");
    return now;
  });
  expect(view.exposure?.messages[0]?.reason).toBeTruthy();
  await system.ask("agent", "POST", second.hide);
  await eventually(async () => expect((await read(second.id)).exposedAt).toBeNull());
});

test("a removal ends an exposure, an edit begins or ends one, and what is shown again stands again", async () => {
  const page = "900100200301";
  const change = (verb: string, message: string | undefined, at: number) => ({
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
              comment_id: "88001_1",
              post_id: `${page}_88001`,
              parent_id: `${page}_88001`,
              from: { id: "5550001119999", name: "Edmée Imaginaire" },
              ...(message === undefined ? {} : { message }),
              created_time: at,
            },
          },
        ],
      },
    ],
  });
  const now = Math.floor(Date.now() / 1000);
  const tell = (verb: string, message?: string, after = 0) =>
    system.simulator.deliver("meta", change(verb, message, now + after));
  await tell("add", "Bonjour");
  const { id } = await system.conversation((card) => card.contact.name === "Edmée Imaginaire");
  const isExposed = (expected: boolean) =>
    eventually(async () => expect((await read(id)).exposedAt !== null).toBe(expected));
  await isExposed(false);
  await tell("edited", "Ma carte 4111 1111 1111 1111", 1);
  await isExposed(true);
  await tell("edited", "Ma carte ne marche pas", 2);
  await isExposed(false);
  await tell("edited", "C'est la 4111 1111 1111 1111", 3);
  await isExposed(true);
  await tell("hide", undefined, 4);
  await isExposed(false);
  await tell("unhide", undefined, 5);
  await isExposed(true);
  await tell("remove", undefined, 6);
  await isExposed(false);
});

test("where nobody but the author can hide it, the agent is told to ask, in words that do not point at it", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "firmin_imaginaire", name: "Firmin" });
  await customer.post("Ma carte 4111 1111 1111 1111 est avalée");
  const found = await system.conversation((card) => card.contact.handle === "firmin_imaginaire");
  const { exposure, messages } = await read(found.id);
  expect(exposure?.canHide).toBe(false);
  expect(exposure?.warning).not.toMatch(/carte|card|code/i);
  const refused = await system.ask("agent", "POST", `/api/conversations/${found.id}/messages/${messages[0]?.id}/hide`);
  expect([refused.status, refused.body["code"]]).toEqual([409, "message.cannot-hide"]);
  expect(system.simulator.answersTo(customer)).toEqual([]);
});

test("in private nothing is exposed", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "gilberte_imaginaire", name: "Gilberte" });
  await customer.dm("Ma carte 4111 1111 1111 1111 est avalée");
  const found = await system.conversation((card) => card.contact.handle === "gilberte_imaginaire");
  expect(await read(found.id)).toMatchObject({ exposedAt: null, exposure: null, exposedSeconds: 0 });
});

test("the warning goes to the author of the comment alone, when an agent sends it", async () => {
  const { customer, id } = await comment("Honorine Imaginaire", "Carte 4111 1111 1111 1111 refusée");
  expect(system.simulator.answersTo(customer)).toEqual([]);
  const view = await read(id);
  const sent = await system.ask("agent", "POST", `/api/conversations/${id}/replies`, {
    text: view.exposure?.warning,
    privatelyTo: view.messages[0]?.id,
  });
  expect([sent.status, sent.body["visibility"]]).toEqual([202, "private"]);
  const answer = await system.simulator.nextAnswer(customer);
  expect(answer).toMatchObject({ visibility: "private", text: view.exposure?.warning });
  const nowhere = await system.ask("agent", "POST", `/api/conversations/${id}/replies`, {
    text: "Bonjour",
    privatelyTo: "m_nowhere",
  });
  expect(nowhere.body["code"]).toBe("message.unknown");
  // Facebook knows its author by another id in private, and says which: what they write there has the same agent.
  await eventually(async () => expect((await read(id)).messages.at(-1)?.delivery).toBe("sent"));
  await customer.say("private", "C'est fait, que dois-je faire maintenant ?");
  const found = await system.conversation(
    (card) => card.channel === "messenger" && card.preview?.includes("que dois-je faire") === true,
  );
  await eventually(async () => {
    expect(await read(found.id)).toMatchObject({ besideId: id, assignee: "camille", target: "next-response" });
    expect(await read(id)).toMatchObject({ besideId: found.id });
  });
});

/** The clock some minutes from now, and what it asks the platform for. */
const checkLater = async (minutes: number): Promise<readonly string[]> => {
  const queued: unknown[] = [];
  const send = async (queue: string, messages: readonly { readonly body: unknown }[]) => {
    if (queue === "deliver") queued.push(...messages.map(({ body }) => body));
  };
  const later = { ...system.runtime, now: () => new Date(Date.now() + minutes * 60_000).toISOString() };
  await Clock.tick({ ...later, queues: { send } });
  const checks = queued.map((body) => JSON.stringify(body)).filter((body) => body.includes('"check"'));
  await Workers.deliver(later)(queueEvent(...checks));
  await Workers.deliver(later)(queueEvent(...checks));
  return checks;
};

const checksOf = async (id: string): Promise<readonly unknown[]> => {
  const { body } = await system.ask("compliance", "GET", `/api/conversations/${id}/log`);
  const entries = (body["entries"] ?? []) as readonly { events: { type: string; result?: string }[] }[];
  return entries.flatMap(({ events }) =>
    events.flatMap((each) => (each.type === "exposure-checked" ? [each.result] : [])),
  );
};

test.each(["x", "instagram"] as const)(
  "what a customer takes away without %s telling us is found gone",
  async (platform) => {
    const handle = `ildefonse_${platform}`;
    const customer = system.simulator.customer({ platform, handle, name: `Ildefonse ${platform}` });
    const text = "Ma carte 4111 1111 1111 1111 est avalée";
    const said = await (platform === "x" ? customer.post(text) : customer.comment(text));
    const { id } = await system.conversation(({ contact }) => contact.handle === handle);
    const mine = (checks: readonly string[]) => checks.filter((body) => body.includes(id));
    expect((await read(id)).exposedAt).not.toBeNull();
    expect(mine(await checkLater(1))).toHaveLength(0);
    expect(mine(await checkLater(3))).toHaveLength(1);
    expect(await checksOf(id)).toEqual(["stands"]);
    expect(mine(await checkLater(5))).toHaveLength(0);
    await customer.remove(said.id);
    expect((await read(id)).exposedAt).not.toBeNull();
    expect(mine(await checkLater(20))).toHaveLength(1);
    expect(await checksOf(id)).toEqual(["stands", "gone"]);
    const after = await read(id);
    expect([after.exposedAt, after.exposure]).toEqual([null, null]);
    expect(after.exposedSeconds).toBeGreaterThanOrEqual(1100);
    expect(mine(await checkLater(600))).toHaveLength(0);
  },
);

test("what the bank hid in the platform's own page is found hidden, and a platform that fails is asked again", async () => {
  const { id, said } = await comment("Jocaste Imaginaire", "Carte 4111 1111 1111 1111 refusée");
  const down: typeof fetch = async () => new Response("{}", { status: 503 });
  const asIs = system.runtime.fetch;
  Object.assign(system.runtime, { fetch: down });
  await checkLater(3);
  Object.assign(system.runtime, { fetch: asIs });
  expect(await checksOf(id)).toEqual(["unknown"]);
  expect((await read(id)).exposedAt).not.toBeNull();
  (system.simulator.hidden as Set<string>).add(said.id);
  await checkLater(20);
  expect(await checksOf(id)).toEqual(["unknown", "hidden"]);
  expect((await read(id)).exposedAt).toBeNull();
});
