import type * as Handoff from "#core/handoff";
import { en } from "./en.ts";
import { fr, type Words } from "./fr.ts";

export type { Words } from "./fr.ts";

export const wordsOf: Readonly<Record<Handoff.Language, Words>> = { fr, en };
