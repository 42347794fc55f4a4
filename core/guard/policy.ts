import type { Policy } from "./schema.ts";
import { defaultLists } from "./words/index.ts";

/** What holds for a bank that has decided nothing yet. */
export const defaultPolicy: Policy = { version: 0, lists: defaultLists, links: [], crisis: false };
