import { createRuntime } from "#functions/runtime";
import { comingBack } from "#functions/workers";
import { fanout } from "./fanout.ts";

const runtime = createRuntime(process.env);

export const handler = comingBack(runtime, "changes", fanout(runtime));
