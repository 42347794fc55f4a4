import { Aws } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpStage,
  type IHttpApi,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Alias, type IFunction, type IVersion, type Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { explain } from "./explain.ts";
import type { Settings } from "./settings.ts";

const webhookRoutes: [HttpMethod, string][] = [
  [HttpMethod.GET, "/webhooks/x"],
  [HttpMethod.POST, "/webhooks/x"],
  [HttpMethod.GET, "/webhooks/meta"],
  [HttpMethod.POST, "/webhooks/meta"],
  [HttpMethod.GET, "/healthz"],
];
const apiMethods = [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE];

/** The HTTP API without its routes: the page's distribution needs its name before there are functions. */
export const createHttpApi = (scope: Construct): HttpApi =>
  new HttpApi(scope, "HttpApi", { description: "Guichet: webhooks and API", createDefaultStage: false });

export const hostOf = (api: HttpApi): string => `${api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;

type Served = {
  webhooks: LambdaFunction;
  api: LambdaFunction;
  story: LambdaFunction;
  secure: LambdaFunction;
  accessLog: LogGroup;
  settings: Settings;
};

export const serveHttp = (scope: Construct, http: HttpApi, served: Served): void => {
  const webhooks = new HttpLambdaIntegration("Webhooks", keepWarm(scope, served.webhooks, served.settings));
  const signed = webhookRoutes.flatMap(([method, path]) =>
    http.addRoutes({ path, methods: [method], integration: webhooks }),
  );
  const api = new HttpLambdaIntegration("Api", served.api);
  const withToken = http.addRoutes({ path: "/api/{proxy+}", methods: apiMethods, integration: api });
  const stories = http.addRoutes({
    path: "/api/conversations/{id}/messages/{messageId}/stories/{storyId}",
    methods: [HttpMethod.GET],
    integration: new HttpLambdaIntegration("Story", served.story),
  });
  const secure = new HttpLambdaIntegration("Secure", served.secure);
  const ofCustomers = http.addRoutes({
    path: "/secure/{proxy+}",
    methods: [HttpMethod.GET, HttpMethod.POST],
    integration: secure,
  });
  for (const route of ofCustomers) explain(route, [CUSTOMERS]);
  for (const route of signed) explain(route, [SIGNED]);
  for (const route of [...withToken, ...stories]) explain(route, [TOKEN]);
  // The gateway refuses limits for a route it does not have yet.
  createStage(scope, http, served.accessLog).node.addDependency(...signed);
};

/** Functions that are kept warm are reached through an alias: Lambda warms versions, not the latest code. */
const keepWarm = (scope: Construct, webhooks: LambdaFunction, { webhooksProvisioned }: Settings): IFunction =>
  webhooksProvisioned === 0
    ? webhooks
    : (new Alias(scope, "WebhooksWarm", {
        aliasName: "warm",
        version: webhooks.currentVersion as IVersion,
        provisionedConcurrentExecutions: webhooksProvisioned,
        // aws-cdk-lib is not written for exactOptionalPropertyTypes: its own classes miss its own interfaces.
      }) as IFunction);

const createStage = (scope: Construct, http: HttpApi, accessLog: LogGroup): HttpStage => {
  const stage = new HttpStage(scope, "HttpStage", {
    httpApi: http as IHttpApi,
    stageName: "$default",
    autoDeploy: true,
    throttle: { rateLimit: API_PER_SECOND, burstLimit: API_PER_SECOND * 2 },
    accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: ACCESS_LOG },
  });
  const limit = { ThrottlingRateLimit: WEBHOOKS_PER_SECOND, ThrottlingBurstLimit: WEBHOOKS_PER_SECOND };
  if (stage.node.defaultChild instanceof CfnStage) {
    stage.node.defaultChild.routeSettings = { "POST /webhooks/x": limit, "POST /webhooks/meta": limit };
  }
  return stage;
};

const API_PER_SECOND = 200;
/** A platform delivers a storm of comments in bursts; what is refused it delivers again. */
const WEBHOOKS_PER_SECOND = 1000;

/** The route, never the path or the query: they hold a platform's ids, its challenge and whatever a stranger types. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    at: "$context.requestTime",
    requestId: "$context.requestId",
    route: "$context.routeKey",
    status: "$context.status",
    bytes: "$context.responseLength",
    milliseconds: "$context.responseLatency",
    error: "$context.error.responseType",
  }),
);

const SIGNED = {
  rule: "AwsSolutions-APIG4",
  reason: "The platform signs the raw body (HMAC) and the function refuses what is not signed; /healthz tells nothing.",
};
const CUSTOMERS = {
  rule: "AwsSolutions-APIG4",
  reason:
    "The function signs customers in at the bank's own issuer, holds each form to its browser and each notice to the bank's signature; before that it shows who asks, and nothing else.",
};
const TOKEN = {
  rule: "AwsSolutions-APIG4",
  reason:
    "The function checks the access token itself (signature, issuer, audience, expiry, role, entity) and answers with a problem; /api/openapi.json is public.",
};
