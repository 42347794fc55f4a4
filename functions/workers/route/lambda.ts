import { createRuntime } from "#functions/runtime";
import { comingBack } from "../come-back.ts";
import { route } from "./index.ts";

const runtime = createRuntime(process.env);

export const handler = comingBack(runtime, "route", route(runtime));
