import { createRoute, z } from "@hono/zod-openapi";
import * as Channel from "#core/channel";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Guard from "#core/guard";
import * as Kit from "#core/kit";
import * as Practice from "#core/practice";
import { knownHosts, type Runtime } from "#functions/runtime";
import { afresh } from "./afresh.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, body, json, languageOf, problems } from "./route.ts";
import type { Caller } from "./sign-in.ts";

const Progress = z
  .object({
    training: z
      .object({
        title: z.object({ fr: z.string(), en: z.string() }),
        state: z.enum(["valid", "expired", "missing"]),
        until: z.iso.datetime().optional(),
      })
      .nullable()
      .openapi({ description: "What finishing is recorded as; null where the bank names no training for it" }),
    exercises: z.array(
      z.object({
        id: z.string(),
        channel: z.enum(Channel.channels),
        visibility: z.enum(["public", "private"]),
        author: z.string(),
        message: z.string(),
        isPassed: z.boolean(),
      }),
    ),
  })
  .openapi("Practice", {
    description: "Invented customers to answer; nothing of it is sent or kept but what was passed",
  });
type Progress = z.infer<typeof Progress>;

const Judgement = z
  .object({
    isPassed: z.boolean(),
    shortcomings: z.array(z.enum(Practice.shortcomings)),
    findings: z.array(z.enum(Guard.findingKinds)),
    why: z.string().nullable().openapi({ description: "Why it is done so; told once it is" }),
    isFinished: z.boolean().openapi({ description: "This was the last one: recorded as training" }),
    practice: Progress,
  })
  .openapi("PracticeJudgement");

const readPractice = createRoute({
  method: "get",
  path: "/api/practice",
  responses: { 200: json("In the reader's language", Progress), ...problems },
});
const tryExercise = createRoute({
  method: "post",
  path: "/api/practice/{exerciseId}",
  request: {
    params: z.object({
      exerciseId: z
        .string()
        .max(40)
        .openapi({ param: { name: "exerciseId", in: "path" } }),
    }),
    body: body(z.object({ way: z.enum(Practice.ways), text: z.string().max(10_000).default("") })),
  },
  responses: { 200: json("How it would have done", Judgement), ...problems },
});

/** Practice: a trainee answers invented customers, who are in no queue, no table and no report. */
export const addPractice = (app: Api, runtime: Runtime): void => {
  app.openapi(readPractice, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    return context.json(await progressOf(runtime, caller, languageOf(context)), 200);
  });
  app.openapi(tryExercise, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const language = languageOf(context);
    const exercise = Practice.exercises.find(({ id }) => id === context.req.valid("param").exerciseId);
    if (exercise === undefined) throw new Fault("request.not-found");
    const attempt = { ...context.req.valid("json"), language };
    const { findings, isPassed, shortcomings } = Practice.judge(
      exercise,
      attempt,
      await bankOf(runtime, caller, language),
    );
    const isFinished = isPassed && (await pass(runtime, caller, exercise.id));
    return context.json(
      {
        isPassed,
        shortcomings: [...shortcomings],
        findings: [...new Set(findings.map(({ kind }) => kind))],
        why: isPassed ? exercise.why[language] : null,
        isFinished,
        practice: await progressOf(runtime, caller, language),
      },
      200,
    );
  });
};

const trainingOf = ({ trainings }: Kit.Kit): Kit.Training | undefined =>
  trainings.find(({ byPractice }) => byPractice === true);

const progressOf = async (
  { now, store }: Runtime,
  { agentId, entityId }: Caller,
  language: "fr" | "en",
): Promise<Progress> => {
  const [kit, standing] = await Promise.all([store.readKit(entityId), store.readKitStanding(entityId, agentId)]);
  const training = trainingOf(kit);
  const passed = Practice.passedIn(standing, training);
  return {
    training: training === undefined ? null : { title: training.title, ...Kit.learned(training, standing, now()) },
    exercises: Practice.exercises.map(({ author, channel, id, message, visibility }) => ({
      id,
      channel,
      visibility,
      author,
      message: message[language],
      isPassed: passed.includes(id),
    })),
  };
};

/** The bank as it reads an answer. */
const bankOf = async (runtime: Runtime, { entityId }: Caller, language: "fr" | "en") => {
  const [policy, kit, entity] = await Promise.all([
    runtime.store.readGuard(entityId),
    runtime.store.readKit(entityId),
    runtime.store.readEntity(entityId),
  ]);
  const numbers = kit.facts.flatMap(({ kind, value }) => (kind === "number" ? [value[language]] : []));
  return { policy, numbers, hosts: knownHosts(runtime, entity), redaction: entity?.redaction };
};

/** Notes what was passed; the last one is recorded as training, and probation follows for who is new. */
const pass = async (runtime: Runtime, caller: Caller, exerciseId: string): Promise<boolean> => {
  const { now, store } = runtime;
  const { agentId, entityId } = caller;
  await store.putKitStanding(entityId, agentId, { exerciseId, at: now() });
  const [kit, standing] = await Promise.all([store.readKit(entityId), store.readKitStanding(entityId, agentId)]);
  const training = trainingOf(kit);
  if (!Practice.isFinished(Practice.passedIn(standing, training))) return false;
  if (training === undefined) return true;
  if (Practice.isNew(standing)) await afresh(() => beginProbation(runtime, caller));
  await recorded(runtime, caller, { type: "training-recorded", agentId, trainingId: training.id }, () =>
    store.putKitStanding(entityId, agentId, { trainingId: training.id, at: now() }),
  );
  return true;
};

/** Before the training is recorded: what a crash leaves between the two is done again with the last exercise. */
const beginProbation = async (runtime: Runtime, caller: Caller): Promise<void> => {
  const { store } = runtime;
  const before = (await store.readDesk(caller.entityId, caller.agentId))?.agent;
  if (before === undefined || before.probation === true) return;
  const agent = { ...before, probation: true };
  await recorded(runtime, caller, Entity.agentChange(before, agent), () => store.putAgent(agent));
};
