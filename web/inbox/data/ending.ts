import { createSignal, onCleanup } from "solid-js";
import { ApiFault } from "./api-fault.ts";
import type { Session } from "./session.ts";

/**
 * Watches the session: `soon` while something unsent holds the page, `over` when the API no longer knows us, `shut` when it
 * knows us as nobody who may be here.
 */
export const watchEnding = (session: Session, hasUnsent: () => boolean) => {
  const [ending, setEnding] = createSignal<"no" | "soon" | "over" | "shut">("no");
  const renew = async () => {
    const renewal = await session.renew();
    if (renewal === "renewed") setEnding("no");
    if (renewal !== "ended") return;
    // The issuer gave no way to renew in place: a trip there costs the page's memory, so never while something is written.
    if (hasUnsent()) setEnding("soon");
    else await session.signInAgain();
  };
  const guardUnload = (event: BeforeUnloadEvent) => {
    if (hasUnsent()) event.preventDefault();
  };
  addEventListener("beforeunload", guardUnload);
  onCleanup(session.onExpiring(() => void renew()));
  onCleanup(() => removeEventListener("beforeunload", guardUnload));
  return {
    ending,
    /** Every fault passes here, so that the end of a session is noticed wherever it shows first. */
    report: (fault: unknown) => {
      if (fault instanceof ApiFault && fault.kind === "expired") setEnding("over");
    },
    shutOut: () => setEnding("shut"),
  };
};
