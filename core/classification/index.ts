export { classify, defaultLexicons } from "./classify.ts";
export { type Alarm, Lexicon, type Topic, topics } from "./lexicon.ts";
export { namesIn } from "./name.ts";
