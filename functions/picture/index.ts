import * as z from "zod";
import { describe, Fault } from "#core/fault";
import * as Instant from "#core/instant";
import * as Intake from "#core/intake";
import type * as Redaction from "#core/redaction";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { type Consumer, consume } from "#functions/workers";
import type { Derivative } from "./derive.ts";
import { fetchPicture } from "./fetch.ts";
import { inspect, Outgoing } from "./outgoing.ts";

const Asked = z.object({
  entityId: z.string(),
  conversationId: z.string(),
  messageId: z.string(),
  pictureId: z.string(),
  reference: z.string(),
  channel: Intake.Inbound.shape.channel,
  visibility: Intake.Inbound.shape.visibility,
  accountId: z.string(),
  sawVersion: z.number().int(),
});
type Asked = z.infer<typeof Asked>;

/** What takes longer than this to fetch or to read is withheld. */
const patienceMilliseconds = 20_000;
/** A platform that does not answer is asked this often, by as many deliveries of the queue. */
const mostAttempts = 3;
const keptSeconds = Instant.daySeconds;

const withheld: Derivative = { state: "withheld" };

/**
 * Looks at a picture before anybody else does. The original is in this process' memory alone; what is kept, for a day,
 * is what an agent may see. Every failure withholds it.
 */
export const picture = (runtime: Runtime): Consumer =>
  consume(runtime, "pictures", async (body, record) => {
    const outgoing = Outgoing.safeParse(body);
    if (outgoing.success)
      return inspect(runtime, outgoing.data, (work, otherwise) => inTurn(() => withinPatience(work(), otherwise)));
    const parsed = Asked.safeParse(body);
    if (!parsed.success) throw new Fault("request.invalid");
    const asked = parsed.data;
    if ((await runtime.store.readBody(asked, asked.messageId))?.erased === true) return;
    const isLast = Number(record.attributes.ApproximateReceiveCount) >= mostAttempts;
    const known = await runtime.store.readPicture(asked, asked.pictureId);
    const verdict = known ?? (await judge(runtime, asked, isLast));
    await obey(
      runtime,
      { entityId: asked.entityId, conversationId: asked.conversationId },
      {
        command: {
          type: "picture",
          messageId: asked.messageId,
          pictureId: asked.pictureId,
          state: verdict.state,
          found: verdict.found,
        },
        commitId: `picture:${asked.pictureId}`,
        actor: { kind: "system", id: "picture" },
        since: asked.sawVersion,
      },
    );
  });

const judge = async (runtime: Runtime, asked: Asked, isLast: boolean): Promise<Store.Picture> => {
  const startedAt = performance.now();
  const derivative = await lookAt(runtime, asked, isLast);
  const { entityId, conversationId, messageId, pictureId } = asked;
  const expiresAt = Instant.after(runtime.now(), keptSeconds);
  const { state } = derivative;
  if (derivative.state === "shown") await runtime.pictures.put(pictureId, derivative.jpeg);
  const found = derivative.state === "shown" ? derivative.found : {};
  runtime.log.info("picture.judged", {
    entityId,
    conversationId,
    channel: asked.channel,
    code: state,
    durationMilliseconds: Math.round(performance.now() - startedAt),
  });
  return runtime.store.putPicture(asked, { id: pictureId, messageId, state, found, expiresAt });
};

/**
 * A story at the moment somebody looks: fetched into memory, read, covered, handed over. Nothing of it is written anywhere.
 * @throws story.gone where the platform has it no more, story.withheld what cannot be read, picture.unavailable
 */
export const viewStory = async (
  runtime: Parameters<typeof fetchPicture>[0],
  asked: Parameters<typeof fetchPicture>[1],
  options: Redaction.Options,
): Promise<Uint8Array> => {
  const startedAt = performance.now();
  const download = await fetchPicture(runtime, asked);
  if (download.kind === "unavailable") throw new Fault("picture.unavailable");
  if (download.kind !== "fetched") throw new Fault("story.gone");
  const derivative = await read(runtime, download.bytes, options);
  runtime.log.info("story.viewed", {
    entityId: asked.entityId,
    channel: asked.channel,
    code: derivative.state,
    durationMilliseconds: Math.round(performance.now() - startedAt),
  });
  if (derivative.state === "withheld") throw new Fault("story.withheld");
  return derivative.jpeg;
};

const lookAt = async (runtime: Runtime, asked: Asked, isLast: boolean): Promise<Derivative> => {
  const download = await fetchPicture(runtime, asked);
  if (download.kind === "unavailable" && !isLast) throw new Fault("picture.unavailable");
  if (download.kind !== "fetched") return withheld;
  const entity = await runtime.store.readEntity(asked.entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  return read(runtime, download.bytes, Intake.redactionOf(entity, asked.visibility));
};

const read = async (
  runtime: Pick<Runtime, "log">,
  original: Uint8Array,
  options: Redaction.Options,
): Promise<Derivative> => {
  try {
    return await inTurn(async () => {
      const { derive } = await import("./derive.ts");
      return withinPatience(derive(original, options), withheld);
    });
  } catch (error) {
    // A library gave up on it: a second look would end the same.
    runtime.log.warn("picture.unread", { error: describe(error) });
    return withheld;
  }
};

/** One picture at a time: each takes all of the processor and a good part of the memory. */
const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
  const mine = line.then(work, work);
  line = mine.catch(() => undefined);
  return mine;
};

let line: Promise<unknown> = Promise.resolve();

const withinPatience = async <Result>(work: Promise<Result>, otherwise: Result): Promise<Result> => {
  const { promise, resolve } = Promise.withResolvers<Result>();
  const timer = setTimeout(() => resolve(otherwise), patienceMilliseconds);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
};
