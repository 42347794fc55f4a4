import type { Page } from "playwright-core";

/** Counts what held the page up for longer than 50 ms (the Long Tasks API's limit) from now on. */
export const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(`
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(Math.round(duration));
    }).observe({ type: "longtask" });
  `);

/** The long tasks since the last call, in milliseconds. */
export const takeTasks = (page: Page): Promise<number[]> => page.evaluate("window.longTasks.splice(0)");

type Act = {
  /** What is pressed. */
  readonly press?: string;
  /** Where the list is scrolled to, in pixels. */
  readonly scroll?: number;
  /** An element that was not there before. */
  readonly shown: string;
};

/** From an act to the paint that shows what comes of it, in the page's own time. */
export const timed = (page: Page, { press, scroll, shown }: Act): Promise<number> =>
  page.evaluate(`new Promise((resolve) => {
    const shown = ${JSON.stringify(shown)};
    const before = new Set(document.querySelectorAll(shown));
    const start = performance.now();
    const look = () => {
      const isThere = [...document.querySelectorAll(shown)].some((element) => !before.has(element));
      // The frame of this request has been painted when the task after it runs.
      if (isThere) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
      else requestAnimationFrame(look);
    };
    ${press === undefined ? "" : `document.querySelector(${JSON.stringify(press)}).click();`}
    ${scroll === undefined ? "" : `document.querySelector(".list-scroll").scrollTo(0, ${scroll});`}
    look();
  })`);

/** Scrolls to the end, page after page, until nothing more is there; how many there are then. */
export const loadAll = (page: Page): Promise<number> =>
  page.evaluate(`(async () => {
    for (;;) {
      const list = document.querySelector(".list-scroll");
      list.scrollTo(0, list.scrollHeight);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const count = Number(document.querySelector(".card-slot").getAttribute("aria-setsize"));
      if (count > 0) return count;
    }
  })()`);

/** Bytes in use after a collection. */
export const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
};
