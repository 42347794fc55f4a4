import { expect, test } from "vitest";
import { violationsOn } from "./axe.ts";
import { gatherCrowd } from "./crowd.ts";
import { cardOf, type Looking } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

const looks: [string, Looking][] = [
  ["a wide light page", { width: 1440, scheme: "light" }],
  ["a dark telephone", { width: 390, scheme: "dark" }],
];

describeInBrowser("for everybody", () => {
  const stage = openStage({ prepare: gatherCrowd });

  test.each(looks)("no view breaks WCAG 2.2 AA on %s", async (_name, looking) => {
    const door = await stage.openDoor(looking);
    await door.page.locator("main.door button.primary").waitFor();
    expect(await violationsOn(door.page)).toEqual([]);
    await door.context.close();

    const desk = await stage.signIn({ ...looking, who: "ines" });
    const { page } = desk;
    await page.locator('.deadline[data-state="breached"]').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);

    await cardOf(page, "Octave").click();
    // What is still being loaded moves the thread, and a tooltip closes when it is moved away.
    const explained = async (): Promise<boolean> => {
      if (await page.getByRole("tooltip").isVisible()) return true;
      await page.locator(".mark").first().blur();
      await page.locator(".mark").first().focus();
      return false;
    };
    await expect.poll(explained, { interval: 700, timeout: 25_000 }).toBe(true);
    expect(await violationsOn(page)).toEqual([]);

    const menu = page.locator(".actions button[aria-haspopup]").last();
    await menu.click();
    await page.getByRole("menu").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await page.locator(".modes label").last().click();
    await page.locator(".composer-field").fill("For colleagues");
    expect(await violationsOn(page)).toEqual([]);
    await page.locator(".composer-field").fill("");
    await page.keyboard.press("Escape");

    await page.keyboard.press("i");
    await page.locator(".details-part").first().waitFor({ state: "attached" });
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press("i");

    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").last().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await page.goto(`${stage.system.url}/?view=closed`);
    await page.locator(".state").first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  test("lists, conversation, menu and answer work without a mouse", async () => {
    const desk = await stage.signIn();
    const { page } = desk;
    await cardOf(page, "Quentin").waitFor();
    const focused = () => page.evaluate("document.activeElement.textContent");
    await page.keyboard.press("j");
    expect(await focused()).toContain("Octave");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toContain("Perrine");
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await page.locator(".who-name:focus", { hasText: "Octave" }).waitFor();
    await page.locator(".composer-field").waitFor();
    expect(await page.evaluate("document.activeElement.className")).toBe("who-name");

    await page.keyboard.press("n");
    await page.keyboard.type("juk?");
    expect(await page.locator(".composer-field").inputValue()).toBe("juk?");
    await page.keyboard.press("Control+Enter");
    await page.locator('.message[data-visibility="internal"]', { hasText: "juk?" }).waitFor();
    await page.keyboard.press("Escape");

    await page.keyboard.press("u");
    await page.locator(".nothing-open").waitFor();
    expect(await focused()).toContain("Octave");
  });

  test("single keys can be switched off", async () => {
    const desk = await stage.signIn();
    const { page } = desk;
    await cardOf(page, "Quentin").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("switch", { name: "Shortcuts are on" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("?");
    await page.keyboard.press("j");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.evaluate("document.activeElement.classList.contains('card')")).toBe(false);
  });

  test("no button is without a name, and nothing is wider than the narrowest telephone", async () => {
    const desk = await stage.signIn({ width: 320, who: "ines" });
    const { page } = desk;
    await cardOf(page, "Octave").click();
    await page.locator(".message").first().waitFor();
    const nameless = await page.evaluate(
      "[...document.querySelectorAll('button, a')].filter((one) => !(one.ariaLabel || one.textContent.trim())).length",
    );
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect({ nameless, overflow }).toEqual({ nameless: 0, overflow: 0 });
    await page.getByRole("link", { name: "Back to the list" }).click();
    await cardOf(page, "Octave").waitFor();
  });
});
