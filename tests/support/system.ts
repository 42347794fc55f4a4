import { vi } from "vitest";
import { type Simulator, type System, type SystemOptions, startSystem } from "#stacks/local";

export type Answer = {
  readonly status: number;
  readonly body: Record<string, unknown> & { readonly [key: string]: never };
};
type Card = {
  readonly id: string;
  readonly channel: string;
  readonly assignee: string | null;
  readonly preview?: string;
  readonly dueAt: string | null;
  readonly status: string;
  readonly contact: { readonly name?: string; readonly handle?: string };
  readonly version: number;
  readonly unsent: number;
  readonly awaiting: boolean;
};
type Message = {
  readonly id: string;
  readonly direction: string;
  readonly kind: string;
  readonly text: string;
  readonly delivery?: string;
  readonly deliveryReason?: string;
  readonly edited?: boolean;
  readonly removed?: boolean;
  readonly redactions: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
};
export type View = Card & {
  readonly messages: readonly Message[];
  readonly events: readonly { readonly type: string }[];
};

export type TestSystem = System & {
  /** A request to the API in somebody's name. */
  ask(who: string, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  list(who?: string, query?: string): Promise<readonly Card[]>;
  read(id: string, who?: string): Promise<View>;
  /** The conversation whose card satisfies this, as soon as there is one. */
  conversation(matches: (card: Card) => boolean): Promise<View>;
};

/** Waits for something the system does on its own time, looking again and again: not so often that the looks hold it up. */
export const eventually = <Result>(look: () => Promise<Result> | Result, timeoutSeconds = 20): Promise<Result> =>
  vi.waitFor(look, { timeout: timeoutSeconds * 1000, interval: 60 });

let keys = 0;

/** The whole system in memory, without demo customers and without the page. */
export const startTestSystem = async (options: Partial<SystemOptions> = {}): Promise<TestSystem> => {
  const system = await startSystem({ port: 0, demo: false, page: false, ...options });
  const ask: TestSystem["ask"] = async (who, method, path, body, headers = {}) => {
    keys += 1;
    const response = await fetch(`${system.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await system.token(who)}`,
        "content-type": "application/json",
        "idempotency-key": `key-${keys}`,
        "accept-language": "en",
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? {} : JSON.parse(text) };
  };
  const list: TestSystem["list"] = async (who = "agent", query = "limit=100") =>
    (await ask(who, "GET", `/api/conversations?${query}`)).body["items"] ?? [];
  const read: TestSystem["read"] = async (id, who = "agent") =>
    (await ask(who, "GET", `/api/conversations/${id}`)).body as unknown as View;
  const conversation: TestSystem["conversation"] = (matches) =>
    eventually(async () => {
      const card = (await list()).find(matches);
      if (card === undefined) throw new Error("no such conversation yet");
      return read(card.id);
    });
  return { ...system, ask, list, read, conversation };
};

export type Customer = ReturnType<Simulator["customer"]>;
