import { Aws } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { FunctionPlan } from "./plan.ts";
import type { Queues } from "./queues.ts";
import type { Secrets } from "./secrets.ts";

export type Reach = {
  key: IKey;
  table: Table;
  queues: Queues;
  secrets: Secrets;
  pictures: IBucket;
  notices: ITopic;
  connectionsArn: string;
};

/** The statements a function's plan comes to: actions and resources by name. */
export const statementsOf = (plan: FunctionPlan, reach: Reach): PolicyStatement[] => [
  ...tableStatements(plan, reach),
  ...queueStatements(plan, reach),
  ...secretStatements(plan, reach),
  ...pictureStatements(plan, reach),
  ...noticeStatements(plan, reach),
  ...connectionStatements(plan, reach),
  ...keyStatements(plan, reach),
];

const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];
const WRITE = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"];

const tableStatements = (plan: FunctionPlan, { table }: Reach): PolicyStatement[] => {
  const { indexes, notes, partitions, table: access } = plan;
  if (access === "none") return [];
  const items = new PolicyStatement({
    actions: access === "write" ? [...READ, ...WRITE] : READ,
    resources: [table.tableArn],
    ...(partitions && { conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": partitions } } }),
  });
  const lists = new PolicyStatement({
    actions: ["dynamodb:Query"],
    resources: indexes.map((index) => `${table.tableArn}/index/${index}`),
  });
  const noted = new PolicyStatement({
    actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
    resources: [table.tableArn],
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": notes ?? [] } },
  });
  return [items, ...(indexes.length > 0 ? [lists] : []), ...(notes === undefined ? [] : [noted])];
};

const queueStatements = ({ deadLetters, receives, sends }: FunctionPlan, { queues }: Reach): PolicyStatement[] => {
  const look = new PolicyStatement({
    actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"],
    resources: Object.values(queues).map((pair) => pair.deadLetters.queueArn),
  });
  const send = new PolicyStatement({
    actions: ["sqs:SendMessage"],
    resources: sends.map((name) => queues[name].queue.queueArn),
  });
  const receive = (name: keyof Queues): PolicyStatement =>
    new PolicyStatement({
      actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility"],
      resources: [queues[name].queue.queueArn],
    });
  return [
    ...(sends.length > 0 ? [send] : []),
    ...(receives ? [receive(receives)] : []),
    ...(deadLetters ? [look] : []),
  ];
};

const secretStatements = ({ secrets: names }: FunctionPlan, { secrets }: Reach): PolicyStatement[] =>
  names.length === 0
    ? []
    : [
        new PolicyStatement({
          actions: ["secretsmanager:GetSecretValue"],
          resources: names.map((name) => secrets[name].secretArn),
        }),
      ];

/** Who may not list a bucket is told of a missing object that it is forbidden. */
const pictureStatements = ({ pictures: uses }: FunctionPlan, { pictures }: Reach): PolicyStatement[] => {
  if (uses.length === 0) return [];
  const objects = new PolicyStatement({
    actions: uses.map((use) => PICTURE_ACTIONS[use]),
    resources: [pictures.arnForObjects("*")],
  });
  if (!uses.includes("get")) return [objects];
  return [objects, new PolicyStatement({ actions: ["s3:ListBucket"], resources: [pictures.bucketArn] })];
};

const PICTURE_ACTIONS = { put: "s3:PutObject", get: "s3:GetObject", remove: "s3:DeleteObject" } as const;

const noticeStatements = ({ notices: isTelling }: FunctionPlan, { notices }: Reach): PolicyStatement[] =>
  isTelling ? [new PolicyStatement({ actions: ["sns:Publish"], resources: [notices.topicArn] })] : [];

const connectionStatements = ({ connections }: FunctionPlan, { connectionsArn }: Reach): PolicyStatement[] =>
  connections ? [new PolicyStatement({ actions: ["execute-api:ManageConnections"], resources: [connectionsArn] })] : [];

/** The key is used through the services that hold the data, never by a function itself. */
const keyStatements = (plan: FunctionPlan, { key }: Reach): PolicyStatement[] => {
  const uses: [boolean, string, string[]][] = [
    [plan.table === "read" && plan.notes === undefined, "dynamodb", ["kms:Decrypt", "kms:DescribeKey"]],
    [plan.table === "write" || plan.notes !== undefined, "dynamodb", TABLE_WRITE_KEY_USES],
    [plan.sends.length > 0, "sqs", ["kms:Decrypt", "kms:GenerateDataKey"]],
    [plan.sends.length === 0 && plan.receives !== undefined, "sqs", ["kms:Decrypt"]],
    [plan.secrets.length > 0, "secretsmanager", ["kms:Decrypt"]],
    [plan.notices === true, "sns", ["kms:Decrypt", "kms:GenerateDataKey"]],
    [plan.pictures.includes("get") && !plan.pictures.includes("put"), "s3", ["kms:Decrypt"]],
    [plan.pictures.includes("put"), "s3", ["kms:Decrypt", "kms:GenerateDataKey"]],
  ];
  return uses.flatMap(([needed, service, actions]) =>
    needed
      ? [
          new PolicyStatement({
            actions,
            resources: [key.keyArn],
            conditions: { StringEquals: { "kms:ViaService": `${service}.${Aws.REGION}.amazonaws.com` } },
          }),
        ]
      : [],
  );
};

/** What DynamoDB asks of a caller that writes to a table under a key of the customer's. */
const TABLE_WRITE_KEY_USES = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
];
