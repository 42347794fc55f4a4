import { careFaults } from "./care.ts";
import { conversationFaults } from "./conversation.ts";
import { edgeFaults } from "./edge.ts";
import { handoffFaults } from "./handoff.ts";
import { incidentFaults } from "./incident.ts";
import type { FaultKind } from "./kind.ts";
import { peopleFaults } from "./people.ts";
import { replyFaults } from "./reply.ts";
import { retentionFaults } from "./retention.ts";
import { templateFaults } from "./template.ts";

const kinds = {
  ...edgeFaults,
  ...peopleFaults,
  ...conversationFaults,
  ...careFaults,
  ...replyFaults,
  ...incidentFaults,
  ...templateFaults,
  ...handoffFaults,
  ...retentionFaults,
} as const;

export type FaultCode = keyof typeof kinds;

/** The closed list of errors: HTTP status, whether a retry may help, the sentence a person may read. One file an area. */
export const faults: Readonly<Record<FaultCode, FaultKind>> = kinds;
