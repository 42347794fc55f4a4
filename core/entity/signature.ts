import type * as Sla from "#core/sla";

/** Who signs, as customers of a bank read it on social networks: `^CM` for Camille Moreau. */
export const signatureOf = (name: string): string =>
  `^${name
    .split(/[\s-]+/)
    .flatMap((part) => part.match(/\p{L}/u)?.[0] ?? [])
    .slice(0, 3)
    .join("")
    .toUpperCase()}`;

type Telling = { readonly now: Sla.Instant; readonly timeZone: string; readonly language: "fr" | "en" };

/** When somebody is answered at the latest: "d’ici 14:30", with the day where it is another one. */
export const tellDeadline = (dueAt: Sla.Instant, { language, now, timeZone }: Telling): string => {
  const tell = (at: Sla.Instant, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { timeZone, ...options }).format(new Date(at));
  const at = dueAt < now ? now : dueAt;
  const time = tell(at, { hour: "2-digit", minute: "2-digit" });
  const isToday = tell(at, { dateStyle: "short" }) === tell(now, { dateStyle: "short" });
  const day = isToday ? "" : `${tell(at, { weekday: "long" })} `;
  return language === "fr" ? `d’ici ${day}${time}` : `by ${day}${time}`;
};
