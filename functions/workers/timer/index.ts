import * as z from "zod";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import { IncidentStep, takeWalk } from "#functions/incident";
import { deliverMessage, obey, type Runtime, timerMessage } from "#functions/runtime";
import { type Consumer, consume } from "../consume.ts";
import { Erasing, takeAway } from "./erase.ts";
import { Ordering, orderOthers } from "./order.ts";
import { RunStep, takeSteps } from "./run.ts";

const ids = { entityId: z.string(), conversationId: z.string(), at: z.iso.datetime() };
const Mark = z.object({ kind: z.literal("mark"), ...ids });
const Delivery = z.object({ kind: z.literal("deliver"), ...ids, messageId: z.string() });

/** What the queue of timers brings: what is due at an instant, and the next step of longer work. */
const Timer = z.discriminatedUnion("kind", [Mark, Delivery, RunStep, Erasing, Ordering, IncidentStep]);

/** Queues count whole seconds: what is left of the last one is waited for here. */
const longestWaitMilliseconds = 3_000;

/** Does what is due at an instant, at that instant. Firing is a commit: what has fired, or moved, is left alone. */
export const timer = (runtime: Runtime): Consumer =>
  consume(runtime, "timers", async (body) => {
    const { data, success } = Timer.safeParse(body);
    if (!success) throw new Fault("request.invalid");
    switch (data.kind) {
      case "run":
        return takeSteps(runtime, data);
      case "erase":
        return takeAway(runtime, data);
      case "order-erasure":
        return orderOthers(runtime, data);
      case "incident":
        return takeWalk(runtime, data);
      case "mark":
      case "deliver":
        return fire(runtime, data);
      default:
        return data satisfies never;
    }
  });

/** One that comes too early goes back to the queue for the rest of its time. */
const fire = async (runtime: Runtime, timer: z.infer<typeof Mark> | z.infer<typeof Delivery>): Promise<void> => {
  const { at, conversationId, entityId } = timer;
  const key = { entityId, conversationId };
  const rest = Date.parse(at) - Date.parse(runtime.now());
  if (rest > longestWaitMilliseconds) await runtime.queues.send("timers", [timerMessage(timer, at, runtime.now())]);
  else if (timer.kind === "mark") await mark(runtime, key, at);
  else await requeueReply(runtime, key, { messageId: timer.messageId, at });
};

/** The process's timers run by another clock than `now` and may end a moment early: nothing would be due yet. */
const waitUntil = async ({ now }: Pick<Runtime, "now">, at: string): Promise<void> => {
  const rest = Date.parse(at) - Date.parse(now());
  if (rest <= 0) return;
  await new Promise((resolve) => setTimeout(resolve, rest));
  return waitUntil({ now }, at);
};

type Key = { readonly entityId: string; readonly conversationId: string };

/** What can be is read before its time has come, so that little is left to do then. */
const mark = async (runtime: Runtime, key: Key, at: string): Promise<void> => {
  const [entity, head] = await Promise.all([runtime.store.readEntity(key.entityId), runtime.store.readHead(key)]);
  await waitUntil(runtime, at);
  const isWriting = await isBeingAnswered(runtime, key, head?.state.assigneeId);
  const { events } = await obey(runtime, key, {
    command: { type: "mark", policies: Entity.policiesOf(entity), isWriting },
    commitId: `mark:${at}:${runtime.newId()}`,
    actor: { kind: "system", id: "clock" },
    ...(head === undefined ? {} : { head }),
  });
  for (const event of events) {
    if (event.type === "handoff-stalled") {
      runtime.log.info("timer.fired", { ...key, code: event.type, latenessMilliseconds: event.latenessMilliseconds });
    }
    if (event.type !== "marked" && event.type !== "escalated") continue;
    const { latenessMilliseconds } = event;
    runtime.log.info("timer.fired", { ...key, code: event.mark, latenessMilliseconds });
  }
};

/** Whether whoever has it is writing at this moment. */
const isBeingAnswered = async ({ now, store }: Runtime, key: Key, holder: string | undefined): Promise<boolean> =>
  holder !== undefined &&
  (await store.listOnlookers(key, now())).some((each) => each.isWriting && each.agentId === holder);

type Due = { readonly messageId: string; readonly at: string };

const requeueReply = async (runtime: Runtime, key: Key, { at, messageId }: Due): Promise<void> => {
  await waitUntil(runtime, at);
  const head = await runtime.store.readHead(key);
  const reply = head?.state.outbox.find((each) => each.messageId === messageId);
  if (reply?.state === "queued") await runtime.queues.send("deliver", [deliverMessage(key, reply, runtime.now())]);
};
