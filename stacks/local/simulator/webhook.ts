import { createHmac } from "node:crypto";

export type Sender = "x" | "meta";
export type Webhooks = {
  /** Posts a signed delivery; resolves with the status, 0 when nobody answered. What is not taken is tried again. */
  send(sender: Sender, payload: unknown): Promise<number>;
  stop(): void;
};

/** Both platforms give up on an endpoint that is silent for longer. */
const timeoutMilliseconds = 10_000;
const retryMilliseconds = [1_000, 4_000, 15_000, 60_000];

type Options = {
  /** Where the webhooks are, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly consumerSecret: string;
  readonly appSecret: string;
};

export const createWebhooks = (options: Options): Webhooks => {
  const waiting = new Set<NodeJS.Timeout>();
  const attempt = async (sender: Sender, payload: unknown, retries = retryMilliseconds): Promise<number> => {
    const status = await post(options, sender, payload);
    const [delay, ...later] = retries;
    if (status !== 200 && delay !== undefined) {
      const timer = setTimeout(() => {
        waiting.delete(timer);
        void attempt(sender, payload, later);
      }, delay);
      waiting.add(timer);
    }
    return status;
  };
  return {
    send: attempt,
    stop: () => {
      for (const timer of waiting) clearTimeout(timer);
    },
  };
};

const post = async (options: Options, sender: Sender, payload: unknown): Promise<number> => {
  const { path, body, headers } = signed(sender, payload, options);
  try {
    const response = await fetch(`${options.url}${path}`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
};

type Secrets = Pick<Options, "consumerSecret" | "appSecret">;
type Signed = { readonly path: string; readonly body: string; readonly headers: Readonly<Record<string, string>> };

/** A delivery as its sender writes and signs it. */
export const signed = (sender: Sender, payload: unknown, secrets: Secrets): Signed =>
  sender === "x" ? signedByX(secrets, payload) : signedByMeta(secrets, payload);

/** Base64 over the body as sent. Source: docs.x.com, x-api/webhooks/quickstart. */
const signedByX = ({ consumerSecret }: Secrets, payload: unknown): Signed => {
  const body = JSON.stringify(payload);
  const signature = createHmac("sha256", consumerSecret).update(body).digest("base64");
  return { path: "/webhooks/x", body, headers: { "x-twitter-webhooks-signature": `sha256=${signature}` } };
};

/**
 * Hex over the body as sent, which Meta writes in ASCII with slashes escaped.
 * Source: developers.facebook.com/docs/graph-api/webhooks/getting-started.
 */
const signedByMeta = ({ appSecret }: Secrets, payload: unknown): Signed => {
  const body = JSON.stringify(payload)
    .replaceAll("/", "\\/")
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const signature = createHmac("sha256", appSecret).update(body).digest("hex");
  return { path: "/webhooks/meta", body, headers: { "x-hub-signature-256": `sha256=${signature}` } };
};
