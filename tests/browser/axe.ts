import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What passed is not told in full, and no second page is opened to put frames together: there are none, and both cost more
 * than the look itself.
 */
const lookAt = (page: Page) =>
  new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode()
    .withTags(LEVELS)
    .analyze();

/**
 * What axe finds against WCAG 2.2 AA on a page: the rule, the place and what is wrong there. And what axe does not look
 * at: a page that has to be moved sideways (WCAG 2.2, 1.4.10).
 */
export const violationsOn = async (page: Page): Promise<string[]> => {
  const { violations } = await lookAt(page);
  const overflow = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
    ),
    ...(overflow > 0 ? [`reflow: ${overflow} px wider than the window`] : []),
  ];
};
