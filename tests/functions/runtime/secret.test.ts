import {
  GetSecretValueCommand,
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
