import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openOtherBank } from "../../support/other-bank.ts";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
let asOther: Awaited<ReturnType<typeof openOtherBank>>;
let conversationId: string;
let holdId: string;
beforeAll(async () => {
  system = await startTestSystem();
  asOther = await openOtherBank(system);
  await system.simulator.customer({ platform: "x", handle: "voisin_imaginaire", name: "Voisin" }).dm("Mots d’à côté");
  conversationId = (await system.conversation(({ preview }) => preview === "Mots d’à côté")).id;
  const hold = { of: "contact", reference: "Enquête voisine" };
  const placed = await system.ask("compliance", "POST", `/api/conversations/${conversationId}/holds`, hold);
  holdId = placed.body["id"] ?? "";
  await system.ask("ines", "POST", `/api/conversations/${conversationId}/close`, {});
});
afterAll(() => system.stop());

describe("how long words are kept", () => {
  test("another bank's people are who they say, and read their own", async () => {
    expect(await asOther("admin", "GET", "/api/me")).toMatchObject({ status: 200 });
    expect(await asOther("compliance", "GET", "/api/holds")).toMatchObject({ status: 200, text: '{"items":[]}' });
    expect(await asOther("compliance", "GET", "/api/retention/coming")).toMatchObject({
      status: 200,
      text: '{"items":[]}',
    });
  });

  test("a place in one bank's list leads nowhere in another's", async () => {
    await system.simulator.customer({ platform: "x", handle: "second_imaginaire", name: "Second" }).dm("Encore");
    const { id } = await system.conversation(({ preview }) => preview === "Encore");
    await system.ask("ines", "POST", `/api/conversations/${id}/close`, {});
    const sort = `2000-01-01T00:00:00.000Z#lumiere#${conversationId}`;
    const cursor = Buffer.from(sort).toString("base64url");
    const { status, text } = await asOther("compliance", "GET", `/api/retention/coming?cursor=${cursor}`);
    expect([status, text]).toEqual([200, '{"items":[]}']);
  });

  const theirs = [
    ["GET", () => `/api/conversations/${conversationId}/retention`, undefined, "conversation.unknown"],
    [
      "POST",
      () => `/api/conversations/${conversationId}/holds`,
      { of: "conversation", reference: "Dossier 12" },
      "conversation.unknown",
    ],
    [
      "POST",
      () => `/api/conversations/${conversationId}/erasure`,
      { of: "conversation", ground: "objection" },
      "conversation.unknown",
    ],
    [
      "POST",
      () => `/api/conversations/${conversationId}/erasure`,
      { of: "contact", ground: "objection" },
      "conversation.unknown",
    ],
    ["DELETE", () => `/api/holds/${holdId}`, undefined, "hold.unknown"],
  ] as const;
  test.each(theirs)("%s %s is unknown to another bank's compliance", async (method, path, body, code) => {
    expect(await asOther("compliance", method, path(), body)).toMatchObject({ status: 404, code });
    const { body: kept } = await system.ask("compliance", "GET", `/api/conversations/${conversationId}/retention`);
    expect(kept).toMatchObject({ erasure: null, holds: [{ id: holdId, reference: "Enquête voisine" }] });
  });

  test("another bank's term is another term", async () => {
    expect((await asOther("admin", "PUT", "/api/retention", { wordsDays: 45 })).status).toBe(200);
    expect((await asOther("compliance", "GET", "/api/retention")).text).toContain('"wordsDays":45,"isSet":true');
    expect((await system.ask("compliance", "GET", "/api/retention")).body).toMatchObject({ wordsDays: 1095 });
  });
});
