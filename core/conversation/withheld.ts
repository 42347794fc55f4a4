import type * as Guard from "#core/guard";
import type * as Sla from "#core/sla";
import type { Conversation } from "./state.ts";

type Withheld = {
  readonly reason: "urgent" | "outside-hours" | "satisfaction";
  /** What stands in the bank's words that must not leave. */
  readonly kinds: readonly Guard.FindingKind[];
  /** Of an answer outside hours: the opening that ends this closing. */
  readonly opensAt?: Sla.Instant;
};

export type WithheldEvent =
  /** What the bank says by itself was not said: somebody has to say it, and the words have to be changed. */
  Withheld & { readonly type: "automatic-withheld" };

export type WithholdCommand = Withheld & { readonly type: "withhold-automatic" };

/** Told once, where it would have been said once. */
export const withhold = (
  { automatic, satisfaction, status }: Conversation,
  { type: _, ...withheld }: WithholdCommand,
): readonly WithheldEvent[] => {
  const { opensAt, reason } = withheld;
  const isTold =
    (reason === "urgent" && automatic?.urgent === true) ||
    (reason === "outside-hours" && automatic?.opensAt === opensAt) ||
    (reason === "satisfaction" && satisfaction !== undefined);
  return isTold || status === "closed" ? [] : [{ type: "automatic-withheld", ...withheld }];
};

export const evolveWithheld = (state: Conversation, { opensAt, reason }: WithheldEvent): Conversation => ({
  ...state,
  ...(reason === "satisfaction"
    ? {}
    : {
        automatic: {
          ...state.automatic,
          ...(reason === "urgent" ? { urgent: true } : {}),
          ...(opensAt === undefined ? {} : { opensAt }),
        },
      }),
});
