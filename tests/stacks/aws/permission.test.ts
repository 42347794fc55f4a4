import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, it } from "vitest";
import * as Account from "#core/account";
import * as Store from "#core/store";
import { resourcesOf, synthesise } from "./stack.ts";

type Statement = { Action: string | string[]; Resource: unknown; Condition?: Record<string, Record<string, unknown>> };

const template = synthesise();

/** The statements of a function's role, found through the function itself. */
const statementsOf = (name: string): Statement[] => {
  const role = roleOf(name);
  return Object.values(resourcesOf(template, "AWS::IAM::Policy"))
    .filter(({ Properties }) => JSON.stringify(Properties["Roles"]) === JSON.stringify([{ Ref: role }]))
    .flatMap(({ Properties }) => (Properties["PolicyDocument"] as { Statement: Statement[] }).Statement);
};

const roleOf = (name: string): string => {
  for (const [id, { Properties }] of Object.entries(resourcesOf(template, "AWS::Lambda::Function"))) {
    const [role] = (Properties["Role"] as { "Fn::GetAtt": [string, string] })["Fn::GetAtt"];
    if (id.toLowerCase().startsWith(`${name}function`)) return role;
  }
  throw new Error(`no function ${name}`);
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** `InboundQueueF8D91047` in any reference becomes `InboundQueue`; text around it is kept. */
const named = (resource: unknown): string => {
  if (typeof resource === "string") return resource;
  const [kind, value] = Object.entries(resource as Record<string, unknown>)[0] ?? [];
  if (kind === "Fn::Join") return (value as [string, unknown[]])[1].map(named).join("");
  return String(listOf(value)[0]).replace(/[0-9A-F]{8}$/, "");
};

const reached = (name: string, action: string): string[] =>
  statementsOf(name)
    .filter((statement) => listOf(statement.Action).includes(action))
    .flatMap((statement) => listOf(statement.Resource).map(named))
    .sort();

/** The partitions that a piece of work touches. */
const partitionsOf = async (work: (store: Store.Store) => Promise<unknown>): Promise<string[]> => {
  const table = mockClient(DynamoDBDocumentClient).onAnyCommand().resolves({});
  await work(Store.createStore(DynamoDBDocumentClient.from(new DynamoDBClient({ region: "eu-west-3" })), "table"));
  const inputs = table.calls().map((call) => call.args[0].input as { Key?: { pk: string }; Item?: { pk: string } });
  table.restore();
  return inputs.flatMap(({ Item, Key }) => (Item ?? Key)?.pk ?? []);
};

/** By any of its statements: `*` is any number of characters (IAM, "StringLike"). */
const mayWebhookReach = (partition: string): boolean =>
  statementsOf("webhooks")
    .flatMap(({ Condition }) => listOf(Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] ?? []))
    .some((pattern) => new RegExp(`^${String(pattern).replaceAll("*", ".*")}$`).test(partition));

const queues = (...names: string[]) => names.map((name) => `${name}Queue`).sort();
const indexes = (...names: string[]) => names.map((name) => `Table/index/${name}`);

const functions: { name: string; secrets: string[]; tables: string[]; writes: boolean; sends: string[] }[] = [
  {
    name: "webhooks",
    secrets: ["ADDRESSKEY", "EVIDENCEKEY", "IDENTITYKEY", "METAAPPSECRET", "METAVERIFYTOKEN", "XCONSUMERSECRET"],
    tables: ["Table"],
    writes: true,
    sends: queues("Inbound"),
  },
  {
    name: "api",
    secrets: ["EVIDENCEKEY", "IDENTITYKEY", "OIDCCLIENTKEY", "OIDCCLIENTSECRET", "SESSIONKEY", "TOKENKEY"],
    tables: ["Table", ...indexes("byAssignee", "byLatest", "byStatus", "byWaiting")],
    writes: true,
    sends: queues("Inbound", "Route", "Deliver", "Timers", "Changes", "Pictures", "Repairs"),
  },
  {
    name: "story",
    secrets: ["ADDRESSKEY", "CHANNELTOKENS", "METAAPPSECRET", "TOKENKEY"],
    tables: ["Table"],
    writes: false,
    sends: [],
  },
  {
    name: "ingest",
    secrets: ["IDENTITYKEY"],
    tables: ["Table"],
    writes: true,
    sends: queues("Inbound", "Route", "Deliver", "Timers", "Changes", "Pictures"),
  },
  {
    name: "route",
    secrets: [],
    tables: ["Table", ...indexes("byWaiting")],
    writes: true,
    sends: queues("Route", "Timers", "Changes", "Deliver"),
  },
  {
    name: "deliver",
    secrets: ["ADDRESSKEY", "CHANNELTOKENS", "IDENTITYKEY", "METAAPPSECRET", "SECUREKEY", "TOKENKEY"],
    tables: ["Table"],
    writes: true,
    sends: queues("Deliver", "Timers", "Changes", "Route"),
  },
  {
    name: "timer",
    secrets: [],
    tables: ["Table", ...indexes("byStatus")],
    writes: true,
    sends: queues("Timers", "Changes", "Route", "Deliver"),
  },
  {
    name: "picture",
    secrets: ["ADDRESSKEY", "CHANNELTOKENS", "METAAPPSECRET", "TOKENKEY"],
    tables: ["Table"],
    writes: true,
    sends: queues("Timers", "Changes", "Route", "Deliver"),
  },
  {
    name: "repair",
    secrets: ["ADDRESSKEY", "CHANNELTOKENS", "EVIDENCEKEY", "IDENTITYKEY", "METAAPPSECRET", "TOKENKEY"],
    tables: ["Table", ...indexes("byOutbox", "byStatus")],
    writes: true,
    sends: queues("Inbound", "Repairs", "Deliver", "Changes", "Route", "Timers"),
  },
  { name: "fanout", secrets: [], tables: ["Table"], writes: true, sends: [] },
  { name: "live", secrets: [], tables: ["Table"], writes: true, sends: queues("Route") },
  {
    name: "clock",
    secrets: [],
    tables: ["Table", ...indexes("byAssignee", "byLatest", "byOutbox", "byStatus", "byTimer")],
    writes: true,
    sends: queues("Route", "Deliver", "Timers", "Changes", "Repairs"),
  },
  { name: "claims", secrets: [], tables: [], writes: false, sends: [] },
];

describe.each(functions)("$name", ({ name, secrets, tables, writes, sends }) => {
  it("reads its own secrets and no others", () => {
    expect(reached(name, "secretsmanager:GetSecretValue")).toEqual(secrets);
  });

  it("reaches the table as far as it needs to", () => {
    expect(reached(name, "dynamodb:Query")).toEqual(tables);
    expect(reached(name, "dynamodb:PutItem")).toEqual(writes ? ["Table"] : []);
    expect(reached(name, "dynamodb:Scan")).toEqual([]);
  });

  it("sends to its own queues and no others", () => {
    expect(reached(name, "sqs:SendMessage")).toEqual(sends);
  });

  it("uses the key through the services that hold the data only", () => {
    const uses = statementsOf(name).filter((statement) => listOf(statement.Action).join().includes("kms:"));
    expect(uses.length > 0).toBe(name !== "claims");
    expect(uses.every((statement) => statement.Condition?.["StringEquals"]?.["kms:ViaService"] !== undefined)).toBe(
      true,
    );
  });
});

describe("the roles together", () => {
  const names = functions.map(({ name }) => name);

  it("have no wildcard but the connections of the one live API and the objects of the one bucket", () => {
    const wild = names.flatMap((name) =>
      statementsOf(name)
        .flatMap((statement) => [...listOf(statement.Action), ...listOf(statement.Resource).map(named)])
        .filter((text) => String(text).includes("*"))
        .map((text) => `${name}: ${text}`),
    );
    const connections = "arn:AWS::Partition:execute-api:AWS::Region:AWS::AccountId:LiveApi/live/*/@connections/*";
    expect(wild).toEqual([
      "api: Pictures/*",
      "deliver: Pictures/*",
      "timer: Pictures/*",
      "picture: Pictures/*",
      ...["fanout", "live", "clock"].map((name) => `${name}: ${connections}`),
    ]);
  });

  it("belong to one function each", () => {
    const roles = Object.values(resourcesOf(template, "AWS::Lambda::Function")).map(({ Properties }) =>
      JSON.stringify(Properties["Role"]),
    );
    expect(new Set(roles).size).toBe(roles.length);
  });

  it("let the webhook read who an account belongs to, note how it stands, and reach no conversation", () => {
    const [table, notes] = statementsOf("webhooks").filter((statement) =>
      listOf(statement.Action).includes("dynamodb:GetItem"),
    );
    expect(table?.Condition).toEqual({
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["ACCOUNT#*", "ENTITIES"] },
    });
    expect(listOf(table?.Action)).not.toContain("dynamodb:PutItem");
    expect(notes?.Condition).toEqual({
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["E#*#HEALTH", "SENDER#*"] },
    });
  });

  it("let the webhook note an account's health, and reach neither its credential nor its budget", async () => {
    const account = { entityId: "lumiere", platform: "x", accountId: "900100200300" };
    const now = "2026-11-23T09:00:00.000Z";
    const noted = [
      await partitionsOf((store) => store.changeHealth(account, (health) => Account.heard(health, now))),
      await partitionsOf((store) => store.countRefusals("x", 1, now)),
    ].flat();
    const withheld = [
      await partitionsOf((store) => store.putCredential(account, { sealed: "…", kind: "bearer" })),
      await partitionsOf((store) => store.readBudget({ ...account, activity: "post" })),
    ].flat();
    expect(noted.length * withheld.length).toBeGreaterThan(0);
    expect(noted.filter((partition) => !mayWebhookReach(partition))).toEqual([]);
    expect(withheld.filter(mayWebhookReach)).toEqual([]);
  });

  it("let the API take files in and show pictures, the worker read both, delivery send files, erasure remove them, and nobody else", () => {
    const holders = (action: string) => names.filter((name) => reached(name, action).includes("Pictures/*"));
    expect(holders("s3:PutObject").toSorted()).toEqual(["api", "picture"]);
    expect(holders("s3:GetObject").toSorted()).toEqual(["api", "deliver", "picture"]);
    expect(holders("s3:DeleteObject").toSorted()).toEqual(["deliver", "picture", "timer"]);
  });

  it("let delivery tell who is not at the page, and nobody else", () => {
    expect(names.filter((name) => reached(name, "sns:Publish").length > 0)).toEqual(["deliver"]);
    expect(reached("deliver", "sns:Publish")).toEqual(["Notices"]);
  });

  it("let a worker take from its own queue only, and the API from the dead letters", () => {
    const taken = names
      .map((name) => [name, ...reached(name, "sqs:ReceiveMessage")])
      .filter(({ length }) => length > 1);
    const dead = ["Changes", "Deliver", "Inbound", "Pictures", "Repairs", "Route", "Timers"];
    expect(taken).toEqual([
      ["api", ...dead.map((name) => `${name}DeadLetters`)],
      ["ingest", "InboundQueue"],
      ["route", "RouteQueue"],
      ["deliver", "DeliverQueue"],
      ["timer", "TimersQueue"],
      ["picture", "PicturesQueue"],
      ["repair", "RepairsQueue"],
      ["fanout", "ChangesQueue"],
    ]);
  });
});
