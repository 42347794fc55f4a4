export { type Concealment, conceal } from "./conceal.ts";
export { type Alphabet, alphabetOf, decode, type Steps, type Writing } from "./decode.ts";
export { type Admission, admit, isPublicAddress } from "./host.ts";
export type { Line } from "./line.ts";
export { findRegions, pointIn, type Region } from "./region.ts";
export { isPdf, isPicture } from "./sniff.ts";
