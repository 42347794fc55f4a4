import { createRuntime } from "#functions/runtime";
import { timer } from "./index.ts";

export const handler = timer(createRuntime(process.env));
