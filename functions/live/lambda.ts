import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from "aws-lambda";
import { createRuntime, inTime } from "#functions/runtime";
import { connect, disconnect, receive } from "./connection.ts";

const runtime = createRuntime(process.env);

/** $connect alone carries the request's headers and query (API Gateway Developer Guide, WebSocket routes). */
type ConnectEvent = APIGatewayProxyWebsocketEventV2 & {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>>;
};

export const handler = inTime(async (event: ConnectEvent): Promise<APIGatewayProxyResultV2> => {
  const { connectionId, routeKey } = event.requestContext;
  if (routeKey === "$connect") {
    const origin = event.headers?.["Origin"] ?? event.headers?.["origin"];
    const answer = await connect(runtime, {
      connectionId,
      ticket: event.queryStringParameters?.["ticket"] ?? "",
      origin,
    });
    return { statusCode: answer.accepted ? 200 : answer.status };
  }
  await (routeKey === "$disconnect"
    ? disconnect(runtime, connectionId)
    : receive(runtime, connectionId, event.body ?? ""));
  return { statusCode: 200 };
});
