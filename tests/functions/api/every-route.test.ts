import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dump } from "../../support/erasure.ts";
import { openOtherBank } from "../../support/other-bank.ts";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

/** What the API says of itself, as far as requests are made of it (OpenAPI 3.1). */
type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly format?: string;
};
type Operation = {
  /** None: it is asked before anybody has signed in, and knows nobody. */
  readonly security?: readonly unknown[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
};
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

let system: TestSystem;
let asOther: Awaited<ReturnType<typeof openOtherBank>>;
let document: Document;
/** Of the first bank: by the place in a path or the field of a body that names one. */
let ids: Readonly<Record<string, string>>;
let conversationId: string;

const words = {
  said: "Brindezingue est ce que la cliente a dit",
  noted: "Carabistouille est ce que le collègue a noté",
  known: "Galimatias est ce qu’on sait d’elle",
  held: "Dossier Faribole",
  tag: "Billevesée",
  macro: "Calembredaine",
  template: "Coquecigrue",
  title: "Dame Turlutaine",
};

beforeAll(async () => {
  system = await startTestSystem();
  asOther = await openOtherBank(system);
  await system.simulator.customer({ platform: "x", handle: "turlutaine", name: words.title }).dm(words.said);
  const { id, messages } = await system.conversation(({ preview }) => preview === words.said);
  conversationId = id;
  const at = `/api/conversations/${id}`;
  const idOf = async (who: string, method: string, path: string, body: unknown): Promise<string> => {
    const { body: made, status } = await system.ask(who, method, path, body);
    expect([status, path]).toEqual([status < 300 ? status : 200, path]);
    return made["id"] ?? "";
  };
  await system.ask("camille", "POST", `${at}/notes`, { text: words.noted });
  ids = {
    conversationId: id,
    messageId: messages[0]?.id ?? "",
    noteId: await idOf("camille", "POST", `${at}/contact-notes`, { text: words.known }),
    tagId: await idOf("ines", "POST", "/api/tags", { name: words.tag, group: "Groupe" }),
    macroId: await idOf("ines", "POST", "/api/macros", { name: words.macro, steps: [{ does: "take" }] }),
    holds: await idOf("compliance", "POST", `${at}/holds`, { of: "conversation", reference: words.held }),
    platform: "x",
    accountId: "900100200300",
    agents: "camille",
    people: "camille",
    agentId: "camille",
  };
  document = (await (await fetch(`${system.url}/api/openapi.json`)).json()) as Document;
});
afterAll(() => system.stop());

/** A body that has the form that is asked for, and names what is the first bank's wherever it names anything. */
const sampleOf = (schema: Schema, name = ""): unknown => {
  const { $ref, allOf, anyOf, enum: choices, items, minimum, oneOf, properties = {}, required = [] } = schema;
  if ($ref !== undefined) return sampleOf(document.components.schemas[$ref.split("/").at(-1) ?? ""] ?? {}, name);
  if (schema.const !== undefined) return schema.const;
  if (choices !== undefined) return choices[0];
  const [first] = anyOf ?? oneOf ?? [];
  if (first !== undefined) return sampleOf(first, name);
  if (allOf !== undefined) return Object.assign({}, ...allOf.map((each) => sampleOf(each, name)));
  const type = [schema.type].flat()[0];
  if (type === "object" || schema.properties !== undefined)
    return Object.fromEntries(required.map((field) => [field, sampleOf(properties[field] ?? {}, field)]));
  if (type === "array") return [sampleOf(items ?? {}, name)];
  if (type === "integer" || type === "number") return Math.max(minimum ?? 1, 1);
  if (type === "boolean") return true;
  return textOf(schema, name);
};

const textOf = ({ format }: Schema, name: string): string => {
  if (format === "date-time") return "2030-01-01T00:00:00.000Z";
  if (name === "ids" || name === "with" || name === "otherId" || name.startsWith("conversationId"))
    return conversationId;
  return ids[name] ?? "social";
};

type Request = { readonly method: string; readonly path: string; readonly route: string; readonly body?: unknown };

const requests = (): readonly Request[] =>
  Object.entries(document.paths).flatMap(([route, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody, security }]) => {
      if (security?.length === 0) return [];
      const area = route.split("/")[2] ?? "";
      const path = route.replace(/\{(\w+)\}/g, (_, name: string) =>
        name === "id" ? (ids[area] ?? conversationId) : (ids[name] ?? "x"),
      );
      const schema = requestBody?.content["application/json"]?.schema;
      return { method: method.toUpperCase(), path, route, ...(schema === undefined ? {} : { body: sampleOf(schema) }) };
    }),
  );

/** What a route asks for in its address, where it asks for anything. */
const queries: Readonly<Record<string, string>> = {
  "/api/reports": "?from=2026-11-01&to=2026-11-27&by=channel",
  "/api/reports/csv": "?from=2026-11-01&to=2026-11-27&by=channel",
  "/api/wallboard/conversations": "?scope=open",
};

/** What holds of a form beyond its fields' types is not in the document: these refuse the sample before anything else. */
const unasked = [
  "PUT /api/me/views",
  "POST /api/conversations/{id}/enclosures",
  "POST /api/conversations/{id}/messages/{messageId}/redactions",
  "PUT /api/entity",
  "POST /api/promises/foretell",
  "POST /api/incidents/{id}/answer",
  "PUT /api/guard",
];

/** What is kept of the first bank's customers, people and settings; what is projected from logs comes when it comes. */
const kept = async (): Promise<readonly string[]> => {
  const endpoint = system.runtime.environment.AWS_ENDPOINT_URL_DYNAMODB ?? "";
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: "eu-west-3", credentials }));
  const tableName = system.runtime.environment.TABLE_NAME;
  const text = await dump({ client, tableName }, ({ pk, sk }) => areas.test(String(pk)) && sk !== "STORY");
  client.destroy();
  return text.split("\n").toSorted();
};
const areas = /^E#lumiere#(CONV|CONTACT|LINKED|TAGS|MACROS|HOLDS|AGENTS|SETTINGS|DRAFTS|TEMPLATES|INCIDENTS|ENTITY)/;

/** One's own: whoever is signed in may. */
const own = [
  "PUT /api/me/presence",
  "PATCH /api/me/preferences",
  "POST /api/cards",
  "POST /api/search",
  "POST /api/mentions/read",
  "POST /api/live/tickets",
  "POST /api/kit/charter/acceptance",
];

test("who may read and no more changes nothing by any route", async () => {
  const record = async (role: "agent" | "compliance") => {
    const agent = (await system.runtime.store.readDesk("boreale", "agent-boreale"))?.agent;
    if (agent === undefined) throw new Error("nobody is there");
    await system.runtime.store.putAgent({ ...agent, role });
  };
  // What the token claims and what the bank recorded have reading in common, and nothing else.
  await record("compliance");
  const done: string[] = [];
  for (const { body, method, path, route } of requests()) {
    if (method === "GET") continue;
    const { code, status } = await asOther("agent", method, path, body);
    if (status !== 403 && status !== 400) done.push(`${method} ${route}`);
    else expect(code === "permission.denied" || status === 400, `${method} ${route}: ${code}`).toBe(true);
  }
  await record("agent");
  expect(done).toEqual(own);
});

test("no route shows another bank what is ours, or changes it, whoever asks", async () => {
  const before = await kept();
  expect(before.length).toBeGreaterThan(10);
  const ours = [...Object.values(words), "lumiere", "Lumière", "Camille", "Inès"];
  const refused = new Map<string, boolean>();
  for (const role of ["agent", "supervisor", "compliance", "admin"] as const) {
    for (const { body, method, path, route } of requests()) {
      const name = `${method} ${route}`;
      const { status, text } = await asOther(role, method, `${path}${queries[route] ?? ""}`, body);
      expect(status, `${role} ${name}`).toBeLessThan(500);
      expect(
        ours.filter((word) => text.includes(word)),
        `${role} ${name}`,
      ).toEqual([]);
      refused.set(name, status === 400 && (refused.get(name) ?? true));
    }
  }
  expect([...refused].flatMap(([name, isRefused]) => (isRefused ? [name] : []))).toEqual(unasked);
  expect(await kept()).toEqual(before);
});
