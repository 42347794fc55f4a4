import { type Options, type Redaction, redact } from "./redact.ts";

/** Messages of one thread in order, read together: what spans several of them is removed from each. */
export const redactThread = (messages: readonly string[], options: Options = {}): readonly Redaction[] =>
  messages.map((message) => redact(message, options));
