export { coverAgain } from "./cover.ts";
export { draftOf, unsendableKinds } from "./draft.ts";
export { openEvidence } from "./evidence.ts";
export { Inbound } from "./inbound.ts";
export { likenessOf } from "./likeness.ts";
export { type Passages, passagesIn, type Range, withoutPassages } from "./passage.ts";
export { contactPeerOf } from "./peer.ts";
export {
  type Context,
  conversationIdOf,
  countKinds,
  isConversational,
  markerOf,
  messageIdOf,
  platformOf,
  prepare,
  redactionOf,
} from "./prepare.ts";
export { previewOf } from "./preview.ts";
export { countNew, reread, sumCounts } from "./reread.ts";
export { type Piece, readTogether } from "./thread.ts";
