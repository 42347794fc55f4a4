export { Content, Topic } from "./content.ts";
export { fits, isFor, type Occasion, type Offer, offersFor } from "./offer.ts";
export { deeds, type Step, states } from "./shape/index.ts";
export { starterAuthor, starterLibrary } from "./starter/index.ts";
export { changedLocks, type Filled, fill, type Piece, segmentsOf, type Values } from "./text/index.ts";
export {
  begin,
  type Change,
  type Changed,
  change,
  isReviewDue,
  isUsable,
  type Template,
  type Version,
} from "./version.ts";
