/** What a template says, apart from who may use it. Free of validation libraries, so that the page can have it too. */
export { type Filled, fill, type Piece } from "./fill.ts";
export { changedLocks } from "./lock.ts";
export { type Notation, readNotation, segmentsOf } from "./notation.ts";
export type { Segment, Values } from "./segment.ts";
