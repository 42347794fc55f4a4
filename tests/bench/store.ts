import * as Store from "#core/store";
import * as Api from "#functions/api";
import { asciiJson, type QueueName, type Runtime } from "#functions/runtime";
import * as Webhooks from "#functions/webhooks";
import * as Workers from "#functions/workers";
import { type System, startSystem } from "#stacks/local";
import { type Figure, round } from "../support/figure.ts";
import { queueEvent } from "../support/queue-event.ts";
import { openMeter, type Units } from "./store/capacity.ts";
import { deliveryOf, headersOf } from "./webhook/delivery.ts";

const CONVERSATIONS = 20;
const note = "table by the emulator, index writes by DynamoDB's rules";

/** What a conversation's life costs: read and write units of each step, on average, and the size of its head. */
export async function* run(): AsyncGenerator<Figure> {
  const system = await startSystem({ port: 0, demo: false, page: false });
  const meter = openMeter(system.runtime.environment.AWS_ENDPOINT_URL_DYNAMODB ?? "");
  const desk = openDesk(system, meter);
  const costs = new Map<string, Units>();
  let headBytes = 0;
  try {
    for (let number = 0; number < CONVERSATIONS; number += 1) {
      await live(desk, number, async (step, work) => {
        meter.take();
        await work();
        const { read, write } = meter.take();
        const before = costs.get(step) ?? { read: 0, write: 0 };
        costs.set(step, { read: before.read + read, write: before.write + write });
      });
      headBytes += meter.headBytes();
    }
  } finally {
    meter.stop();
    await system.stop();
  }
  for (const [step, units] of costs) yield* unitsOf(`store ${step}`, units);
  yield* unitsOf("store conversation's life", sumOf([...costs.values()]));
  yield { figure: "store head after a life", value: Math.round(headBytes / CONVERSATIONS), unit: "bytes" };
}

/** The functions over a store whose calls are counted; what they queue is kept for the next step. */
const openDesk = (system: System, meter: ReturnType<typeof openMeter>) => {
  const queued: { readonly queue: QueueName; readonly body: string }[] = [];
  const store = Store.createStore(meter.client, system.runtime.environment.TABLE_NAME);
  const queues: Runtime["queues"] = {
    send: async (queue, messages) => {
      queued.push(...messages.map(({ body }) => ({ queue, body: asciiJson(body) })));
    },
  };
  const runtime: Runtime = { ...system.runtime, store, queues };
  const api = Api.createApp(runtime);
  return {
    runtime,
    webhooks: Webhooks.createApp(runtime),
    /** The next message of a queue. */
    next: (queue: QueueName): string | undefined => {
      const at = queued.findIndex((each) => each.queue === queue);
      return at < 0 ? undefined : queued.splice(at, 1)[0]?.body;
    },
    ask: async (number: number, path: string, body?: object): Promise<void> => {
      const response = await api.request(`/api/conversations/${path}`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${await system.token("agent")}`,
          "content-type": "application/json",
          "idempotency-key": `bench-${number}-${path}`,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`answered ${response.status}`);
    },
  };
};

type Desk = ReturnType<typeof openDesk>;
type Step = (name: string, work: () => Promise<unknown>) => Promise<void>;

/** A first message; an agent takes it, answers and closes. */
const live = async (desk: Desk, number: number, step: Step): Promise<void> => {
  const delivery = deliveryOf(number);
  await step("webhook", async () =>
    desk.webhooks.request("/webhooks/meta", { method: "POST", body: delivery.body, headers: headersOf(delivery) }),
  );
  const inbound = desk.next("inbound") ?? "";
  const { conversationId, entityId } = JSON.parse(inbound) as Store.ConversationKey;
  await step("receive", () => Workers.ingest(desk.runtime)(queueEvent(inbound)));
  await step("assign", () => desk.ask(number, `${conversationId}/take`));
  await step("reply", () => desk.ask(number, `${conversationId}/replies`, { text: "Nous nous en occupons." }));
  await step("deliver", () => deliver(desk, number));
  await step("close", () => desk.ask(number, `${conversationId}/close`, { outcome: "answered" }));
  await step("question at closing", () => deliver(desk, number));
  const head = await desk.runtime.store.readHead({ entityId, conversationId });
  const isDone = head?.state.status === "closed" && head.state.outbox.length === 0 && head.state.hasBeenAnswered;
  if (!isDone) throw new Error("the life did not come to its end");
};

let sent = 0;

/** The reply, and what the bank sends by itself. */
const deliver = async (desk: Desk, number: number): Promise<void> => {
  const fetch: Runtime["fetch"] = async () => {
    sent += 1;
    return Response.json({ message_id: `m_bench_answer_${number}_${sent}` });
  };
  for (let body = desk.next("deliver"); body !== undefined; body = desk.next("deliver")) {
    await Workers.deliver({ ...desk.runtime, fetch })(queueEvent(body));
  }
};

const sumOf = (all: readonly Units[]): Units =>
  all.reduce((sum, { read, write }) => ({ read: sum.read + read, write: sum.write + write }), { read: 0, write: 0 });

function* unitsOf(figure: string, { read, write }: Units): Generator<Figure> {
  yield { figure: `${figure}, read`, value: round(read / CONVERSATIONS), unit: "read units", note };
  yield { figure: `${figure}, write`, value: round(write / CONVERSATIONS), unit: "write units", note };
}
