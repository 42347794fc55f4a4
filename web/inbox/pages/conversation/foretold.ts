import { atLeisure } from "../../data/at-leisure.ts";
import { createForetelling } from "./foretelling.ts";

/** A page that always has something to do fetches it then nevertheless. */
const AT_LATEST_MS = 2_000;

type Network = { connection?: { saveData?: boolean } };

export const fetchConversation = () => import("./view.tsx");

/** Fetches what draws a conversation before one is opened. The document's element says `data-foretold` once it is there. */
export const foretellConversation = createForetelling({
  fetchCode: fetchConversation,
  savesData: () => (navigator as Network).connection?.saveData === true,
  atLeisure: (act) => atLeisure(act, AT_LATEST_MS),
  tell: () => {
    document.documentElement.dataset["foretold"] = "";
  },
});
