export { Macro } from "./macro.ts";
export { SavedView } from "./saved-view.ts";
export { Tag, TagId } from "./tag.ts";
