import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, CfnOutput } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import * as Aws from "#stacks/aws";
import { localSecrets } from "#stacks/local/secrets";
import { furnishStack, resourcesOf, synthesise } from "./stack.ts";

const known = [{ name: "X_CONSUMER_SECRET", value: "known-to-everybody" }];

describe("secrets", () => {
  const template = synthesise();
  const secrets = Object.entries(resourcesOf(template, "AWS::SecretsManager::Secret"));
  const generated = (id: string) =>
    secrets.find(([found]) => found.startsWith(id))?.[1].Properties["GenerateSecretString"];

  it("are never a value in the template", () => {
    expect(secrets).toHaveLength(13);
    for (const [, { Properties }] of secrets) expect(Properties["SecretString"]).toBeUndefined();
  });

  it("that nobody outside needs are made by AWS, long enough to be read as 32 bytes", () => {
    for (const id of [
      "IDENTITYKEY",
      "ADDRESSKEY",
      "EVIDENCEKEY",
      "TOKENKEY",
      "METAVERIFYTOKEN",
      "SECUREKEY",
      "EDGEKEY",
      "SESSIONKEY",
    ]) {
      expect(generated(id)).toEqual({ ExcludePunctuation: true, PasswordLength: 43 });
    }
    expect(Buffer.from("a".repeat(43), "base64url")).toHaveLength(32);
  });

  it("that a platform or an issuer issues stay empty until somebody fills them", () => {
    for (const id of ["XCONSUMERSECRET", "METAAPPSECRET", "CHANNELTOKENS", "OIDCCLIENTSECRET"])
      expect(generated(id)).toBeUndefined();
  });

  it("that a person fills or hands on are named when the stage is deployed, the others are not", () => {
    const outputs = Object.keys(template.findOutputs("*")).filter((id) => id.startsWith("Secret"));
    expect(outputs.sort()).toEqual([
      "SecretCHANNELTOKENS",
      "SecretMETAAPPSECRET",
      "SecretMETAVERIFYTOKEN",
      "SecretOIDCCLIENTSECRET",
      "SecretXCONSUMERSECRET",
    ]);
  });

  it("are kept when a stage is removed", () => {
    for (const [, secret] of secrets) expect(secret).toMatchObject({ DeletionPolicy: "Retain" });
  });
});

describe("a secret of a developer's machine", () => {
  it("stops synthesis, named but not told, wherever it is in the stack", () => {
    const stack = furnishStack({ variables: { CLAIM_ROLE: "known-to-everybody" }, knownSecrets: known });
    const synthesis = () => (stack.node.root as App).synth();
    expect(synthesis).toThrow(/WebhooksFunction\/Resource holds the local default of X_CONSUMER_SECRET/);
    expect(synthesis).not.toThrow(/known-to-everybody/);
  });

  it("stops synthesis from an output as well", () => {
    const stack = furnishStack({ knownSecrets: known });
    new CfnOutput(stack, "Leak", { value: "https://example.com/?secret=known-to-everybody" });
    expect(() => (stack.node.root as App).synth()).toThrow(/Leak holds the local default/);
  });

  it("stops an upload that holds it", () => {
    const folder = mkdtempSync(join(tmpdir(), "guichet-upload-"));
    writeFileSync(join(folder, "index.mjs"), 'const secret="known-to-everybody"');
    expect(() => Aws.refuseKnownSecretsIn(folder, known)).toThrow(/index\.mjs holds the local default/);
    expect(() => Aws.refuseKnownSecretsIn(folder, [])).not.toThrow();
  });

  it("is in no template, with the ones that `npm start` uses", () => {
    const template = JSON.stringify(synthesise().toJSON());
    for (const value of Object.values(localSecrets(undefined))) expect(template).not.toContain(value);
  });
});
