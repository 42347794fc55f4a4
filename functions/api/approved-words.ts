import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import { blockedIn, type Runtime } from "#functions/runtime";

type Words = { readonly visibility: "public" | "private"; readonly text: string };

/**
 * Words that will leave again and again without anybody reading them are read by the guard before they are kept.
 * @throws reply.personal-data, reply.guarded with the kinds and the places, never the words
 */
export const expectSendable = async (
  runtime: Runtime,
  entity: Entity.Entity,
  texts: readonly Words[],
): Promise<void> => {
  const findings = (await Promise.all(texts.map((words) => blockedIn(runtime, { entity, ...words })))).flat();
  if (findings.length > 0) throw new Fault("reply.guarded", { findings: findings.map((each) => ({ ...each })) });
};

/** What the bank says by itself, as far as it says something new: what stands does not keep another change from being kept. */
export const newWordsOf = (before: Entity.Entity | undefined, after: Entity.Entity): readonly Words[] => {
  const known = new Set(wordsOf(before).map(({ text }) => text));
  return wordsOf(after).filter(({ text }) => !known.has(text));
};

/** Outside hours it is answered where it was written. */
const wordsOf = (entity: Entity.Entity | undefined): readonly Words[] => {
  const { outsideHours, urgent } = entity?.automaticAnswers ?? {};
  const of = (approved: Readonly<Record<string, string | undefined>> | undefined, visibility: Words["visibility"]) =>
    Object.values(approved ?? {}).flatMap((text) => (text === undefined ? [] : [{ visibility, text }]));
  return [...of(urgent, "private"), ...of(outsideHours, "public"), ...of(entity?.satisfaction, "private")];
};
