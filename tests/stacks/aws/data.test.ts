import { describe, expect, it } from "vitest";
import * as Store from "#core/store";
import * as Aws from "#stacks/aws";
import { resourcesOf, synthesise } from "./stack.ts";

const template = synthesise();
const disposable = synthesise({ DISPOSABLE: "yes" });

describe("the table", () => {
  const [table] = Object.values(resourcesOf(template, "AWS::DynamoDB::Table"));

  it("is the one that the store defines", () => {
    const { KeySchema, GlobalSecondaryIndexes, BillingMode } = Store.tableDefinition;
    expect(table?.Properties).toMatchObject({ KeySchema, GlobalSecondaryIndexes, BillingMode });
    expect(table?.Properties["AttributeDefinitions"]).toEqual(Store.tableDefinition.AttributeDefinitions);
    expect(table?.Properties["TimeToLiveSpecification"]).toEqual({
      AttributeName: Store.expiryAttribute,
      Enabled: true,
    });
  });

  it("has no stream, which would keep for a day what was taken out of it", () => {
    expect(table?.Properties).not.toHaveProperty("StreamSpecification");
  });

  it("can be restored to any second and is not deleted by mistake", () => {
    expect(table?.Properties).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
    });
    template.hasResource("AWS::DynamoDB::Table", { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
  });

  it("goes with a stage that is declared disposable", () => {
    disposable.hasResource("AWS::DynamoDB::Table", {
      DeletionPolicy: "Delete",
      Properties: { DeletionProtectionEnabled: false },
    });
  });
});

describe("the queues", () => {
  const queues = resourcesOf(template, "AWS::SQS::Queue");
  const queueOf = (name: string) => Object.entries(queues).find(([id]) => id.startsWith(name))?.[1].Properties ?? {};

  it.each(["Inbound", "Deliver"])("%s keeps the order of a group and never of the whole queue", (name) => {
    for (const queue of [queueOf(`${name}Queue`), queueOf(`${name}DeadLetters`)]) {
      expect(queue).toMatchObject({
        FifoQueue: true,
        DeduplicationScope: "messageGroup",
        FifoThroughputLimit: "perMessageGroupId",
      });
    }
  });

  it.each([
    ["Inbound", 8],
    ["Deliver", 8],
    ["Route", 5],
    ["Timers", 5],
    ["Changes", 5],
    ["Pictures", 5],
  ])("%s puts a message aside after %i attempts", (name, attempts) => {
    expect(queueOf(`${name}Queue`)["RedrivePolicy"]).toMatchObject({
      maxReceiveCount: attempts,
      deadLetterTargetArn: { "Fn::GetAtt": [expect.stringMatching(`^${name}DeadLetters`), "Arn"] },
    });
  });

  it("are encrypted and refuse plain connections, dead letters too", () => {
    expect(Object.keys(queues)).toHaveLength(14);
    for (const { Properties } of Object.values(queues)) expect(Properties["KmsMasterKeyId"]).toBeDefined();
    const refusing = Object.values(resourcesOf(template, "AWS::SQS::QueuePolicy")).filter(({ Properties }) =>
      JSON.stringify(Properties).includes('"aws:SecureTransport":"false"'),
    );
    expect(refusing).toHaveLength(14);
  });

  it("are drained ten at a time, pictures and repairs one by one, and only what failed comes back", () => {
    const mappings = Object.values(resourcesOf(template, "AWS::Lambda::EventSourceMapping"));
    expect(mappings).toHaveLength(7);
    for (const { Properties } of mappings) {
      const BatchSize = /PicturesQueue|RepairsQueue/.test(JSON.stringify(Properties["EventSourceArn"])) ? 1 : 10;
      expect(Properties).toMatchObject({ BatchSize, FunctionResponseTypes: ["ReportBatchItemFailures"] });
    }
  });

  it("show a message again by themselves only after six of its function's time-outs, as AWS asks for", () => {
    const titled = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Queue`;
    for (const plan of Aws.functionNames.map(Aws.planOf)) {
      if (plan.receives === undefined) continue;
      expect(queueOf(titled(plan.receives))["VisibilityTimeout"]).toBeGreaterThanOrEqual(6 * plan.timeoutSeconds);
    }
  });
});

describe("the bucket of pictures", () => {
  const [bucket] = Object.entries(resourcesOf(template, "AWS::S3::Bucket")).filter(([id]) => id.startsWith("Pictures"));

  it("forgets after a day, keeps no versions, is under the stage's key and open to nobody", () => {
    expect(bucket?.[1].Properties).toMatchObject({
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 1, Status: "Enabled" }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: expect.anything() } },
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(bucket?.[1].Properties["VersioningConfiguration"]).toBeUndefined();
  });

  it("refuses plain connections", () => {
    const policies = Object.values(resourcesOf(template, "AWS::S3::BucketPolicy")).filter(({ Properties }) =>
      JSON.stringify(Properties["Bucket"]).includes("Pictures"),
    );
    expect(JSON.stringify(policies)).toContain('"aws:SecureTransport":"false"');
  });

  it("is where pictures are looked for, and on AWS no host is trusted besides the platforms'", () => {
    for (const { Properties } of Object.values(resourcesOf(template, "AWS::Lambda::Function"))) {
      expect(JSON.stringify(Properties["Environment"] ?? {})).not.toContain("PICTURE_HOSTS");
    }
  });
});
