// biome-ignore lint/style/noRestrictedImports: the page's own script and style lie beside the bundle, and are read once.
import { readFileSync } from "node:fs";
import { handle } from "hono/aws-lambda";
import { createRuntime, inTime } from "#functions/runtime";
import { createApp } from "./app.ts";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

export const handler = inTime(
  handle(createApp(createRuntime(process.env), { script: read("page.js"), style: read("page.css") })),
);
