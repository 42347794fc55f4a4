import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const writes = async (handle: string, text: string) => {
  const customer = system.simulator.customer({ platform: "x", handle, name: "Client Imaginaire" });
  await customer.dm(text);
  const found = await system.conversation((each) => each.contact.handle?.includes(handle) ?? false);
  return { customer, found };
};
const minutes = (count: number) => count * 60_000;
const allowed = ({ dueAt, messages }: { dueAt: string | null; messages: readonly object[] }) => {
  const [first] = messages as readonly { occurredAt: string }[];
  return Date.parse(dueAt ?? "") - Date.parse(first?.occurredAt ?? "");
};
const ids = async (query: string) => (await system.list("agent", query)).map((card) => card.id);

describe("a message on its way in", () => {
  test("about an everyday matter has two hours from the platform's time", async () => {
    const { found } = await writes("odile_imaginaire", "Bonjour, comment changer le plafond de ma carte ?");
    expect(found).toMatchObject({ topic: "cards", urgency: "normal", language: "fr", alarm: null });
    expect(allowed(found)).toBe(minutes(120));
    expect(found).toMatchObject({ why: { topic: expect.arrayContaining([expect.stringContaining("plafond")]) } });
  });

  test("that cannot wait has a quarter of an hour, and is found by it", async () => {
    const { found } = await writes("pierre_imaginaire", "Hello, my card was stolen yesterday, please help");
    expect(found).toMatchObject({ topic: "cards", urgency: "urgent", language: "en", alarm: "lost-card" });
    expect(allowed(found)).toBe(minutes(15));
    expect(await ids("urgent=true&language=en&topic=cards")).toEqual([found.id]);
    expect(await ids("urgent=true&language=fr")).toEqual([]);
    expect(await ids("urgent=false")).not.toContain(found.id);
  });

  test("that only thanks starts no clock", async () => {
    const { found } = await writes("quentin_imaginaire", "Merci beaucoup, vous êtes formidables !");
    expect(found).toMatchObject({ topic: "praise", dueAt: null, awaiting: false });
  });

  test("is labelled in the log by rules without words", async () => {
    const { found } = await writes("rosalie_imaginaire", "Mon virement n'est toujours pas arrivé, c'est inadmissible");
    const log = await eventually(() => system.ask("compliance", "GET", `/api/conversations/${found.id}/log`));
    const events = (log.body["entries"] as unknown as { events: readonly { type: string }[] }[]).flatMap(
      (entry) => entry.events,
    );
    const labelled = events.find((event) => event.type === "labelled");
    expect(labelled).toMatchObject({ labels: { topic: "payments", sentiment: "negative" } });
    expect(JSON.stringify(labelled)).not.toMatch(/virement|inadmissible/);
  });
});
