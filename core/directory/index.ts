export { audienceOf, branchIn } from "./find.ts";
export { type Audience, audiences, Directory, differences, emptyDirectory } from "./schema.ts";
