import { generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let conversationId = "";
beforeAll(async () => {
  system = await startTestSystem();
  const customer = system.simulator.customer({ platform: "x", handle: "raoul_imaginaire", name: "Raoul" });
  await customer.say("private", "Ma carte 4111 1111 1111 1111 est avalée, Raoul");
  conversationId = (await system.conversation(({ preview }) => preview?.includes("Raoul") ?? false)).id;
});
afterAll(() => system.stop());

type Referral = { name: string; step: string; reason?: string };
const referralOf = async () =>
  (await system.ask("agent", "GET", `/api/conversations/${conversationId}`)).body["referral"] as never as Referral;
const refer = (note?: string) =>
  system.ask("agent", "POST", `/api/conversations/${conversationId}/referrals`, {
    deskId: "carte",
    ...(note === undefined ? {} : { note }),
  });
/** The desk's own page, as a person there sees it. */
const deskPage = async () => (await fetch(`${system.url}/bank/desk`)).text();
const press = async (event: string) => {
  const referral = /name="referral" value="([^"]+)"/.exec(await deskPage())?.[1] ?? "";
  return fetch(`${system.url}/bank/desk/notices`, { method: "POST", body: new URLSearchParams({ referral, event }) });
};
const noticesUrl = () => `${system.url}/secure/lumiere/desks/carte/notices`;

describe("a conversation referred to another desk", () => {
  test("arrives there redacted, with the note, and its receipts come back", async () => {
    expect((await refer("Carte 4111 1111 1111 1111 à remplacer d'urgence")).status).toBe(202);
    await eventually(async () =>
      expect(await referralOf()).toMatchObject({ name: "Card services", step: "delivered" }),
    );
    const page = await deskPage();
    expect(page).toContain("est avalée, Raoul");
    expect(page).toContain("à remplacer d");
    expect(page).not.toMatch(/4111.?1111.?1111/);
    expect((await press("accepted")).ok).toBe(true);
    expect((await referralOf()).step).toBe("accepted");
    expect((await system.ask("agent", "POST", `/api/conversations/${conversationId}/referrals/withdraw`)).status).toBe(
      409,
    );
    expect((await refer()).status).toBe(409);
    expect((await press("returned")).ok).toBe(true);
    expect((await referralOf()).step).toBe("returned");
  });

  test("is refused with a reason, and may be asked again", async () => {
    expect((await refer()).status).toBe(202);
    await eventually(async () => expect((await referralOf()).step).toBe("delivered"));
    await press("refused");
    expect(await referralOf()).toMatchObject({ step: "refused", reason: "not-ours" });
  });

  test("a desk that nobody named is not asked", async () => {
    const { status } = await system.ask("agent", "POST", `/api/conversations/${conversationId}/referrals`, {
      deskId: "elsewhere",
    });
    expect(status).toBe(404);
  });

  test("what is not signed by the desk itself is no notice", async () => {
    await refer();
    await eventually(async () => expect((await referralOf()).step).toBe("delivered"));
    const referral = /name="referral" value="([^"]+)"/.exec(await deskPage())?.[1];
    const { privateKey } = await generateKeyPair("ES256");
    const forge = (claims: JWTPayload, header: Record<string, string> = {}) =>
      new SignJWT({ referral, conversation: conversationId, event: "completed", ...claims })
        .setProtectedHeader({ alg: "ES256", kid: "forged", typ: "referral-notice+jwt", ...header })
        .setIssuer("demo-desk")
        .setAudience(`${system.url}/secure/lumiere`)
        .setJti("forged-notice-1")
        .setIssuedAt()
        .setExpirationTime("2m")
        .sign(privateKey);
    for (const token of [await forge({}), await forge({}, { typ: "JWT" }), "", "a.b.c", `${"x".repeat(70_000)}`]) {
      const { status } = await fetch(noticesUrl(), { method: "POST", body: token });
      expect(status).toBeGreaterThanOrEqual(400);
    }
    const elsewhere = await fetch(noticesUrl().replace("carte", "credit"), { method: "POST", body: await forge({}) });
    expect(elsewhere.status).toBe(404);
    expect((await referralOf()).step).toBe("delivered");
    const { body } = await system.ask("agent", "POST", `/api/conversations/${conversationId}/referrals/withdraw`);
    expect(body["id"]).toBe(conversationId);
    expect((await referralOf()).step).toBe("withdrawn");
  });
});
