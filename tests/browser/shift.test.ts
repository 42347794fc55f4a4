import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";
import { violationsOn } from "./axe.ts";
import { launchBrowser } from "./chromium.ts";
import { cardOf, openDoor } from "./desk.ts";
import { describeInBrowser } from "./suite.ts";

/** More presses of Tab than any view of the page needs. */
const PRESSES = 120;
const SHIFT = 8;

/** Keys as a French keyboard has them: where they sit, and what they give with or without Shift. */
const AZERTY: Readonly<Record<string, { code: string; modifiers?: number }>> = {
  "/": { code: "Period", modifiers: SHIFT },
  "?": { code: "KeyM", modifiers: SHIFT },
  "!": { code: "Slash" },
  é: { code: "Digit2" },
  à: { code: "Digit0" },
  ç: { code: "Digit9" },
  a: { code: "KeyQ" },
  z: { code: "KeyW" },
};

/** One press on a French keyboard. */
const strike = async (page: Page, key: string): Promise<void> => {
  const struck = AZERTY[key];
  if (struck === undefined) return page.keyboard.press(key);
  const session = await page.context().newCDPSession(page);
  const event = { key, code: struck.code, modifiers: struck.modifiers ?? 0 };
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", text: key, ...event });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  await session.detach();
};

const type = async (page: Page, text: string): Promise<void> => {
  for (const letter of text) {
    if (AZERTY[letter]) await strike(page, letter);
    else await page.keyboard.type(letter);
  }
};

/** Tab by Tab, as somebody without a mouse gets there. */
const reach = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  for (let press = 0; press < PRESSES; press += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never comes there");
};

describeInBrowser("a shift without a mouse", () => {
  let tries = 0;
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startTestSystem({ page: true, variables: { UNDO_SECONDS: "1" } }),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  test("signs in, takes, reads, answers from a template, notes, splits, snoozes, hands off and closes on a French keyboard", async () => {
    tries += 1;
    const name = `Ondine ${"I".repeat(tries)}`;
    const customer = system.simulator.customer({ platform: "x", handle: `ondine_imaginaire_${tries}`, name });
    await customer.dm("Bonjour, merci pour votre aide hier");
    const { id } = await system.conversation(({ contact }) => contact.name === name);
    await customer.dm("À quelle heure ouvre l’agence ?");
    await eventually(async () => expect((await system.read(id)).messages).toHaveLength(2));
    const { complaints, context, page } = await openDoor(browser, system, { language: "fr-FR" });
    const card = async () => (await system.read(id)) as unknown as Record<string, unknown>;
    const clean = async (view: string) => expect([view, await violationsOn(page)]).toEqual([view, []]);

    await clean("door");
    await reach(page, page.locator("main.door button.primary"));
    await page.keyboard.press("Enter");
    await reach(page, page.locator("button[name=person][value=camille]"));
    await page.keyboard.press("Enter");
    await cardOf(page, name).waitFor();
    await clean("list");

    await strike(page, "j");
    await page.keyboard.press("Enter");
    await page.locator(".message", { hasText: "À quelle heure" }).waitFor();
    await strike(page, "t");
    await eventually(async () => expect(await card()).toMatchObject({ assignee: "camille" }));
    await clean("conversation");

    await strike(page, "?");
    await page.getByRole("dialog").waitFor();
    await clean("keys");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await strike(page, "r");
    await type(page, "/merci");
    await page.locator(".template-option").first().waitFor();
    await clean("templates");
    await page.keyboard.press("Enter");
    const field = page.getByLabel(`Votre réponse à ${name}`);
    await eventually(async () => expect((await field.inputValue()).length).toBeGreaterThan(10));
    await page.keyboard.press("Control+Enter");
    await acceptCharter(page);
    expect((await system.simulator.nextAnswer(customer)).text).toMatch(/erci/);

    await page.keyboard.press("Escape");
    await page.locator("h1.who-name:focus").waitFor();
    await strike(page, "n");
    await type(page, "Déjà reçue à l’agence, ça va");
    await page.keyboard.press("Control+Enter");
    await page.locator(".message[data-visibility=internal]", { hasText: "Déjà reçue à l’agence, ça va" }).waitFor();
    await page.keyboard.press("Escape");

    await strike(page, "!");
    await eventually(async () => expect(await card()).toMatchObject({ priority: "urgent" }));
    // Who does not see the sign hears it.
    await page.getByRole("status").filter({ hasText: "Ouverte, Vous, Urgente" }).waitFor();
    await strike(page, "b");
    await eventually(async () => expect(await card()).toMatchObject({ snoozed: {} }));

    await strike(page, "o");
    await page.locator(".secure-way-form").waitFor();
    await clean("secure channel");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect((await system.simulator.nextAnswer(customer)).text).toMatch(/https?:/);

    await eventually(async () => expect(await card()).toMatchObject({ unsent: 0 }));
    await strike(page, "s");
    await page.locator(".split-message").first().waitFor();
    await clean("splitting");
    await reach(page, page.locator(".dialog button[type=submit]"));
    await page.keyboard.press("Enter");
    await page.locator('.event[data-type="split-from"]').waitFor();
    const [partId = ""] = (await card())["partIds"] as readonly string[];
    await strike(page, "e");
    await eventually(async () => expect(await system.read(partId)).toMatchObject({ status: "closed" }));

    await reach(page, page.getByRole("link", { name: "Le fil dont elle vient" }));
    await page.keyboard.press("Enter");
    await page.locator(".message", { hasText: "Bonjour, merci" }).waitFor();
    await strike(page, "c");
    await eventually(async () => expect(await card()).toMatchObject({ status: "closed" }));
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** Before the first answer: read, then accepted by its button. */
const acceptCharter = async (page: Page): Promise<void> => {
  const accept = page.locator(".charter-foot button");
  const hasCharter = await accept.waitFor({ timeout: 2_000 }).then(
    () => true,
    () => false,
  );
  if (!hasCharter) return;
  await reach(page, accept);
  await page.keyboard.press("Enter");
};
