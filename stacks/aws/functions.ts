import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Architecture, type Code, Function as LambdaFunction, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { explain } from "./explain.ts";
import { logPrefix } from "./key.ts";
import { type Reach, statementsOf } from "./permission.ts";
import { type FunctionName, type FunctionPlan, planOf, type ServiceName, serviceNames } from "./plan.ts";
import type { Settings } from "./settings.ts";

/** The bundled code of a function. */
export type CodeOf = (name: FunctionName) => Code;

export type Functions = Record<ServiceName, LambdaFunction>;

export type Ground = {
  settings: Settings;
  codeOf: CodeOf;
  reach: Reach;
  /** Variables of every function; none of them is a secret. */
  variables: Record<string, string>;
};

export const createFunctions = (scope: Construct, ground: Ground): Functions =>
  Object.fromEntries(serviceNames.map((name) => [name, createFunction(scope, name, ground)])) as Functions;

/**
 * A function as its plan says: its own role, its own log group, nothing shared. No X-Ray: a trace keeps the
 * addresses of outward calls, which hold the ids of customers.
 */
export const createFunction = (scope: Construct, name: FunctionName, ground: Ground): LambdaFunction => {
  const plan = planOf(name);
  const logGroup = createLogGroup(scope, `${titled(name)}Log`, { ...ground, key: ground.reach.key, name });
  const role = createRole(scope, name, ground.reach);
  logGroup.grantWrite(role);
  return new LambdaFunction(scope, `${titled(name)}Function`, {
    description: `Guichet, stage ${ground.settings.stage}: ${name}`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: "index.handler",
    code: ground.codeOf(name),
    role,
    logGroup,
    memorySize: plan.memoryMegabytes,
    timeout: Duration.seconds(plan.timeoutSeconds),
    tracing: Tracing.DISABLED,
    environment: { ...ground.variables, ...secretVariables(plan, ground.reach) },
  });
};

type LogRequest = { settings: Settings; key: IKey; name: string };

export const createLogGroup = (scope: Construct, id: string, { settings, key, name }: LogRequest): LogGroup =>
  new LogGroup(scope, id, {
    logGroupName: `${logPrefix(settings)}/${name}`,
    encryptionKey: key,
    retention: settings.logRetentionDays,
    removalPolicy: settings.disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });

const createRole = (scope: Construct, name: FunctionName, reach: Reach): Role => {
  const plan = planOf(name);
  const role = new Role(scope, `${titled(name)}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  for (const statement of statementsOf(plan, reach)) role.addToPolicy(statement);
  if (plan.connections) explain(role.node.findChild("DefaultPolicy"), [CONNECTIONS]);
  if (plan.pictures.length > 0) explain(role.node.findChild("DefaultPolicy"), [PICTURES]);
  return role;
};

const CONNECTIONS = {
  rule: "AwsSolutions-IAM5",
  reason: "API Gateway names a connection when it opens; the statement is held to one API, one stage and @connections.",
  findings: [{ regex: "/^Resource::.*\\/@connections\\/\\*$/" }],
};

const PICTURES = {
  rule: "AwsSolutions-IAM5",
  reason: "An object is named for its picture, by a hash; the statement is held to the one bucket of pictures.",
  findings: [{ regex: "/^Resource::<Pictures[0-9A-F]{8}\\.Arn>\\/\\*$/" }],
};

/** A function gets the address of a secret and reads the value itself. */
const secretVariables = ({ secrets: names }: FunctionPlan, { secrets }: Reach): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`${name}_ARN`, secrets[name].secretArn]));

const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
