import * as Sla from "#core/sla";

/** A conversation that begins, in minutes since the week began. */
export type Arrival = {
  readonly id: string;
  readonly at: number;
  readonly beganAt: Sla.Instant;
  readonly urgent: boolean;
  readonly language: "fr" | "en" | "de";
  readonly topic: string;
  readonly serviceMinutes: number;
  readonly policy: Sla.Policy;
  readonly dueAt: Sla.Instant;
};

/** Saturday, midnight in Paris: what the week-end leaves behind is part of the week. */
const saturday = Date.parse("2026-03-07T00:00:00.000+01:00");
const minutesADay = 24 * 60;
const days = 7;

export const instantOf = (minute: number): Sla.Instant => new Date(saturday + minute * 60_000).toISOString();

const arrivalsAnHour = [7, 4, 3, 2, 2, 3, 5, 13, 40, 85, 85, 70, 78, 66, 57, 53, 57, 74, 52, 30, 20, 13, 9, 5] as const;
const weekendShare = 0.25;
const outage = { day: 4, fromHour: 10, toHour: 12, arrivalsAnHour: 350, serviceMinutes: 4 };

/** Share of arrivals and mean minutes of work until the answer has gone out. */
const topics = [
  { topic: "cards", share: 0.24, minutes: 8, urgent: false },
  { topic: "online-banking", share: 0.2, minutes: 7, urgent: false },
  { topic: "payments", share: 0.2, minutes: 9, urgent: false },
  { topic: "loans", share: 0.1, minutes: 14, urgent: false },
  { topic: "branch", share: 0.1, minutes: 5, urgent: false },
  { topic: "complaint", share: 0.07, minutes: 15, urgent: false },
  { topic: "praise", share: 0.06, minutes: 2, urgent: false },
  { topic: "fraud", share: 0.03, minutes: 12, urgent: true },
] as const;

/** The arrivals of a week, the same for the same seed. */
export const arrivalsOf = (seed: number): readonly Arrival[] => {
  const random = generator(seed);
  const arrivals: Arrival[] = [];
  for (let minute = 0; minute < days * minutesADay; minute += 1) {
    for (let left = poisson(usualRate(minute), random); left > 0; left -= 1) {
      arrivals.push(arrivalAt(minute, arrivals.length, random));
    }
    for (let left = poisson(outageRate(minute), random); left > 0; left -= 1) {
      const asked = arrivalAt(minute, arrivals.length, random);
      const serviceMinutes = outage.serviceMinutes;
      arrivals.push({ ...asked, ...promised(minute, false), urgent: false, topic: "online-banking", serviceMinutes });
    }
  }
  return arrivals;
};

/** Whether the shift of agent `index` of `count` is at work: Monday to Friday 9 to 18, an hour's lunch in two halves. */
export const isAtWork = (index: number, minute: number): boolean => {
  const [day, hour] = [Math.floor(minute / minutesADay), Math.floor((minute % minutesADay) / 60)];
  const isLunch = hour === (index % 2 === 0 ? 12 : 13);
  return day % 7 >= 2 && hour >= 9 && hour < 18 && !isLunch;
};

/** Outside those hours one agent, another one each day, is on call for what is urgent. */
export const isOnCall = (index: number, minute: number, count: number): boolean => {
  const [day, hour] = [Math.floor(minute / minutesADay), Math.floor((minute % minutesADay) / 60)];
  return (day % 7 < 2 || hour < 9 || hour >= 18) && day % count === index;
};

const usualRate = (minute: number): number => {
  const hour = arrivalsAnHour[Math.floor((minute % minutesADay) / 60)] ?? 0;
  return (hour / 60) * (Math.floor(minute / minutesADay) < 2 ? weekendShare : 1);
};

const outageRate = (minute: number): number => {
  const [day, hour] = [Math.floor(minute / minutesADay), (minute % minutesADay) / 60];
  return day === outage.day && hour >= outage.fromHour && hour < outage.toHour ? outage.arrivalsAnHour / 60 : 0;
};

const arrivalAt = (at: number, count: number, random: () => number): Arrival => {
  const found = topicAt(random());
  const spoken = random();
  return {
    id: `c${String(count).padStart(5, "0")}`,
    at,
    beganAt: instantOf(at),
    urgent: found.urgent,
    language: spoken < 0.8 ? "fr" : spoken < 0.95 ? "en" : "de",
    topic: found.topic,
    serviceMinutes: gammaMinutes(found.minutes, random),
    ...promised(at, found.urgent),
  };
};

const topicAt = (draw: number): (typeof topics)[number] => {
  let left = draw;
  for (const topic of topics) {
    left -= topic.share;
    if (left < 0) return topic;
  }
  return topics[0];
};

const promised = (at: number, urgent: boolean): Pick<Arrival, "policy" | "dueAt"> => {
  const policy = Sla.choosePolicy({ priority: urgent ? "urgent" : "normal" });
  return { policy, dueAt: Sla.startTarget("first-response", instantOf(at), policy).dueAt };
};

/** Times of work have a long tail: the sum of two exponentials of half the mean each, a minute at least. */
const gammaMinutes = (mean: number, random: () => number): number =>
  Math.max(1, Math.round((-mean / 2) * Math.log((1 - random()) * (1 - random()))));

const poisson = (mean: number, random: () => number): number => {
  let count = 0;
  for (let product = random(); product > Math.exp(-mean); product *= random()) count += 1;
  return count;
};

/** mulberry32: small, fast, the same everywhere. */
const generator = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
