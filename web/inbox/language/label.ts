import { relabel } from "#core/redaction/label";
import { language } from "./index.ts";

/** A customer's words as they are kept, what was taken out of them named in the reader's language. */
export const readable = (text = ""): string => relabel(text, language() === "fr" ? "fr" : "en");
