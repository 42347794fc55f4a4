import { createRuntime } from "#functions/runtime";
import { fanout } from "./fanout.ts";

export const handler = fanout(createRuntime(process.env));
