import { handle } from "hono/aws-lambda";
import { createRuntime, inTime } from "#functions/runtime";
import { createStories } from "./story.ts";

export const handler = inTime(handle(createStories(createRuntime(process.env))));
