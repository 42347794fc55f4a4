import { createRuntime } from "#functions/runtime";
import { picture } from "./index.ts";

export const handler = picture(createRuntime(process.env));
