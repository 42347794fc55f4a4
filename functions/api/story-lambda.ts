import { handle } from "hono/aws-lambda";
import { createRuntime } from "#functions/runtime";
import { createStories } from "./story.ts";

export const handler = handle(createStories(createRuntime(process.env)));
