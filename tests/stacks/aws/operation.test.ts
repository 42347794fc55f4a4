import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import * as Aws from "#stacks/aws";
import { nagFindings, resourcesOf, synthesise } from "./stack.ts";

const template = synthesise();
const ownIssuer = {
  OIDC_ISSUER: "https://sign-in.lumiere.example/realms/agents",
  OIDC_AUDIENCE: "guichet",
  OIDC_CLIENT_ID: "guichet-page",
};

describe("alarms", () => {
  const alarms = Object.entries(resourcesOf(template, "AWS::CloudWatch::Alarm"));
  const alarmOf = (id: string) => alarms.find(([found]) => found.startsWith(id))?.[1].Properties ?? {};

  const filtersOf = (metric: string) =>
    Object.values(resourcesOf(template, "AWS::Logs::MetricFilter"))
      .filter(({ Properties }) => JSON.stringify(Properties["MetricTransformations"]).includes(`"${metric}"`))
      .map(({ Properties }) => Properties["FilterPattern"]);

  it.each(["inbound", "route", "deliver", "timers", "changes"])(
    "tell of the first dead letter of %s, and of old ones",
    (name) => {
      expect(alarmOf(`${name}DeadLetterDepth`)).toMatchObject({
        MetricName: "ApproximateNumberOfMessagesVisible",
        Threshold: 1,
        ComparisonOperator: "GreaterThanOrEqualToThreshold",
      });
      expect(alarmOf(`${name}DeadLetterAge`)).toMatchObject({ MetricName: "ApproximateAgeOfOldestMessage" });
    },
  );

  it("tell when the clock is silent", () => {
    expect(alarmOf("clockSilence")).toMatchObject({ TreatMissingData: "breaching", Threshold: 1 });
  });

  it("tell of failing webhooks and of a rate of wrong signatures", () => {
    expect(alarmOf("webhookFailures")).toMatchObject({ MetricName: "WebhookFailures" });
    expect(JSON.stringify(alarmOf("webhookRefusals"))).toContain("100 * FILL(refused, 0) / delivered");
    const patterns = Object.values(resourcesOf(template, "AWS::Logs::MetricFilter")).map(
      ({ Properties }) => Properties["FilterPattern"],
    );
    expect(patterns).toContain('{ $.route = "POST /webhooks/*" && $.status = "401" }');
  });

  it("tell when a challenge of a platform is not answered: X stops delivering then", () => {
    expect(alarmOf("challengeFailures")).toMatchObject({ MetricName: "ChallengeFailures", Threshold: 1 });
    expect(filtersOf("ChallengeFailures")).toEqual(['{ $.route = "GET /webhooks/*" && $.status = "5*" }']);
  });

  it("tell of 5xx that agents or customers are answered with", () => {
    expect(filtersOf("ApiFailures")).toEqual(['{ $.route = "* /api/*" && $.status = "5*" }']);
    expect(filtersOf("SecureFailures")).toEqual(['{ $.route = "* /secure/*" && $.status = "5*" }']);
    for (const id of ["apiFailures", "secureFailures"]) expect(alarmOf(id)).toMatchObject({ Threshold: 5 });
  });

  it("tell of an error that any function logged, of a disconnected account and of a platform's notice", () => {
    expect(alarmOf("loggedErrors")).toMatchObject({ MetricName: "LoggedErrors", Threshold: 1 });
    expect(filtersOf("LoggedErrors")).toEqual(Aws.serviceNames.map(() => '{ $.level = "error" }'));
    expect(alarmOf("disconnectedAccount")).toMatchObject({ MetricName: "Disconnections" });
    expect(filtersOf("Disconnections")).toEqual(['{ $.code = "send.disconnected" }']);
    expect(alarmOf("accountNotice")).toMatchObject({ MetricName: "AccountNotices" });
    expect(filtersOf("AccountNotices")).toEqual(['{ $.event = "webhook.notice" }']);
  });

  it("reach somebody, each of them, and say what is wrong", () => {
    for (const [, { Properties }] of alarms) {
      expect(Properties["AlarmActions"]).toEqual([{ Ref: expect.stringMatching(/^Alarms/) }]);
      expect(String(Properties["AlarmDescription"]).length).toBeGreaterThan(20);
    }
    template.hasResourceProperties("AWS::SNS::TopicPolicy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: "Allow",
            Action: "sns:Publish",
            Principal: { Service: "cloudwatch.amazonaws.com" },
          }),
        ]),
      },
    });
    synthesise({ ALARM_EMAIL: "desk@lumiere.example" }).hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: "desk@lumiere.example",
    });
  });
});

describe("late answers", () => {
  it("are told by an encrypted topic, by e-mail to whom the bank names", () => {
    template.hasResourceProperties("AWS::SNS::Topic", { KmsMasterKeyId: Match.anyValue() });
    const functions = { Environment: { Variables: Match.objectLike({ NOTICE_TOPIC_ARN: Match.anyValue() }) } };
    template.hasResourceProperties("AWS::Lambda::Function", functions);
    template.resourceCountIs("AWS::SNS::Subscription", 0);
    synthesise({ NOTICE_EMAIL: "retards@lumiere.example" }).hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: "retards@lumiere.example",
      TopicArn: { Ref: Match.stringLikeRegexp("^Notices") },
    });
  });
});

describe("functions", () => {
  const functions = Object.entries(resourcesOf(template, "AWS::Lambda::Function")).filter(
    ([id]) => !id.startsWith("Custom"),
  );

  it("run on Node 24 on arm64, untraced, each with a log of its own", () => {
    expect(functions).toHaveLength(Aws.functionNames.length);
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"] });
      expect(Properties["TracingConfig"]).toBeUndefined();
    }
    expect(new Set(functions.map(([, { Properties }]) => JSON.stringify(Properties["LoggingConfig"]))).size).toBe(
      functions.length,
    );
  });

  it("ask for no more memory than an account that is new has to give", () => {
    const wanted = functions.map(([, { Properties }]) => Number(Properties["MemorySize"]));
    expect(Math.max(...wanted)).toBeLessThanOrEqual(3008);
  });

  it("write logs that are encrypted and end", () => {
    for (const { Properties } of Object.values(resourcesOf(template, "AWS::Logs::LogGroup"))) {
      expect(Properties).toMatchObject({ RetentionInDays: 90, KmsKeyId: expect.anything() });
    }
  });

  it("of the webhook are kept warm where a bank asks for it", () => {
    const warm = synthesise({ WEBHOOKS_PROVISIONED: "2" });
    warm.hasResourceProperties("AWS::Lambda::Alias", {
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 },
    });
    template.resourceCountIs("AWS::Lambda::Alias", 0);
  });

  it("of the clock run every minute, and a failed minute is not run again", () => {
    template.hasResourceProperties("AWS::Events::Rule", {
      ScheduleExpression: "rate(1 minute)",
      Targets: [{ RetryPolicy: { MaximumRetryAttempts: 0 } }],
    });
    template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
      FunctionName: { Ref: Match.stringLikeRegexp("^ClockFunction") },
      MaximumRetryAttempts: 0,
    });
  });
});

describe("settings", () => {
  it("of a deployment are refused by name, without their value", () => {
    expect(() => Aws.readSettings("test", { ALARM_EMAIL: "not-an-address" })).toThrow(/^not usable: ALARM_EMAIL$/);
    expect(() => Aws.readSettings("test", { LOG_RETENTION_DAYS: "37" })).toThrow(/LOG_RETENTION_DAYS/);
  });

  it("hold the accounts that admins may name to those the operator lists", () => {
    const variables = { ACCOUNTS_ALLOWED: "x:900100200300,facebook:900100200301" };
    synthesise(variables).hasResourceProperties("AWS::Lambda::Function", {
      Environment: { Variables: Match.objectLike(variables) },
    });
    expect(() => Aws.readSettings("test", { ACCOUNTS_ALLOWED: "900100200300" })).toThrow(/ACCOUNTS_ALLOWED/);
  });

  it("of a platform's address keep its version", () => {
    const variables = { META_GRAPH_URL: "https://graph.facebook.com/v26.0/" };
    expect(Aws.readSettings("test", variables).platforms).toEqual({
      META_GRAPH_URL: "https://graph.facebook.com/v26.0",
    });
  });

  it("of an issuer and of a domain go together", () => {
    expect(() => Aws.readSettings("test", { OIDC_ISSUER: ownIssuer.OIDC_ISSUER })).toThrow(/go together/);
    expect(() => Aws.readSettings("test", { SITE_DOMAIN: "guichet.lumiere.example" })).toThrow(/go together/);
  });
});

describe("the rules of AWS Solutions", () => {
  it("find nothing that is not explained, with a user pool", () => {
    expect(nagFindings()).toEqual([]);
  });

  it("find nothing that is not explained, with the bank's own issuer and domain", () => {
    const domain = {
      SITE_DOMAIN: "guichet.lumiere.example",
      SITE_CERTIFICATE_ARN: "arn:aws:acm:us-east-1:111111111111:certificate/0",
    };
    expect(nagFindings({ ...ownIssuer, ...domain, WEBHOOKS_PROVISIONED: "1" })).toEqual([]);
  });
});
