import { createSignal } from "solid-js";
import { useDesk } from "./desk.ts";

/** Tries a command and keeps what went wrong until the next one, for the page to say. `attempt` tells whether it was done. */
export const createAttempt = () => {
  const desk = useDesk();
  const [fault, setFault] = createSignal<unknown>();
  const dismiss = () => setFault(undefined);
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    dismiss();
    try {
      await work();
      return true;
    } catch (error) {
      desk.report(error);
      setFault(() => error);
      return false;
    }
  };
  return { attempt, dismiss, fault };
};
export type Attempt = ReturnType<typeof createAttempt>["attempt"];
