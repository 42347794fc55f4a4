import { createRuntime } from "#functions/runtime";
import { repair } from "./index.ts";

export const handler = repair(createRuntime(process.env));
