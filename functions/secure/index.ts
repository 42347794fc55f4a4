export { createApp } from "./app.ts";
export type { Assets } from "./assets.ts";
