import { type Environment, required } from "./environment.ts";

/** Open WebSocket connections, wherever they are held. */
export type Sockets = {
  post(connectionId: string, frame: string): Promise<"sent" | "gone">;
  close(connectionId: string): Promise<void>;
};

const postTimeoutMilliseconds = 2_000;

/** Connections held by API Gateway (WebSocket API, "@connections" commands). */
export const createSockets = (environment: Environment): Sockets => {
  const opening = import("@aws-sdk/client-apigatewaymanagementapi").then((sdk) => ({
    sdk,
    client: new sdk.ApiGatewayManagementApiClient({
      endpoint: required(environment, "LIVE_ENDPOINT"),
      region: environment.AWS_REGION,
      maxAttempts: 2,
    }),
  }));
  return {
    post: async (connectionId, frame) => {
      const { client, sdk } = await opening;
      try {
        await client.send(new sdk.PostToConnectionCommand({ ConnectionId: connectionId, Data: Buffer.from(frame) }), {
          abortSignal: AbortSignal.timeout(postTimeoutMilliseconds),
        });
        return "sent";
      } catch (error) {
        // 410: the page has left and API Gateway told nobody.
        if (error instanceof sdk.GoneException) return "gone";
        throw error;
      }
    },
    close: async (connectionId) => {
      const { client, sdk } = await opening;
      try {
        await client.send(new sdk.DeleteConnectionCommand({ ConnectionId: connectionId }), {
          abortSignal: AbortSignal.timeout(postTimeoutMilliseconds),
        });
      } catch (error) {
        // Closing what is closed is done.
        if (!(error instanceof sdk.GoneException)) throw error;
      }
    },
  };
};
