import { createSignal, onCleanup } from "solid-js";
import type { Found, Instant } from "../api-types.ts";
import type { Desk } from "../desk.ts";

/** The server is asked once the writer pauses. */
const PAUSE_MS = 350;
const SHORTEST = 2;
const STATUSES = ["open", "closed"] as const;

type Status = (typeof STATUSES)[number];
type Place = { cursor: string | undefined; isOver: boolean; until: Instant | undefined };

export type Search = ReturnType<typeof createSearch>;

/** Words looked for in open and closed conversations, newest first, as far back as one asks. Nothing of it is kept. `among`: what happened to them, where others are not looked for. */
export const createSearch = (desk: Desk, among: () => Record<string, string> | undefined = () => undefined) => {
  const [found, setFound] = createSignal<Found[]>([]);
  const [state, setState] = createSignal<"idle" | "busy" | "done" | "failed">("idle");
  const [places, setPlaces] = createSignal<Record<Status, Place>>(beginning());
  let text = "";
  let turn = 0;
  let pausing: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const mine = turn;
    const before = places();
    setState("busy");
    try {
      const answers = await Promise.all(
        STATUSES.filter((status) => !before[status].isOver).map(async (status) => {
          const { cursor } = before[status];
          const happened = among();
          const answer = await desk.api.search({
            text,
            status,
            ...(happened ? { happened } : {}),
            ...(cursor ? { cursor } : {}),
          });
          return { status, answer };
        }),
      );
      if (mine !== turn) return;
      const next = { ...before };
      for (const { status, answer } of answers) {
        const until = answer.searchedUntil ?? before[status].until;
        next[status] = { cursor: answer.cursor, isOver: answer.cursor === undefined, until };
      }
      setPlaces(next);
      const items = answers.flatMap(({ answer }) => answer.items);
      setFound([...new Map([...found(), ...items].map((each) => [each.card.id, each])).values()].sort(byNewest));
      setState("done");
    } catch (fault) {
      desk.report(fault);
      if (mine === turn) setState("failed");
    }
  };
  const ask = (asked: string) => {
    text = asked.trim();
    turn += 1;
    clearTimeout(pausing);
    setFound([]);
    setPlaces(beginning());
    setState("idle");
    if (text.length >= SHORTEST) pausing = setTimeout(() => void look(), PAUSE_MS);
  };
  onCleanup(() => clearTimeout(pausing));
  return {
    found,
    state,
    ask,
    /** Further back. */
    goOn: () => void look(),
    mayGoOn: () => state() !== "busy" && STATUSES.some((status) => !places()[status].isOver),
    /** How far back both have been looked through. */
    until: (): Instant | undefined =>
      STATUSES.flatMap((status) => (places()[status].isOver ? [] : (places()[status].until ?? [])))
        .sort()
        .at(-1),
  };
};

const beginning = (): Record<Status, Place> => ({
  open: { cursor: undefined, isOver: false, until: undefined },
  closed: { cursor: undefined, isOver: false, until: undefined },
});

const byNewest = (a: Found, b: Found): number => (a.card.lastMessageAt < b.card.lastMessageAt ? 1 : -1);
