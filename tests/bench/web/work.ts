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
  /** What is chosen in the first field of the filter. */
  readonly choose?: string;
  /** What is pressed. */
  readonly press?: string;
  /** Where the list is scrolled to, in pixels. */
  readonly scroll?: number;
  /** An element that was not there before, or that shows another conversation than before. */
  readonly shown: string;
};

/** From an act to the paint that shows what comes of it, in the page's own time. */
export const timed = (page: Page, { choose, press, scroll, shown }: Act): Promise<number> =>
  page.evaluate(`new Promise((resolve) => {
    const shown = () => [...document.querySelectorAll(${JSON.stringify(shown)})].map((one) => one.dataset.id ?? one);
    const choose = (value) => {
      const select = document.querySelector("#narrowing select");
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const before = new Set(shown());
    const start = performance.now();
    const look = () => {
      // What is there in a frame's callback has been painted when the task after that frame runs; this one comes before
      // whatever the page itself puts off until then.
      const isThere = shown().some((one) => !before.has(one));
      if (isThere) scheduler.postTask(() => resolve(performance.now() - start), { priority: "user-blocking" });
      else requestAnimationFrame(look);
    };
    ${press === undefined ? "" : `document.querySelector(${JSON.stringify(press)}).click();`}
    ${choose === undefined ? "" : `choose(${JSON.stringify(choose)});`}
    ${scroll === undefined ? "" : `document.querySelector(".list-scroll").scrollTo(0, ${scroll});`}
    requestAnimationFrame(look);
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
