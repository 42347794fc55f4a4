import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import * as Channel from "#core/channel";
import { createSimulator, type Simulator } from "../../../../stacks/local/simulator/index.ts";

export type Delivery = { sender: Channel.Sender; body: Uint8Array; signature: string | undefined };
export type Listener = {
  readonly simulator: Simulator;
  readonly url: string;
  readonly deliveries: Delivery[];
  /** What the webhooks answer from now on. */
  answerWith(status: number): void;
  /** Everything that the platforms have told, as the adapters read it. */
  events(): Channel.RawEvent[];
  stop(): void;
};

export const secrets = { consumerSecret: "x-secret-of-the-test", appSecret: "meta-secret-of-the-test" };

/** A bank of a few lines, which keeps what the platforms deliver. */
export const startListener = async (): Promise<Listener> => {
  const deliveries: Delivery[] = [];
  let status = 200;
  const bank = new Hono();
  bank.post("/webhooks/:sender", async ({ req }) => {
    const sender = req.param("sender") === "x" ? "x" : "meta";
    const signature = req.header(sender === "x" ? "x-twitter-webhooks-signature" : "x-hub-signature-256");
    deliveries.push({ sender, body: new Uint8Array(await req.arrayBuffer()), signature });
    return new Response(null, { status });
  });
  const pass = getRequestListener((request, env) => bank.fetch(request, env));
  const server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const simulator = createSimulator({ url, ...secrets });
  bank.route("/", simulator.app);
  return {
    simulator,
    url,
    deliveries,
    answerWith: (next) => {
      status = next;
    },
    events: () => deliveries.flatMap(read),
    stop: () => {
      simulator.stop();
      server.close();
      server.closeAllConnections();
    },
  };
};

export const read = ({ sender, body }: Delivery): Channel.RawEvent[] => Channel.normalise(sender, body).events;

export const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "content-type": "application/json", ...headers },
});

/** An address of the Graph API with a token of the bank's and its proof. */
export const graphAddress = (url: string, path: string, platform = "facebook"): string => {
  const token = `local-${platform}-token`;
  const proof = createHmac("sha256", secrets.appSecret).update(token).digest("hex");
  return `${url}/simulator/graph/v25.0${path}?access_token=${token}&appsecret_proof=${proof}`;
};
