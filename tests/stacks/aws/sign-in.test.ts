import type { Context, PreTokenGenerationV2TriggerEvent } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { handler } from "../../../stacks/aws/claims/lambda.ts";
import { resourcesOf, synthesise } from "./stack.ts";

describe("with the bank's own issuer", () => {
  const template = synthesise({
    OIDC_ISSUER: "https://sign-in.lumiere.example/realms/agents",
    OIDC_AUDIENCE: "guichet",
    OIDC_CLIENT_ID: "guichet-page",
    CLAIM_ROLE: "roles",
    OIDC_SCOPE: "openid offline_access",
    OIDC_CLIENT_PROOF: "key",
  });

  it("there is no user pool, and no function for one", () => {
    template.resourceCountIs("AWS::Cognito::UserPool", 0);
    expect(Object.keys(resourcesOf(template, "AWS::Lambda::Function")).filter((id) => id.startsWith("Claims"))).toEqual(
      [],
    );
  });

  it("every function checks tokens against it, by the bank's own claim names", () => {
    template.hasResourceProperties("AWS::Lambda::Function", {
      Description: "Guichet, stage test: api",
      Environment: {
        Variables: {
          OIDC_ISSUER: "https://sign-in.lumiere.example/realms/agents",
          OIDC_AUDIENCE: "guichet",
          OIDC_CLIENT_ID: "guichet-page",
          CLAIM_ROLE: "roles",
          OIDC_SCOPE: "openid offline_access",
          OIDC_CLIENT_PROOF: "key",
        },
      },
    });
  });

  it("the page is not told of it, and may not reach it", () => {
    const policy = JSON.stringify(resourcesOf(template, "AWS::CloudFront::ResponseHeadersPolicy"));
    expect(policy).not.toContain("sign-in.lumiere.example");
  });
});

describe("without one", () => {
  const template = synthesise();

  it("Guichet proves itself by a secret: Amazon Cognito takes nothing else", () => {
    expect(() => synthesise({ OIDC_CLIENT_PROOF: "key" })).toThrow("OIDC_CLIENT_PROOF");
  });

  it("a user pool takes people in by an administrator and a second factor only", () => {
    template.hasResourceProperties("AWS::Cognito::UserPool", {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: "ON",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
    });
  });

  it("a code or a password is of no use to whoever has not the client's secret, and what renews a session is for one time", () => {
    template.hasResourceProperties("AWS::Cognito::UserPoolClient", {
      GenerateSecret: true,
      AllowedOAuthFlows: ["code"],
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
      RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 30 },
    });
  });

  it("nobody can write a role or an entity for themselves", () => {
    const [client] = Object.values(resourcesOf(template, "AWS::Cognito::UserPoolClient"));
    expect(client?.Properties["WriteAttributes"]).toEqual(["email", "name"]);
  });

  it("an access token carries role, entity and name, and no attribute besides", async () => {
    const userAttributes = {
      sub: "0",
      email: "ines@lumiere.example",
      name: "Inès",
      "custom:guichet_role": "supervisor",
      "custom:guichet_entity": "lumiere",
    };
    const answer = await handler(
      { request: { userAttributes } } as unknown as PreTokenGenerationV2TriggerEvent,
      {} as Context,
      () => {},
    );
    expect(answer?.response.claimsAndScopeOverrideDetails?.accessTokenGeneration).toEqual({
      claimsToAddOrOverride: { guichet_role: "supervisor", guichet_entity: "lumiere", name: "Inès" },
    });
  });
});
