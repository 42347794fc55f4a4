import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Api from "#functions/api";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
let conversationId: string;
beforeAll(async () => {
  system = await startTestSystem();
  await system.simulator
    .customer({ platform: "x", handle: "acces_imaginaire", name: "Accès Imaginaire" })
    .dm("Question d'accès");
  conversationId = (await system.conversation((card) => card.preview?.includes("accès") ?? false)).id;
});
afterAll(() => system.stop());

const get = (path: string, authorization?: string) =>
  fetch(`${system.url}${path}`, authorization === undefined ? {} : { headers: { authorization } });

const claims = () => ({
  iss: `${system.url}/oidc`,
  sub: "camille",
  aud: system.runtime.environment.OIDC_AUDIENCE ?? "",
  guichet_role: "admin",
  guichet_entity: "lumiere",
});

describe("without a good token there is no data", () => {
  test.each(["/api/conversations", "/api/me", "/api/agents", "/api/entity", "/api/conversations/c_unknown"])(
    "%s",
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: "sign-in.required", status: 401 });
    },
  );

  test("a token that has expired is told so", async () => {
    const token = await system.token("agent", -60);
    const response = await get("/api/me", `Bearer ${token}`);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([401, "sign-in.expired"]);
  });

  test("a forged one is refused, whatever the trick", async () => {
    const { privateKey } = await generateKeyPair("ES256");
    const jwks = await (await get("/oidc/jwks")).text();
    const expiry = Math.floor(Date.now() / 1000) + 600;
    const forged = [
      await new SignJWT(claims())
        .setProtectedHeader({ alg: "ES256", typ: "at+jwt" })
        .setExpirationTime(expiry)
        .sign(privateKey),
      new UnsecuredJWT(claims()).setExpirationTime(expiry).encode(),
      await new SignJWT(claims())
        .setProtectedHeader({ alg: "HS256" })
        .setExpirationTime(expiry)
        .sign(new TextEncoder().encode(jwks)),
      "not.a.token",
      "",
    ];
    for (const token of forged) expect((await get("/api/me", `Bearer ${token}`)).status).toBe(401);
  });

  test("a token in the address is not looked at", async () => {
    expect((await get(`/api/me?access_token=${await system.token("agent")}`)).status).toBe(401);
  });
});

describe("a role may do what it may do", () => {
  const attempts = [
    ["GET", () => "/api/conversations", undefined, { agent: 200, supervisor: 200, compliance: 200, admin: 200 }],
    [
      "GET",
      () => `/api/conversations/${conversationId}/log`,
      undefined,
      { agent: 403, supervisor: 200, compliance: 200, admin: 403 },
    ],
    [
      "POST",
      () => `/api/conversations/${conversationId}/assign`,
      { agentId: "yanis" },
      { agent: 403, compliance: 403, admin: 403, supervisor: 200 },
    ],
    [
      "POST",
      () => `/api/conversations/${conversationId}/notes`,
      { text: "note" },
      { compliance: 403, admin: 403, agent: 201, supervisor: 201 },
    ],
    ["GET", () => "/api/entity", undefined, { agent: 403, supervisor: 403, compliance: 403, admin: 200 }],
    ["GET", () => "/api/admin-log", undefined, { agent: 403, supervisor: 403, compliance: 200, admin: 200 }],
    ["DELETE", () => "/api/agents/nobody", undefined, { agent: 403, supervisor: 403, compliance: 403, admin: 404 }],
  ] as const;
  test.each(attempts)("%s %s", async (method, path, body, expected) => {
    const statuses = Object.fromEntries(
      await Promise.all(
        Object.keys(expected).map(
          async (role) => [role, (await system.ask(role, method, path(), body)).status] as const,
        ),
      ),
    );
    expect(statuses).toEqual(expected);
  });
});

describe("one bank sees nothing of another", () => {
  test("an admin cannot write another entity, nor take another's account into their own", async () => {
    const own = (await system.ask("admin", "GET", "/api/entity")).body;
    expect((await system.ask("admin", "PUT", "/api/entity", { ...own, id: "boreale" })).status).toBe(403);
    await system.runtime.store.putEntity({
      id: "boreale",
      name: "Banque Boréale",
      languages: ["fr"],
      timeZone: "Europe/Paris",
      accounts: [{ platform: "x", accountId: "900100200999", teamId: "social", name: "Boréale" }],
      teams: [{ id: "social", name: "Social" }],
      slaPolicies: own["slaPolicies"] ?? [],
    });
    const accounts = [{ platform: "x", accountId: "900100200999", teamId: "social", name: "Prise" }];
    const stolen = await system.ask("admin", "PUT", "/api/entity", { ...own, accounts });
    expect([stolen.status, stolen.body["code"]]).toEqual([409, "entity.account-taken"]);
  });

  test("an admin names no account that the operator has not opened, and keeps those the bank has", async () => {
    const environment = { ...system.runtime.environment, ACCOUNTS_ALLOWED: "x:900100200777, facebook:900100200778" };
    const app = Api.createApp({ ...system.runtime, environment });
    const own = (await system.ask("admin", "GET", "/api/entity")).body;
    const put = async (accountId: string): Promise<readonly unknown[]> => {
      const accounts = [...(own["accounts"] ?? []), { platform: "x", accountId, teamId: "social", name: "Nouveau" }];
      const response = await app.request("/api/entity", {
        method: "PUT",
        headers: { authorization: `Bearer ${await system.token("admin")}`, "content-type": "application/json" },
        body: JSON.stringify({ ...own, accounts }),
      });
      const answer = (await response.json()) as { readonly code?: string };
      return [response.status, answer.code];
    };
    expect(await put("900100200779")).toEqual([403, "entity.account-withheld"]);
    expect(await put("900100200777")).toEqual([200, undefined]);
  });

  test("a conversation of another entity does not exist", async () => {
    const foreign = { entityId: "boreale", conversationId };
    expect(await system.runtime.store.readHead(foreign)).toBeUndefined();
  });
});

describe("errors", () => {
  test("have one form, in the reader's language", async () => {
    const [english, french] = await Promise.all(
      ["en-GB", "fr-FR"].map((language) =>
        system.ask("agent", "GET", "/api/conversations/c_unknown", undefined, { "accept-language": language }),
      ),
    );
    expect(english?.body).toEqual({
      type: "urn:guichet:fault:conversation.unknown",
      title: "conversation.unknown",
      status: 404,
      detail: "This conversation does not exist.",
      code: "conversation.unknown",
    });
    expect(french?.body["detail"]).toBe("Cette conversation n’existe pas.");
  });

  test("a reply without an idempotency key is told what to add", async () => {
    const response = await fetch(`${system.url}/api/conversations/${conversationId}/replies`, {
      method: "POST",
      headers: { authorization: `Bearer ${await system.token("agent")}`, "content-type": "application/json" },
      body: JSON.stringify({ text: "Bonjour" }),
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      400,
      "request.idempotency-key-missing",
    ]);
  });

  test("answers are never cached", async () => {
    const response = await get("/api/me", `Bearer ${await system.token("agent")}`);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

test("an agent who was removed is refused at once and may be added again", async () => {
  const profile = { name: "Yanis", role: "agent", teamIds: ["social"], capacity: 4, languages: ["fr"] };
  expect((await system.ask("admin", "DELETE", "/api/agents/yanis")).status).toBe(204);
  const refused = await system.ask("yanis", "GET", "/api/conversations");
  expect([refused.status, refused.body["code"]]).toEqual([403, "agent.removed"]);
  expect((await system.ask("admin", "PUT", "/api/agents/yanis", profile)).status).toBe(204);
  expect((await system.ask("yanis", "GET", "/api/conversations")).status).toBe(200);
});

test.each(["paul", "rose"])("work is not given to %s, who cannot answer", async (agentId) => {
  const path = `/api/conversations/${conversationId}/assign`;
  const refused = await system.ask("supervisor", "POST", path, { agentId });
  expect([refused.status, refused.body["code"]]).toEqual([409, "agent.cannot-answer"]);
  expect((await system.read(conversationId)).assignee).not.toBe(agentId);
});

test("what an admin records of somebody's role holds at once, whatever their token still claims", async () => {
  const { teamIds } = (await system.ask("supervisor", "GET", "/api/me")).body["agent"] as unknown as {
    teamIds: string[];
  };
  const profile = { name: "Inès", teamIds, capacity: 4, languages: ["fr"] };
  const roleOf = async () => {
    const { body } = await system.ask("supervisor", "GET", "/api/me");
    return [
      body["agent"]?.["role"],
      (await system.ask("supervisor", "GET", `/api/conversations/${conversationId}/log`)).status,
    ];
  };
  const put = async (role: string) => {
    const { revision } = (await system.ask("admin", "GET", "/api/agents/ines")).body;
    expect((await system.ask("admin", "PUT", "/api/agents/ines", { ...profile, role, revision })).status).toBe(204);
  };
  await put("agent");
  expect(await roleOf()).toEqual(["agent", 403]);
  // The claim does not grow with the record either.
  await put("admin");
  expect((await system.ask("supervisor", "PUT", "/api/agents/ines", { ...profile, role: "admin" })).status).toBe(403);
  await put("supervisor");
  expect(await roleOf()).toEqual(["supervisor", 200]);
});

test("the log proves what happened, in order, and its chain holds", async () => {
  const { body } = await system.ask("compliance", "GET", `/api/conversations/${conversationId}/log`);
  const entries = (body["entries"] ?? []) as readonly {
    version: number;
    actor: { kind: string };
    at: string;
    events: { type: string }[];
  }[];
  expect(body["intact"]).toBe(true);
  expect(entries.map((entry) => entry.version)).toEqual(entries.map((_, index) => index + 1));
  expect(entries[0]?.events.map((event) => event.type)).toEqual([
    "opened",
    "received",
    "labelled",
    "clock-started",
    "clock-started",
  ]);
  expect(entries.every((entry) => entry.actor.kind !== "" && entry.at !== "")).toBe(true);
});

test("beyond the end of a log there is nothing, and nobody has touched it", async () => {
  const path = `/api/conversations/${conversationId}/log`;
  const { body } = await system.ask("compliance", "GET", path);
  const { length } = body["entries"] ?? ([] as readonly unknown[]);
  for (const after of [length, length + 1, length + 1000]) {
    const { body: beyond } = await system.ask("compliance", "GET", `${path}?after=${after}`);
    expect(beyond).toEqual({ entries: [], intact: true });
  }
});

test("the API describes itself without a token", async () => {
  const response = await get("/api/openapi.json");
  const document = (await response.json()) as { openapi: string; paths: Record<string, unknown> };
  expect(response.status).toBe(200);
  expect(document.openapi).toMatch(/^3\.1/);
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      "/api/conversations",
      "/api/conversations/{id}",
      "/api/conversations/{id}/replies",
      "/api/live/tickets",
    ]),
  );
});
