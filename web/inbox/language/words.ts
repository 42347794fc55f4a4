import type { en } from "./en.ts";

/** The keys every catalogue has. */
export type Words = typeof en;
