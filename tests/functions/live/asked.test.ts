import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

/** Everything that somebody's page is told. */
const listen = async (who: string) => {
  const { body } = await system.ask(who, "POST", "/api/live/tickets");
  const socket = new WebSocket(`${body["url"]}?ticket=${body["ticket"]}`, { origin: system.url });
  const heard: Record<string, unknown>[] = [];
  socket.on("message", (data) => heard.push(JSON.parse(String(data))));
  await new Promise((resolve) => socket.once("open", resolve));
  const told = (what: "approvals" | "mentions") => heard.filter((frame) => frame[what] === true).length;
  return { heard, told };
};

test("a note tells whom it names, and a reply that waits or is decided tells that it does: by a sign, without words or names", async () => {
  await system.simulator.customer({ platform: "x", handle: "signes", name: "Odile Signe" }).post("Bonjour, un signe");
  const { id } = await system.conversation((card) => card.contact.handle?.includes("signes") ?? false);
  const [camille, yanis, ines] = [await listen("camille"), await listen("yanis"), await listen("ines")];

  const text = "Voyez avec Yanis, s’il vous plaît";
  const noted = await system.ask("agent", "POST", `/api/conversations/${id}/notes`, { text, mentions: ["yanis"] });
  expect(noted.status).toBe(201);
  await eventually(() => expect(yanis.told("mentions")).toBe(1));
  // Whoever is told finds it.
  const { body } = await system.ask("yanis", "GET", "/api/mentions");
  expect((body["items"] as unknown as { messageId: string }[]).map(({ messageId }) => messageId)).toEqual([
    noted.body["id"],
  ]);
  expect([camille.told("mentions"), ines.told("mentions")]).toEqual([0, 0]);

  const asked = await system.ask("agent", "POST", `/api/conversations/${id}/replies`, {
    text: "Bonjour, je vous garantis une réponse.",
    confirmed: ["promise"],
  });
  expect(asked.body["delivery"]).toBe("awaiting-approval");
  await eventually(() => expect(ines.told("approvals")).toBe(1));
  const at = `/api/conversations/${id}/approvals/${asked.body["id"]}/refuse`;
  expect((await system.ask("supervisor", "POST", at, { reason: "tone" })).status).toBe(200);
  await eventually(() => expect(ines.told("approvals")).toBe(2));

  const frames = [camille, yanis, ines].flatMap(({ heard }) => heard).filter(({ type }) => type === "changed");
  expect(new Set(frames.flatMap((frame) => Object.keys(frame)))).toEqual(
    new Set(["type", "seq", "items", "approvals", "mentions"]),
  );
  expect(JSON.stringify(frames)).not.toMatch(/yanis|camille|garantis|Odile|"m_/);
});
