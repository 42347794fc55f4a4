import { createRuntime } from "#functions/runtime";
import { deliver } from "./index.ts";

export const handler = deliver(createRuntime(process.env));
