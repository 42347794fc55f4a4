import { type Accessor, createResource } from "solid-js";
import { useDesk } from "./desk.ts";

/** What a page has read: the last answer stays while the next is on its way, and is gone when that fails. */
export type Read<T> = {
  readonly known: Accessor<T | undefined>;
  readonly isBusy: Accessor<boolean>;
  readonly hasFailed: Accessor<boolean>;
  readonly fault: Accessor<unknown>;
  readonly again: () => Promise<void>;
  readonly change: (after: (before: T) => T) => void;
};

/** Reads from the API when a page opens and whenever `question` changes; a fault is told to the desk. */
export const createRead = <T, Q = true>(
  read: (question: Q) => Promise<T>,
  question: Accessor<Q | false> = () => true as Q,
): Read<T> => {
  const desk = useDesk();
  const [answer, { mutate, refetch }] = createResource(question, async (asked: Q): Promise<T> => {
    try {
      return await read(asked);
    } catch (fault) {
      desk.report(fault);
      throw fault;
    }
  });
  const hasFailed = () => answer.state === "errored";
  return {
    known: () => (hasFailed() ? undefined : answer.latest),
    isBusy: () => answer.loading,
    hasFailed,
    fault: () => answer.error,
    again: async () => void (await refetch()),
    change: (after) => void mutate((before) => (before === undefined ? undefined : (after(before) as never))),
  };
};
