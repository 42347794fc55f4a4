import type * as Handoff from "#core/handoff";
import { type Moment, type Of, quiet, type Step, secondsBetween } from "./step.ts";
import type { Story } from "./story.ts";

type Receipt = Of<
  | "handoff-offered"
  | "handoff-delivered"
  | "handoff-opened"
  | "handoff-signed-in"
  | "handoff-case-created"
  | "handoff-answered"
  | "handoff-completed"
  | "handoff-expired"
  | "handoff-refused"
  | "handoff-revoked"
>;

/** How far an offer came. How long its way took is told once, when the customer is there; where it stopped, when it ended. */
export const handOff = (story: Story, event: Receipt, { entry: { at } }: Moment): Step => {
  const step = stepOf(event.type);
  if (event.type === "handoff-offered") {
    const { offer: _, ...rest } = story;
    // An invitation into a private message is no way to the secure page.
    if (event.way !== "secure-page") return quiet(rest);
    return { story: { ...rest, offer: { at, step: "offered" } }, facts: [{ what: "handoff", at, step }] };
  }
  const { offer } = story;
  if (offer === undefined) return quiet(story);
  switch (step) {
    case "delivered":
    case "opened":
      return { story: { ...story, offer: { ...offer, step } }, facts: [{ what: "handoff", at, step }] };
    case "expired":
    case "refused":
    case "revoked":
      return { story, facts: [{ what: "handoff", at, step, stoppedAfter: offer.step }] };
    case "signed-in":
      return { story, facts: [{ what: "handoff", at, step, secondsSinceOffer: secondsBetween(offer.at, at) }] };
    default:
      return { story, facts: [{ what: "handoff", at, step }] };
  }
};

const stepOf = (type: Receipt["type"]): Handoff.Step => type.slice("handoff-".length) as Handoff.Step;
