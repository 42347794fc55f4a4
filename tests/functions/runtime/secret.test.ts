import {
  GetSecretValueCommand,
  InvalidRequestException,
  ResourceNotFoundException,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { mockClient } from "aws-sdk-client-mock";
import { afterAll, beforeEach, expect, test } from "vitest";
import { createRuntime, credentialOf } from "#functions/runtime";
import { secrets as known } from "../../support/bank.ts";
import { startTestDatabase } from "../../support/database.ts";

const manager = mockClient(SecretsManagerClient);
const given = { META_APP_SECRET_ARN: "arn:app-secret", CHANNEL_TOKENS_ARN: "arn:tokens" };
beforeEach(() => manager.reset());
afterAll(() => manager.restore());

/** Secrets Manager's word for a secret that is there and has no value. */
const unfilled = () =>
  new ResourceNotFoundException({ message: "Secrets Manager can't find the specified secret value", $metadata: {} });

test("a secret that nobody has filled yet is named as what is missing", async () => {
  manager.on(GetSecretValueCommand).rejects(unfilled());
  const { secrets } = createRuntime(given);
  await expect(secrets.read("META_APP_SECRET")).rejects.toMatchObject({
    code: "configuration.invalid",
    details: { variable: "META_APP_SECRET" },
  });
});

test("Secrets Manager out of reach is no secret left empty", async () => {
  manager.on(GetSecretValueCommand).rejects(new TypeError("out of reach"));
  const { secrets } = createRuntime(given);
  await expect(secrets.read("META_APP_SECRET")).rejects.toThrow(TypeError);
});

test("what was read serves on for an hour while Secrets Manager is out of reach; what it refuses is gone at once", async () => {
  const begun = Date.parse("2026-11-23T09:00:00.000Z");
  let minutes = 0;
  const { secrets } = createRuntime(given, { now: () => new Date(begun + minutes * 60_000).toISOString() });
  const read = async () => (await secrets.read("META_APP_SECRET")).reveal();
  manager.on(GetSecretValueCommand).resolves({ SecretString: "one" });
  expect(await read()).toBe("one");
  manager.on(GetSecretValueCommand).rejects(new TypeError("out of reach"));
  for (minutes of [6, 30, 59]) expect(await read()).toBe("one");
  minutes = 61;
  await expect(read()).rejects.toThrow(TypeError);
  manager.on(GetSecretValueCommand).resolves({ SecretString: "two" });
  expect(await read()).toBe("two");
  minutes = 67;
  const denied = new InvalidRequestException({ message: "no", $metadata: {} });
  manager.on(GetSecretValueCommand).rejects(denied);
  await expect(read()).rejects.toBe(denied);
});

test("an account without a token is one to connect, where the operator has filled in no tokens", async () => {
  const { CHANNEL_TOKENS: _, ...others } = known;
  const database = await startTestDatabase();
  const runtime = createRuntime({ ...others, ...given }, { store: database.store });
  const account = { entityId: "banque", platform: "x", accountId: "900100200300" };
  manager.on(GetSecretValueCommand).rejects(unfilled());
  expect(await credentialOf(runtime, account)).toBeUndefined();
  manager.on(GetSecretValueCommand).rejects(new TypeError("out of reach"));
  await expect(credentialOf(runtime, account)).rejects.toThrow(TypeError);
  await database.stop();
});
