import { createSignal } from "solid-js";
import type { Desk } from "./desk.ts";

/** For what is read again and again: what went wrong stands until a reading goes well. */
export const createStanding = (desk: Pick<Desk, "report">) => {
  const [fault, setFault] = createSignal<unknown>();
  const read = async (reading: () => Promise<void>): Promise<void> => {
    try {
      await reading();
      setFault(undefined);
    } catch (error) {
      desk.report(error);
      setFault(() => error);
    }
  };
  return { fault, read, dismiss: () => setFault(undefined) };
};
