export { Macro } from "./macro.ts";
export { SavedView } from "./saved-view.ts";
export { Tag } from "./tag.ts";
