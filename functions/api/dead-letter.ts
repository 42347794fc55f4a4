import { createRoute, z } from "@hono/zod-openapi";
import type { DeadLetter, QueueMessage, QueueName, Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, json, problems } from "./route.ts";

/** Those whose messages belong to an entity: what is changed and drained is looked at again by itself. */
const queues = [
  "inbound",
  "deliver",
  "timers",
  "pictures",
  "repairs",
  "route",
  "changes",
] as const satisfies QueueName[];

const Letter = z
  .object({
    id: z.string(),
    queue: z.enum(queues),
    kind: z.string().openapi({ description: "What was to be done; never the words of it" }),
    channel: z.string().optional(),
    conversationId: z.string().optional(),
    messageId: z.string().optional(),
    sentAt: z.iso.datetime(),
    attempts: z.number(),
  })
  .openapi("DeadLetter");

const list = createRoute({
  method: "get",
  path: "/api/dead-letters",
  responses: {
    200: json("What could not be handled: kinds and ids", z.object({ items: z.array(Letter) })),
    ...problems,
  },
});

const replay = createRoute({
  method: "post",
  path: "/api/dead-letters/replay",
  responses: {
    200: json(
      "Back in their queues. What was handled meanwhile is recognised there and done once",
      z.object({ replayed: z.number(), byQueue: z.record(z.string(), z.number()) }),
    ),
    ...problems,
  },
});

export const addDeadLetters = (app: Api, runtime: Runtime): void => {
  const { deadLetters } = runtime;
  app.openapi(list, async (context) => {
    const { entityId } = permit(context.get("caller"), "manage-channels");
    const all = await Promise.all(queues.map((queue) => deadLetters.list(queue)));
    return context.json({ items: all.flat().filter(isOf(entityId)).map(viewOf) }, 200);
  });
  app.openapi(replay, async (context) => {
    const caller = permit(context.get("caller"), "manage-channels");
    const byQueue: Record<string, number> = {};
    await recorded(runtime, caller, { type: "dead-letters-replayed" }, async () => {
      await Promise.all(
        queues.map(async (queue) => {
          const replay = (message: QueueMessage) => runtime.queues.send(queue, [message]);
          const count = await deadLetters.take(queue, isOf(caller.entityId), replay);
          if (count > 0) byQueue[queue] = count;
        }),
      );
    });
    const replayed = Object.values(byQueue).reduce((sum, count) => sum + count, 0);
    runtime.log.info("dead-letters.replayed", { entityId: caller.entityId, count: replayed });
    return context.json({ replayed, byQueue }, 200);
  });
};

/** What names no entity is the operator's to look at. */
const isOf =
  (entityId: string) =>
  ({ body }: DeadLetter): boolean =>
    body["entityId"] === entityId;

const viewOf = ({ attempts, body, id, queue, sentAt }: DeadLetter): z.infer<typeof Letter> => ({
  id,
  queue: z.enum(queues).parse(queue),
  kind: word(body["op"]) ?? word(body["kind"]) ?? word(body["action"]) ?? queue,
  ...named("channel", body),
  ...named("conversationId", body),
  ...named("messageId", body),
  sentAt,
  attempts,
});

const named = (name: "channel" | "conversationId" | "messageId", body: DeadLetter["body"]) => {
  const value = word(body[name]);
  return value === undefined ? {} : { [name]: value };
};

/** Ids and kinds are written in these characters; whatever else stands there is not shown. */
const word = (value: unknown): string | undefined =>
  typeof value === "string" && /^[\w.:-]{1,80}$/.test(value) ? value : undefined;
