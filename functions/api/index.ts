export { createApp } from "./app.ts";
export { createStories } from "./story.ts";
