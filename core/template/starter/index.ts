import type { Content } from "../content.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export type Starter = Omit<Content, "language" | "channels">;

/** Who wrote it: nobody of the bank, so that anybody there may approve it. */
export const starterAuthor = "starter-library";

/** What every bank begins with: the usual cases, to be read and approved by its own people. */
export const starterLibrary: readonly { readonly id: string; readonly content: Content }[] = (
  [
    ["fr", fr],
    ["en", en],
  ] as const
).flatMap(([language, all]) =>
  Object.entries(all).map(([id, content]) => ({
    id: `${id}-${language}`,
    content: { ...content, language, channels: [] },
  })),
);
