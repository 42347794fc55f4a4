import * as z from "zod";
import type * as Entity from "#core/entity";
import * as Identity from "#core/identity";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { noteUsage, type Runtime, takeTurn } from "#functions/runtime";
import { inquire } from "./inquiry.ts";

/** A page of conversations whose posts are looked for at X. */
export const RecheckStep = z.object({
  kind: z.literal("recheck"),
  entityId: z.string(),
  platform: z.literal("x"),
  accountId: z.string(),
  list: z.enum(["open", "closed"]),
  cursor: z.string().optional(),
});
export type RecheckStep = z.infer<typeof RecheckStep>;

const pageCards = 25;
/** As many as GET /2/tweets takes. */
const idsACall = 100;
/** When X wants to be left in peace, or does not answer, the step is taken again after this. */
const pauseSeconds = 900;

/**
 * X does not tell when somebody removes a post, and wants what was kept of it gone within a day: every post that is kept
 * is looked for, and the text of what is there no more is removed. Source: developer.x.com, developer-terms/policy.
 */
export const recheckPosts = async (
  runtime: Runtime,
  home: { readonly entity: Entity.Entity; readonly account: Entity.Account },
  step: RecheckStep,
): Promise<void> => {
  const { cursor, entityId, list } = step;
  const page = { limit: pageCards, ...(cursor === undefined ? {} : { cursor }) };
  const { cards, cursor: next } = await runtime.store.listCards(entityId, { kind: "status", status: list }, page);
  const posts = await postsOf(
    runtime,
    step,
    cards.filter(({ channel }) => channel === "x.mention").map(({ id }) => id),
  );
  for (let start = 0; start < posts.length; start += idsACall) {
    const gone = await findGone(runtime, step, posts.slice(start, start + idsACall));
    if (gone === undefined) return runtime.queues.send("repairs", [{ body: step, delaySeconds: pauseSeconds }]);
    await remove(runtime, home, gone);
  }
  const following = followingOf(step, next);
  if (following !== undefined) await runtime.queues.send("repairs", [{ body: following }]);
};

const followingOf = (step: RecheckStep, next: string | undefined): RecheckStep | undefined => {
  if (next !== undefined) return { ...step, cursor: next };
  const { cursor: _, ...rest } = step;
  return step.list === "open" ? { ...rest, list: "closed" } : undefined;
};

/** The ids at X of what customers posted and is still kept. */
const postsOf = async (
  { secrets, store }: Runtime,
  { accountId, entityId }: RecheckStep,
  conversationIds: readonly string[],
): Promise<readonly string[]> => {
  const addressKey = await secrets.read("ADDRESS_KEY");
  const ids: string[] = [];
  for (const conversationId of conversationIds) {
    const bodies: readonly Store.Body[] = await store.listBodies({ entityId, conversationId });
    for (const { address, direction, removed } of bodies) {
      if (address === undefined || removed === true || direction !== "inbound") continue;
      const { accountId: owner, externalId } = await Identity.openAddress(address, addressKey);
      if (owner === accountId && externalId !== undefined && /^\d+$/.test(externalId)) ids.push(externalId);
    }
  }
  return ids;
};

const Looked = z.object({
  errors: z.array(z.object({ resource_id: z.string().optional(), type: z.string().optional() })).optional(),
});

/** Removed, or its author is protected or suspended: X says so of each by name. Silence about one is no removal. */
const gone = ["resource-not-found", "not-authorized-for-resource"];

const findGone = async (
  runtime: Runtime,
  { accountId, entityId, platform }: RecheckStep,
  ids: readonly string[],
): Promise<readonly string[] | undefined> => {
  const outgoing = { channel: "x.mention", accountId, action: "look" } as const;
  // One page of ids is one look; the step that waited asks again under the same name.
  const asking = { id: `recheck#${ids[0]}#${runtime.now().slice(0, 10)}`, isUrgent: false, dueAt: runtime.now() };
  if ((await takeTurn(runtime, { entityId, outgoing }, asking)) !== undefined) return undefined;
  const told = await inquire(runtime, { entityId, platform, accountId }, { path: `/2/tweets?ids=${ids.join(",")}` });
  if (told.kind === "later")
    await noteUsage(runtime, { entityId, outgoing }, { kind: "later", code: "send.rate-limited" });
  if (told.kind === "later" || told.kind === "failed") return undefined;
  const looked = told.kind === "told" ? Looked.safeParse(told.body) : undefined;
  return (looked?.data?.errors ?? []).flatMap(({ resource_id, type = "" }) =>
    resource_id !== undefined && ids.includes(resource_id) && gone.includes(type.split("/").at(-1) ?? "")
      ? [resource_id]
      : [],
  );
};

/** The way a removal goes that a platform tells of. */
const remove = async (
  runtime: Runtime,
  { account, entity }: { readonly entity: Entity.Entity; readonly account: Entity.Account },
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  const identityKey = await runtime.secrets.read("IDENTITY_KEY");
  const addressKey = await runtime.secrets.read("ADDRESS_KEY");
  const evidenceKey = () => runtime.secrets.read("EVIDENCE_KEY");
  const context = { entity, account, identityKey, addressKey, evidenceKey, receivedAt: runtime.now() };
  const removals = await Promise.all(
    ids.map((targetId) =>
      Intake.prepare(
        {
          op: "delete",
          channel: "x.mention",
          visibility: "public",
          direction: "inbound",
          accountId: account.accountId,
          targetId,
          attachments: [],
        },
        context,
      ),
    ),
  );
  await runtime.queues.send(
    "inbound",
    removals.map((body) => ({ body, groupId: body.groupId, deduplicationId: body.deduplicationId })),
  );
  runtime.log.info("repair.removed", { entityId: entity.id, accountId: account.accountId, count: removals.length });
};
