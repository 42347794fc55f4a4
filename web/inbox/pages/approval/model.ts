const STEPS = { a: "approve", c: "change", r: "refuse", j: "next", k: "previous" } as const;
type Step = (typeof STEPS)[keyof typeof STEPS];

/** What a key asks of the reply that has the focus; nothing while one writes, or where keys are switched off. */
export const stepOf = (
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target" | "currentTarget">,
  keysOn: boolean,
): Step | undefined => {
  if (!keysOn || event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget)
    return undefined;
  return (STEPS as Record<string, Step>)[event.key.toLowerCase()];
};
