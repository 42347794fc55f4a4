export { type Likeness, likenesses, likenessOf } from "./likeness.ts";
export { warningOf } from "./warning.ts";
