import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds against WCAG 2.2 AA on a page: the rule, the place and what is wrong there. And what axe does not look
 * at: a page that has to be moved sideways (WCAG 2.2, 1.4.10).
 */
export const violationsOn = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze();
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
