import type { Card } from "../data/api-types.ts";
import { words } from "../language/index.ts";
import { readable } from "../language/label.ts";

/** The latest words of a conversation, where it is named among others. Insults are read by who opens it, not by who passes. */
export const previewOf = ({ abusive, preview }: Pick<Card, "abusive" | "preview">): string =>
  abusive ? words().care.abuse : readable(preview) || words().list.noPreview;
