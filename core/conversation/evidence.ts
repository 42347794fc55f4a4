/** What a customer quoted as a fraudster's is kept for a few days beside its message: somebody of the fraud team saw it, or took it away. */
export type EvidenceCommand = { readonly type: "read-evidence" | "drop-evidence"; readonly messageId: string };
export type EvidenceEvent = { readonly type: "evidence-read" | "evidence-dropped"; readonly messageId: string };

/** Every look is an entry of the log. */
export const evidence = ({ messageId, type }: EvidenceCommand): readonly EvidenceEvent[] => [
  { type: type === "read-evidence" ? "evidence-read" : "evidence-dropped", messageId },
];
