import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { type Consumer, consume } from "../consume.ts";
import { change } from "./change.ts";
import { noteControl } from "./control.ts";
import { echo } from "./echo.ts";
import { failSent } from "./failure.ts";
import { atHome, move } from "./identity.ts";
import { noteReceipt } from "./receipt.ts";
import { receive } from "./receive.ts";

/** Takes prepared updates from the queue into their conversations, in the order of each group, each exactly once. */
export const ingest = (runtime: Runtime): Consumer =>
  consume(runtime, "inbound", async (body) => {
    const parsed = Intake.Inbound.safeParse(body);
    if (!parsed.success) throw new Fault("request.invalid");
    await take(runtime, await atHome(runtime, parsed.data));
  });

const take = async (runtime: Runtime, inbound: Intake.Inbound): Promise<void> => {
  if (inbound.op === "message" && inbound.direction === "inbound") return receive(runtime, inbound);
  const pointer = await pointerOf(runtime, inbound);
  if (pointer !== undefined && pointer.groupId !== inbound.groupId && !inbound.isRequeued) {
    return requeue(runtime, inbound, pointer);
  }
  switch (inbound.op) {
    case "message":
      await echo(runtime, inbound, pointer);
      return noteControl(runtime, inbound, pointer);
    case "fail":
      return failSent(runtime, inbound, pointer);
    case "receipt":
      return noteReceipt(runtime, inbound, pointer);
    case "link":
      return move(runtime, inbound);
    case "control":
      return noteControl(runtime, inbound);
    case "edit":
    case "delete":
    case "hide":
    case "unhide":
      return change(runtime, inbound, pointer);
    default:
      return inbound.op satisfies never;
  }
};

/** Where the message itself went or, for an echo, the one it answers. */
const pointerOf = async (runtime: Runtime, inbound: Intake.Inbound): Promise<Store.Pointer | undefined> => {
  const own = await runtime.store.readPointer(inbound.entityId, inbound.messageId);
  if (own !== undefined || inbound.parentId === undefined) return own;
  return runtime.store.readPointer(inbound.entityId, inbound.parentId);
};

/** An update that named no customer goes behind what is waiting for the conversation it turned out to belong to. */
const requeue = async (runtime: Runtime, inbound: Intake.Inbound, pointer: Store.Pointer): Promise<void> => {
  const body = { ...inbound, groupId: pointer.groupId, isRequeued: true };
  await runtime.queues.send("inbound", [
    { body, groupId: pointer.groupId, deduplicationId: `${inbound.deduplicationId}.owner` },
  ]);
};
