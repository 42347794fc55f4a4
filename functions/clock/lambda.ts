import { createRuntime } from "#functions/runtime";
import { tick } from "./index.ts";

const runtime = createRuntime(process.env);

export const handler = (): Promise<void> => tick(runtime);
