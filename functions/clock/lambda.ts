import { createRuntime, inTime } from "#functions/runtime";
import { tick } from "./index.ts";

const runtime = createRuntime(process.env);

export const handler = inTime(() => tick(runtime));
