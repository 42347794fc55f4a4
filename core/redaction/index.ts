export { type RedactedDeep, redactDeep } from "./deep.ts";
export { type Evidence, evidenceIn } from "./evidence.ts";
export { type Explanation, explain } from "./explain.ts";
export { fold } from "./fold.ts";
export { type Finding, type Kind, kinds, type Mark, type Redacted } from "./kind.ts";
export { type Options, type Redaction, redact, write } from "./redact.ts";
export { Policy } from "./schema.ts";
export { redactThread, type ThreadOptions } from "./thread.ts";
