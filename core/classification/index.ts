export { type Audience, type AuthorLists, audienceOf } from "./author.ts";
export { type Classification, classify, defaultLexicons, type Label } from "./classify.ts";
export { type Alarm, Lexicon, type Topic } from "./lexicon.ts";
export { namesIn } from "./name.ts";
