import { Aws } from "aws-cdk-lib";
import { WebSocketApi, WebSocketStage } from "aws-cdk-lib/aws-apigatewayv2";
import { WebSocketLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { explain } from "./explain.ts";

const stageName = "live";

/** The WebSocket API without its routes: functions need its addresses before they can serve it. */
export const createLiveApi = (scope: Construct): WebSocketApi =>
  new WebSocketApi(scope, "LiveApi", { description: "Guichet: what changed, to who may see it" });

export type LiveAddresses = { origin: string; url: string; endpoint: string; connectionsArn: string };

export const liveAddresses = ({ apiId }: WebSocketApi): LiveAddresses => {
  const host = `${apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
  return {
    origin: `wss://${host}`,
    url: `wss://${host}/${stageName}`,
    endpoint: `https://${host}/${stageName}`,
    connectionsArn: `arn:${Aws.PARTITION}:execute-api:${Aws.REGION}:${Aws.ACCOUNT_ID}:${apiId}/${stageName}/*/@connections/*`,
  };
};

export const serveLive = (scope: Construct, api: WebSocketApi, live: IFunction): void => {
  for (const key of ["$connect", "$disconnect", "$default"]) {
    const route = api.addRoute(key, { integration: new WebSocketLambdaIntegration(`Live${key.slice(1)}`, live) });
    explain(route, [{ rule: "AwsSolutions-APIG4", reason: TICKET }]);
  }
  const stage = new WebSocketStage(scope, "LiveStage", {
    webSocketApi: api,
    stageName,
    autoDeploy: true,
    throttle: { rateLimit: FRAMES_PER_SECOND, burstLimit: FRAMES_PER_SECOND },
  });
  explain(stage, [{ rule: "AwsSolutions-APIG1", reason: NO_ACCESS_LOG }]);
};

/** A thousand agents each ping every 20 s, and all of them reconnect at once after a cut. */
const FRAMES_PER_SECOND = 1000;

const TICKET =
  "A connection opens with a ticket for one use within 30 s that the API gave to a signed-in agent; the function redeems it and checks the page's origin.";
const NO_ACCESS_LOG =
  "Logs of a WebSocket API need one role for the whole account and region, which is not this stack's to set. The function logs each connection by its ids.";
