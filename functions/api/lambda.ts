import { handle } from "hono/aws-lambda";
import { createRuntime } from "#functions/runtime";
import { createApp } from "./app.ts";

export const handler = handle(createApp(createRuntime(process.env)));
