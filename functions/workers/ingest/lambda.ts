import { createRuntime } from "#functions/runtime";
import { ingest } from "./index.ts";

export const handler = ingest(createRuntime(process.env));
