import { type Accessor, createEffect, createSignal, type Setter } from "solid-js";
import { createAttempt } from "./attempt.ts";
import { createRead } from "./read.ts";
import { isOvertaken, upon } from "./settings.ts";

/** Settings that are read whole, changed together and kept in one press. Who was overtaken reads what was kept first. */
export const createSettings = <Settings>(api: {
  readonly read: () => Promise<Settings>;
  readonly save: (settings: Settings) => Promise<unknown>;
}) => {
  const read = createRead(api.read);
  const [isSaved, setSaved] = createSignal(false);
  const { attempt, dismiss, fault } = createAttempt();
  const save = async (settings: Settings): Promise<void> => {
    setSaved(false);
    const isDone = await attempt(() => api.save(settings).catch(seeTheirs));
    if (isDone) await read.again();
    setSaved(isDone);
  };
  /** Who was overtaken is told so once the others' changes are there. */
  const seeTheirs = async (error: unknown): Promise<never> => {
    if (isOvertaken(error)) await read.again();
    throw error;
  };
  return { read, save, isSaved, fault, dismiss };
};

/** What is being changed of what is kept: what was kept meanwhile is what is changed next, one's own changes stay. */
export const createEdited = <Settings>(kept: Accessor<Settings>): [Accessor<Settings>, Setter<Settings>] => {
  const [edited, setEdited] = createSignal(kept());
  createEffect<Settings>((read) => {
    const theirs = kept();
    setEdited((mine: Settings) => upon(mine, read, theirs));
    return theirs;
  }, kept());
  return [edited, setEdited];
};
