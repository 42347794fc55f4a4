import { handle } from "hono/aws-lambda";
import { createRuntime, inTime } from "#functions/runtime";
import { createApp } from "./app.ts";

export const handler = inTime(handle(createApp(createRuntime(process.env))));
