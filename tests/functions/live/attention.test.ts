import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type Heard = { type: string; id?: string; people?: { agentId: string; writing: boolean; on?: string }[] };

/** Somebody's page, as far as the line goes. */
const openPage = async (who: string) => {
  const { body } = await system.ask(who, "POST", "/api/live/tickets");
  const socket = new WebSocket(`${body["url"]}?ticket=${body["ticket"]}`, { origin: system.url });
  const heard: Heard[] = [];
  socket.on("message", (data) => heard.push(JSON.parse(String(data))));
  await new Promise((resolve) => socket.once("open", resolve));
  let turns = 0;
  const say = (at: string | null, writing = false, turn = turns + 1) => {
    turns = turn;
    socket.send(JSON.stringify({ type: "ping", turn, at, writing }));
  };
  const decide = (on?: string, writing = false) => {
    turns += 1;
    socket.send(JSON.stringify({ type: "ping", turn: turns, at: "approvals", on, writing }));
  };
  const people = () =>
    heard.findLast(({ type }) => type === "attention")?.people?.map((one) => [one.agentId, one.writing]);
  return { socket, heard, say, decide, people };
};

const begin = async (handle: string): Promise<string> => {
  await system.simulator.customer({ platform: "x", handle, name: handle }).dm(`Bonjour de ${handle}`);
  return (await system.conversation((card) => card.contact.handle?.includes(handle) ?? false)).id;
};

test("who looks at a conversation sees who else does, and who writes there, until they leave", async () => {
  const id = await begin("regards_a");
  const [camille, ines] = [await openPage("camille"), await openPage("ines")];
  camille.say(id);
  await eventually(() => expect(camille.people()).toEqual([["camille", false]]));
  ines.say(id);
  await eventually(() =>
    expect(new Set(camille.people())).toEqual(
      new Set([
        ["camille", false],
        ["ines", false],
      ]),
    ),
  );
  ines.say(id, true);
  await eventually(() => expect(camille.people()).toContainEqual(["ines", true]));
  ines.socket.close();
  await eventually(() => expect(camille.people()).toEqual([["camille", false]]));
});

test("what a page said before does not undo what it says now", async () => {
  const id = await begin("regards_b");
  const page = await openPage("camille");
  page.say(id, true, 10);
  await eventually(() => expect(page.people()).toEqual([["camille", true]]));
  page.say(id, false, 9);
  page.say(id, true, 11);
  await eventually(() => expect(page.heard.filter(({ type }) => type === "attention").length).toBeGreaterThan(1));
  expect(page.people()).toEqual([["camille", true]]);
});

test("nobody elsewhere is told, and what is no conversation is not kept", async () => {
  const [id, other] = [await begin("regards_c"), await begin("regards_d")];
  const [here, there] = [await openPage("camille"), await openPage("ines")];
  there.say(other);
  await eventually(() => expect(there.people()).toEqual([["ines", false]]));
  here.say(id);
  here.say("c_4970100000000154AAAAAA");
  here.say(other);
  await eventually(() =>
    expect(new Set(there.people())).toEqual(
      new Set([
        ["ines", false],
        ["camille", false],
      ]),
    ),
  );
  const named = there.heard.flatMap((frame) => (frame.type === "attention" ? [frame.id] : []));
  expect(new Set(named)).toEqual(new Set([other]));
  const now = new Date().toISOString();
  const key = { entityId: "lumiere", conversationId: "c_4970100000000154AAAAAA" };
  expect(await system.runtime.store.listOnlookers(key, now)).toEqual([]);
});

test("a page that is silent is believed to have gone", async () => {
  const id = await begin("regards_e");
  const page = await openPage("camille");
  page.say(id);
  await eventually(() => expect(page.people()).toEqual([["camille", false]]));
  const later = new Date(Date.now() + 60_000).toISOString();
  expect(await system.runtime.store.listOnlookers({ entityId: "lumiere", conversationId: id }, later)).toEqual([]);
});

test("who may decide sees who else is at which waiting reply and who rewrites it; nobody else hears of it", async () => {
  const [camille, ines, paul] = [await openPage("camille"), await openPage("ines"), await openPage("paul")];
  const seenBy = ({ heard }: typeof ines) =>
    new Map(
      heard
        .findLast(({ id }) => id === "approvals")
        ?.people?.map(({ agentId, on, writing }) => [agentId, [on, writing] as const]),
    );
  camille.decide("m_2345678901");
  ines.decide("m_1234567890");
  paul.decide("m_1234567890", true);
  await eventually(() =>
    expect([seenBy(ines), seenBy(paul)]).toEqual(
      Array.from(
        { length: 2 },
        () =>
          new Map([
            ["ines", ["m_1234567890", false]],
            ["paul", ["m_1234567890", true]],
          ]),
      ),
    ),
  );
  paul.decide("m_2345678901");
  await eventually(() => expect(seenBy(ines).get("paul")).toEqual(["m_2345678901", false]));
  paul.socket.close();
  await eventually(() => expect([...seenBy(ines).keys()]).toEqual(["ines"]));
  expect(camille.heard.filter(({ type }) => type === "attention")).toEqual([]);
});
