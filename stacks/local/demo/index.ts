import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hasCode } from "../folder.ts";
import type { Simulator } from "../simulator/index.ts";
import { type Story, stories } from "./story.ts";

/** How long ago each of the first ones wrote: with two hours to answer, some are almost late. */
const firstMinutesAgo = [118, 111, 97, 74, 52, 31, 12, 2];
/** The pause before each later one, and before somebody reacts to an answer. */
const pauseSeconds = [20, 40] as const;
const reactionSeconds = [8, 20] as const;

/**
 * Customers who write in through the simulator: some at once, as if over the last two hours, then one every half
 * minute until all is said. A data folder remembers how far they came, so that a restart goes on from there.
 * The returned function ends it.
 */
export const startDemo = (simulator: Simulator, dataDir: string | undefined): (() => Promise<void>) => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const speaking = tell(simulator, createBookmark(dataDir), signal);
  const reacting = stories.map((story) => react(simulator, story, signal));
  return async () => {
    stopping.abort();
    await Promise.all([speaking, ...reacting]);
  };
};

const tell = async (simulator: Simulator, bookmark: Bookmark, signal: AbortSignal): Promise<void> => {
  const startedAt = Date.now();
  for (const [index, { story, text }] of lines.entries()) {
    if (index < bookmark.read()) continue;
    const minutesAgo = firstMinutesAgo[index];
    if (minutesAgo === undefined) await pause(pauseSeconds, signal);
    if (signal.aborted) return;
    bookmark.write(index + 1);
    const at = minutesAgo === undefined ? {} : { at: new Date(startedAt - minutesAgo * 60_000).toISOString() };
    await simulator.customer(story).say(story.visibility, text, at);
  }
};

/** Everybody's first line, then the second lines. */
const lines = [0, 1].flatMap((turn) =>
  stories.flatMap((story) => {
    const text = story.lines[turn];
    return text === undefined ? [] : [{ story, text }];
  }),
);

/** Thanks the bank once, for the first answer it gives in this run. */
const react = async (simulator: Simulator, story: Story, signal: AbortSignal): Promise<void> => {
  if (story.thanks === undefined) return;
  const customer = simulator.customer(story);
  if (customer.thread.entries.some(({ text }) => text === story.thanks)) return;
  const answer = await simulator.nextAnswer(customer, signal).catch(() => undefined);
  await pause(reactionSeconds, signal);
  if (answer === undefined || signal.aborted) return;
  await customer.read();
  await customer.say(story.visibility, story.thanks, answer.visibility === "public" ? { inReplyTo: answer.id } : {});
};

type Bookmark = { readonly read: () => number; readonly write: (line: number) => void };

/** The line the story stopped at. It is kept before the line is said: a crash drops a line rather than repeat it. */
const createBookmark = (dataDir: string | undefined): Bookmark => {
  let line = dataDir === undefined ? 0 : readLine(join(dataDir, "demo-line"));
  return {
    read: () => line,
    write: (next) => {
      line = next;
      if (dataDir !== undefined) writeFileSync(join(dataDir, "demo-line"), String(next));
    },
  };
};

const readLine = (path: string): number => {
  try {
    return Number(readFileSync(path, "utf8")) || 0;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return 0;
    throw error;
  }
};

/** Somewhere between two numbers of seconds, or until the end. */
const pause = async ([least, most]: readonly [number, number], signal: AbortSignal): Promise<void> => {
  const milliseconds = (least + Math.random() * (most - least)) * 1000;
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
};
