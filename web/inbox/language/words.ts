import type { en } from "./en/index.ts";

/** The keys every catalogue has. */
export type Words = typeof en;
