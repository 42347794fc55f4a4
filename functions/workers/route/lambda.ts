import { createRuntime } from "#functions/runtime";
import { route } from "./index.ts";

export const handler = route(createRuntime(process.env));
