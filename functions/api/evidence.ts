import { createRoute, z } from "@hono/zod-openapi";
import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import type * as Sla from "#core/sla";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import type { Message } from "./conversation-schema.ts";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";
import { MessageId } from "./schema.ts";
import type { Caller } from "./sign-in.ts";

const Evidence = z
  .object({
    items: z.array(z.object({ kind: z.enum(["phone", "link"]), value: z.string() })),
    expiresAt: z.iso.datetime(),
  })
  .openapi("Evidence", { description: "What a customer quoted as a fraudster's; links in a form that opens nothing" });

const path = "/api/conversations/{id}/messages/{messageId}/evidence";

const readEvidence = createRoute({
  method: "post",
  path,
  request: { params: MessageId },
  responses: {
    200: json("For the teams that fight fraud, seven days; each look is in the log", Evidence),
    ...problems,
  },
});

const dropEvidence = createRoute({
  method: "delete",
  path,
  request: { params: MessageId },
  responses: { 204: { description: "Gone before its time" }, ...problems },
});

export const addEvidence = (app: Api, runtime: Runtime): void => {
  app.openapi(readEvidence, async (context) => {
    const caller = await permitEvidence(runtime, context.get("caller"));
    const { key, kept } = await find(runtime, caller, context.req.valid("param"));
    const items = await Intake.openEvidence(kept.sealed, await runtime.secrets.read("EVIDENCE_KEY"));
    await tell(runtime, key, caller, { type: "read-evidence", messageId: kept.messageId }, runtime.newId());
    return context.json({ items: [...items], expiresAt: kept.expiresAt }, 200);
  });
  app.openapi(dropEvidence, async (context) => {
    const caller = await permitEvidence(runtime, context.get("caller"));
    const { key, kept } = await find(runtime, caller, context.req.valid("param"));
    const { expiresAt, messageId } = kept;
    await tell(runtime, key, caller, { type: "drop-evidence", messageId }, `${messageId}:${expiresAt}`);
    await forget(runtime, key, messageId);
    return context.body(null, 204);
  });
};

/** Whoever is of a team that the bank named, whatever the role; nobody else, whatever the role. */
export const seesEvidence = (
  { can, teamIds }: Pick<Caller, "can" | "teamIds">,
  entity: Pick<Entity.Entity, "evidence"> | undefined,
): boolean => can.includes("read") && (entity?.evidence?.teamIds.some((id) => teamIds.includes(id)) ?? false);

const permitEvidence = async ({ store }: Runtime, caller: Caller): Promise<Caller> => {
  permit(caller, "read");
  if (!seesEvidence(caller, await store.readEntity(caller.entityId))) throw new Fault("permission.denied");
  return caller;
};

/** @throws conversation.unknown, evidence.gone when there was none, or its time is over */
const find = async (
  { now, store }: Runtime,
  { entityId }: Caller,
  { id: conversationId, messageId }: z.infer<typeof MessageId>,
): Promise<{ readonly key: Store.ConversationKey; readonly kept: Store.Evidence }> => {
  const key = { entityId, conversationId };
  if ((await store.readHead(key)) === undefined) throw new Fault("conversation.unknown");
  const kept = await store.readEvidence(key, messageId, now());
  if (kept === undefined) throw new Fault("evidence.gone");
  return { key, kept };
};

const tell = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { agentId }: Pick<Caller, "agentId">,
  command: { readonly type: "read-evidence" | "drop-evidence"; readonly messageId: string },
  occasion: string,
): Promise<void> => {
  await obey(runtime, key, {
    command,
    commitId: `${command.type}:${occasion}`,
    actor: { kind: "agent", id: agentId },
  });
};

const forget = async ({ store }: Runtime, key: Store.ConversationKey, messageId: string): Promise<void> => {
  await store.removeEvidence(key, messageId);
  await store.reviseBody(key, messageId, (body) => {
    const { evidence, ...rest } = body;
    return evidence === undefined ? body : rest;
  });
};

/** An agent has called these words personal data: evidence that holds them goes with them. */
export const dropEvidenceWith = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  bodies: readonly Store.Body[],
  { agentId, words }: { readonly words: readonly string[]; readonly agentId: string },
): Promise<void> => {
  const searched = words.map(bare).filter((word) => word.length >= 3);
  for (const { evidence, id } of bodies) {
    const kept = evidence && (await runtime.store.readEvidence(key, id, runtime.now()));
    if (kept === undefined) continue;
    const items = await Intake.openEvidence(kept.sealed, await runtime.secrets.read("EVIDENCE_KEY"));
    if (!items.some(({ value }) => searched.some((word) => bare(value).includes(word)))) continue;
    await tell(runtime, key, { agentId }, { type: "drop-evidence", messageId: id }, `${id}:${kept.expiresAt}`);
    await forget(runtime, key, id);
  }
};

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** That there is some, for everybody; whether the reader may look. */
export const evidenceOf = (
  { evidence }: Store.Body,
  { now, seesEvidence: isReadable }: { readonly now: Sla.Instant; readonly seesEvidence: boolean },
): Pick<Message, "evidence"> =>
  evidence === undefined || evidence.expiresAt <= now
    ? {}
    : { evidence: { found: { ...evidence.found }, expiresAt: evidence.expiresAt, isReadable } };
