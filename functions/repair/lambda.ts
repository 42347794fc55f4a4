import { createRuntime } from "#functions/runtime";
import { comingBack } from "#functions/workers";
import { repair } from "./index.ts";

const runtime = createRuntime(process.env);

export const handler = comingBack(runtime, "repairs", repair(runtime));
