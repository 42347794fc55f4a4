import { createRuntime } from "#functions/runtime";
import { comingBack } from "#functions/workers";
import { picture } from "./index.ts";

const runtime = createRuntime(process.env);

export const handler = comingBack(runtime, "pictures", picture(runtime));
