import * as Sla from "#core/sla";
import type { Entity } from "./schema.ts";

/** An approved answer that nobody has to write. */
export type AutomaticAnswer = {
  readonly reason: "urgent" | "outside-hours";
  readonly text: string;
  /** The opening that ends this closing: it is sent once before that. */
  readonly opensAt?: Sla.Instant;
};

/** What is known of the message it answers. */
type Occasion = { readonly isUrgent: boolean; readonly language: string | undefined; readonly now: Sla.Instant };

/** What the bank has approved to be said at once: where to call when it cannot wait, when we are back when we are out. */
export const automaticAnswer = (entity: Entity, { isUrgent, language, now }: Occasion): AutomaticAnswer | undefined => {
  const { outsideHours, urgent } = entity.automaticAnswers ?? {};
  if (isUrgent) {
    const text = urgent?.[spoken(entity, language)];
    return text === undefined ? undefined : { reason: "urgent", text };
  }
  const opensAt = closedUntil(entity, now);
  const template = outsideHours?.[spoken(entity, language)];
  if (template === undefined || opensAt === undefined) return undefined;
  const text = template.replaceAll("{opensAt}", tellInstant(opensAt, entity.timeZone, spoken(entity, language)));
  return { reason: "outside-hours", text, opensAt };
};

/** What the bank asks at closing; undefined where it asks nothing. */
export const satisfactionQuestion = (entity: Entity, language: string | undefined): string | undefined =>
  entity.satisfaction?.[spoken(entity, language)];

/** The bank's hours are those of what it promises by default. Undefined while it is open. */
const closedUntil = ({ slaPolicies }: Entity, now: Sla.Instant): Sla.Instant | undefined => {
  const calendar = slaPolicies.at(-1)?.calendar;
  const opensAt = calendar === undefined ? undefined : Sla.nextOpening(now, calendar);
  return opensAt !== undefined && opensAt > now ? opensAt : undefined;
};

/** The customer's language where the bank speaks it, else the bank's first. */
const spoken = ({ languages }: Entity, language: string | undefined): "fr" | "en" =>
  languages.find((each) => each === language) ?? languages[0] ?? "fr";

const tellInstant = (at: Sla.Instant, timeZone: string, language: "fr" | "en"): string =>
  new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(at));
