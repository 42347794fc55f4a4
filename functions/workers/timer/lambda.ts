import { createRuntime } from "#functions/runtime";
import { comingBack } from "../come-back.ts";
import { timer } from "./index.ts";

const runtime = createRuntime(process.env);

export const handler = comingBack(runtime, "timers", timer(runtime));
