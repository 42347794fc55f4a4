import * as z from "zod";
import { describe, Fault } from "#core/fault";
import type * as Store from "#core/store";
import * as Board from "#functions/board";
import { tellReports } from "#functions/report";
import { inLanes, type Runtime } from "#functions/runtime";
import { type Consumer, consumeBatch } from "#functions/workers";

/** As many as the SDK has connections for: a post that waits for one would spend its two seconds waiting. */
const postsAtOnce = 50;

const Change = z.object({
  entityId: z.string(),
  conversationId: z.string(),
  version: z.number().int(),
  approvals: z.boolean().optional(),
  named: z.array(z.string()).optional(),
});
type Change = z.infer<typeof Change>;

/**
 * Tells the pages of an entity what changed: ids and versions, one frame for a batch, numbered so that a gap is noticed. `approvals`:
 * a reply waits or was decided; `mentions`: a note names whose page it is. What is looked up then.
 */
export const fanout = (runtime: Runtime): Consumer =>
  consumeBatch(runtime, "changes", async (bodies, fail) => {
    const changes: Told[] = [];
    for (const body of bodies) {
      const parsed = Change.safeParse(body);
      if (parsed.success) changes.push({ ...parsed.data, body });
      else fail([body], new Fault("request.invalid"));
    }
    for (const [entityId, ofEntity] of Map.groupBy(changes, (change) => change.entityId)) {
      await Promise.all([tell(runtime, entityId, ofEntity), count(runtime, ofEntity, fail)]);
    }
  });

/** A change, with the message body it came in. */
type Told = Change & { readonly body: unknown };

/**
 * Projects the changes onto wallboard and reports, each conversation once a batch: the wallboard from the first version of
 * the batch, the reports from where they had got to. Only the messages of a conversation that fails are redelivered.
 */
const count = async (
  runtime: Runtime,
  changes: readonly Told[],
  fail: (bodies: readonly unknown[], error: unknown) => void,
): Promise<void> => {
  const ofConversations = Map.groupBy(changes, (change) => change.conversationId);
  await Promise.all(
    [...ofConversations.values()].map(async (ofOne) => {
      const [{ conversationId, entityId }] = ofOne as [Told];
      const key = { entityId, conversationId };
      try {
        const version = Math.min(...ofOne.map((change) => change.version));
        await Promise.all([Board.project(runtime, key, version), tellReports(runtime, key)]);
      } catch (error) {
        fail(
          ofOne.map(({ body }) => body),
          error,
        );
      }
    }),
  );
};

const tell = async (runtime: Runtime, entityId: string, changes: readonly Change[]): Promise<void> => {
  const connections = await runtime.store.listConnections(entityId);
  const newest = new Map<string, number>();
  for (const { conversationId, version } of changes) {
    newest.set(conversationId, Math.max(version, newest.get(conversationId) ?? 0));
  }
  const items = [...newest].map(([id, version]) => ({ id, version }));
  const seq = await runtime.store.nextSequence(entityId);
  const approvals = changes.some((change) => change.approvals === true) ? { approvals: true } : {};
  const named = new Set(changes.flatMap((change) => change.named ?? []));
  const changed = { type: "changed", seq, items, ...approvals };
  // Written once for all of them, not once a page.
  const frame = JSON.stringify(changed);
  const naming = named.size === 0 ? frame : JSON.stringify({ ...changed, mentions: true });
  await inLanes(postsAtOnce, connections, (connection) =>
    post(runtime, connection, named.has(connection.agentId) ? naming : frame),
  );
};

/** A page that cannot be reached sees the gap in the numbers and fetches again; it does not hold up the others. */
const post = async (runtime: Runtime, connection: Store.Connection, frame: string): Promise<void> => {
  const { connectionId } = connection;
  try {
    if (connection.expiresAt <= runtime.now()) {
      await runtime.sockets.close(connectionId);
      await runtime.store.removeConnection(connection);
    } else if ((await runtime.sockets.post(connectionId, frame)) === "gone") {
      await runtime.store.removeConnection(connection);
    }
  } catch (error) {
    runtime.log.warn("live.post-failed", { error: describe(error) });
  }
};
