export { codeFrom, readCode, showCode } from "./code.ts";
export { Address, contextsFor, contextsOf, PublicKey, redactionPolicy, SecureChannel } from "./configuration.ts";
export { type Notice, readNotice, readSigned, sealEnvelope, signEnvelope } from "./envelope.ts";
export { keysFrom } from "./key.ts";
export {
  concealed,
  invitation,
  isCodeAlone,
  isOffering,
  keptWords,
  offeringIn,
  offerWords,
  sentWords,
  slots,
  wayWords,
} from "./offer.ts";
export { type Language, languages, type Purpose, purposeOf, purposes, reasonFor } from "./purpose.ts";
export { type Step, steps } from "./step/index.ts";
export {
  codeSeconds,
  linkSeconds,
  proofSeconds,
  proofTries,
  signInSeconds,
  silentSeconds,
  unopenedSeconds,
  verifiedSeconds,
} from "./term.ts";
export { customerIdOf, hashCode, hashProof, hashToken, linkOf, pathOf, tokenBytes } from "./token.ts";
export { isEnough, type Level, levels } from "./verification.ts";
