import { createRuntime } from "#functions/runtime";
import { comingBack } from "../come-back.ts";
import { ingest } from "./index.ts";

const runtime = createRuntime(process.env);

export const handler = comingBack(runtime, "inbound", ingest(runtime));
