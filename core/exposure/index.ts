export { type Remedy, remedyFor } from "./remedy.ts";
