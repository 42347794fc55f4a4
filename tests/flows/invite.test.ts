import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let x: Server;
const asked: Record<string, unknown>[] = [];

beforeAll(async () => {
  x = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    response.setHeader("content-type", "application/json");
    // What the system asks by the clock (a gap repair, whether its webhook stands) is no answer to anyone.
    if (request.url !== "/2/tweets") return void response.end(JSON.stringify({ data: [], meta: { result_count: 0 } }));
    asked.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.end(JSON.stringify({ data: { id: "190000000000000001" } }));
  });
  await new Promise<void>((resolve) => x.listen(0, "127.0.0.1", resolve));
  system = await startTestSystem({ variables: { X_API_URL: `http://127.0.0.1:${(x.address() as AddressInfo).port}` } });
});
afterAll(async () => {
  await system.stop();
  x.close();
});

test("a public answer on X that invites to a private message goes out with X's own way to it, others without", async () => {
  await system.simulator.customer({ platform: "x", handle: "invitee", name: "Invitée" }).post("Ma carte est bloquée");
  const { id } = await system.conversation((card) => card.contact.name === "Invitée");
  const reply = (body: object) => system.ask("camille", "POST", `/api/conversations/${id}/replies`, body);
  expect((await reply({ text: "Écrivez-nous en privé.", invitesPrivately: true })).status).toBe(202);
  await eventually(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({
    direct_message_deep_link: "https://twitter.com/messages/compose?recipient_id=900100200300",
  });
  await eventually(async () => expect((await system.read(id)).messages.at(-1)?.delivery).toBe("sent"));
  expect((await reply({ text: "Merci." })).status).toBe(202);
  await eventually(() => expect(asked).toHaveLength(2));
  expect(asked[1]).not.toHaveProperty("direct_message_deep_link");
});
