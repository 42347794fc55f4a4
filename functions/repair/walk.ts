import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { type Finding, findingOf, inquire, together } from "./inquiry.ts";

/** What a page of a list came to. */
export type Page = {
  readonly missed: number;
  /** Items that could not be read. */
  readonly unreadable: number;
  /** The platform itself shows no more of something. */
  readonly isCut?: boolean;
  /** Where the next page begins, while it may hold something of the time that is looked at. */
  readonly next?: string | undefined;
};

/** A list of a platform's, newest first. */
export type List = {
  /** The page that begins there; without a start the first. */
  readonly pathOf: (start: string | undefined) => string;
  /** Takes what is on a page. Undefined when it is no page of such a list. */
  readonly take: (body: unknown) => Promise<Page | undefined>;
  /** Looked through no further than this. */
  readonly mostPages?: number;
};

export type Walked = Finding & {
  readonly missed: number;
  /** False: a page was not told, and all of it has to be read again. */
  readonly isRead: boolean;
  /** A check has to end: where to go on. */
  readonly next?: string | undefined;
};

/** A function lives 170 s, and a call may take ten. */
const pagesAWalk = 10;

/** Reads a list page after page, as far as it holds something of the time that is looked at. */
export const walk = async (runtime: Runtime, key: Store.AccountKey, list: List, start?: string): Promise<Walked> => {
  const pages: Page[] = [];
  let next = start;
  for (let count = 0; count < Math.min(pagesAWalk, list.mostPages ?? pagesAWalk); count += 1) {
    const told = await inquire(runtime, key, { path: list.pathOf(next) });
    const page = told.kind === "told" ? await list.take(told.body) : undefined;
    if (page === undefined) {
      const unread = findingOf(told, told.kind === "told" ? ["answer-unreadable"] : []);
      return { ...together([unread, concerning(pages)]), missed: missedOn(pages), isRead: false, next };
    }
    pages.push(page);
    next = page.next;
    if (next === undefined) break;
  }
  const isEnough = list.mostPages !== undefined;
  return { ...concerning(pages), missed: missedOn(pages), isRead: true, next: isEnough ? undefined : next };
};

const missedOn = (pages: readonly Page[]): number => pages.reduce((sum, { missed }) => sum + missed, 0);

const concerning = (pages: readonly Page[]): Finding => ({
  problems: [
    ...(pages.some(({ unreadable }) => unreadable > 0) ? (["answer-unreadable"] as const) : []),
    ...(pages.some(({ isCut }) => isCut === true) ? (["list-cut"] as const) : []),
  ],
  isDisconnected: false,
  isHeard: pages.length > 0,
});
