import * as z from "zod";
import * as Channel from "#core/channel";
import { describe, Fault } from "#core/fault";
import * as Intake from "#core/intake";
import type * as Redaction from "#core/redaction";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import type { Clean } from "./derive.ts";

export const Outgoing = z.object({ entityId: z.string(), conversationId: z.string(), enclosureId: z.string() });
export type Outgoing = z.infer<typeof Outgoing>;

const refused: Clean = { state: "refused", found: {} };

/** Gives the picture its turn, as long as it may take. */
type InTurn = (work: () => Promise<Clean>, otherwise: Clean) => Promise<Clean>;

/** Reads a picture that an agent wants to send. What may go replaces it; what may not is not kept. */
export const inspect = async (runtime: Runtime, asked: Outgoing, inTurn: InTurn): Promise<void> => {
  const enclosure = await runtime.store.readEnclosure(asked, asked.enclosureId);
  if (enclosure?.state !== "checking") return;
  const startedAt = performance.now();
  const { found, jpeg } = { found: {}, jpeg: undefined, ...(await lookAt(runtime, asked, enclosure, inTurn)) };
  if (jpeg === undefined) await runtime.pictures.remove(enclosure.id);
  else await runtime.pictures.put(enclosure.id, jpeg, Channel.MIME_TYPES.picture);
  const state = jpeg === undefined ? ("refused" as const) : ("ready" as const);
  const sizeBytes = jpeg?.length ?? enclosure.sizeBytes;
  await runtime.store.putEnclosure(asked, { ...enclosure, state, found, sizeBytes });
  runtime.log.info("enclosure.judged", {
    entityId: asked.entityId,
    conversationId: asked.conversationId,
    code: state,
    durationMilliseconds: Math.round(performance.now() - startedAt),
  });
};

const lookAt = async (
  runtime: Runtime,
  { entityId }: Outgoing,
  { id }: Store.Enclosure,
  inTurn: InTurn,
): Promise<Clean> => {
  const original = await runtime.pictures.get(id);
  const entity = await runtime.store.readEntity(entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  return original === undefined ? refused : read(runtime, original, Intake.redactionOf(entity, "private"), inTurn);
};

const read = async (
  runtime: Runtime,
  original: Uint8Array,
  options: Redaction.Options,
  inTurn: InTurn,
): Promise<Clean> => {
  try {
    return await inTurn(async () => {
      const { clean } = await import("./derive.ts");
      return clean(original, options);
    }, refused);
  } catch (error) {
    // A library gave up on it: a second look would end the same.
    runtime.log.warn("picture.unread", { error: describe(error) });
    return refused;
  }
};
