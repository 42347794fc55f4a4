import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { eventually } from "../support/system.ts";
import { violationsOn } from "./axe.ts";
import { cardOf, type Looking } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("writing", () => {
  const stage = openStage({ variables: { UNDO_SECONDS: "6" } });
  const at = async (looking: Looking = {}): Promise<Page> => (await stage.signIn(looking)).page;
  const begin = async (handle: string, name: string, text = "A question") => {
    const customer = stage.system.simulator.customer({ platform: "x", handle, name });
    await customer.dm(text);
    return customer;
  };

  test("an answer is taken back by one key into the text, and the customer never gets it", async () => {
    const customer = await begin("rosa_imaginaire", "Rosa");
    const page = await at();
    await cardOf(page, "Rosa").click();
    await page.getByLabel("Your reply to Rosa").fill("Too quick.");
    await page.keyboard.press("Control+Enter");
    await page.locator('.message[data-delivery="leaving"]', { hasText: "Too quick." }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("z");
    await page.locator(".event", { hasText: "took an answer back" }).waitFor();
    expect(await page.getByLabel("Your reply to Rosa").inputValue()).toBe("Too quick.");
    expect(await page.locator(".message", { hasText: "Too quick." }).count()).toBe(0);
    await page.getByLabel("Your reply to Rosa").fill("Well thought out.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    expect((await stage.system.simulator.nextAnswer(customer)).text).toBe("Well thought out.");
    expect(stage.system.simulator.answersTo(customer)).toHaveLength(1);
  });

  test("the next conversation opens at once, and a customer who writes meanwhile pulls the answer back", async () => {
    const customer = await begin("selma_imaginaire", "Selma");
    await begin("tom_imaginaire", "Tom");
    const page = await at();
    await cardOf(page, "Selma").click();
    await page.getByLabel("Your reply to Selma").fill("Here is how.");
    await page.keyboard.press("Control+Alt+Enter");
    await page.locator("h1.who-name").filter({ hasNotText: "Selma" }).waitFor();
    await page.locator(".departure", { hasText: "Your answer is leaving." }).waitFor();
    await customer.dm("Forget it, found it");
    await cardOf(page, "Selma").click();
    const held = page.locator('.message[data-delivery="held"]', { hasText: "Here is how." });
    await held.waitFor();
    await page.locator(".message", { hasText: "Forget it, found it" }).waitFor();
    expect(stage.system.simulator.answersTo(customer)).toHaveLength(0);
    await page.keyboard.press("Shift+S");
    expect((await stage.system.simulator.nextAnswer(customer)).text).toBe("Here is how.");
  });

  test("an answer to what was overtaken while it was written is held once, and shows what came", async () => {
    const customer = await begin("ulla_imaginaire", "Ulla");
    const page = await at();
    await cardOf(page, "Ulla").click();
    await page.getByLabel("Your reply to Ulla").fill("An answer to the first.");
    await customer.dm("A second thought");
    await page.locator(".message", { hasText: "A second thought" }).waitFor();
    await page.getByLabel("Your reply to Ulla").press("Control+Enter");
    await page.getByRole("alert").filter({ hasText: "A second thought" }).waitFor();
    expect(await page.getByLabel("Your reply to Ulla").inputValue()).toBe("An answer to the first.");
    await page.keyboard.press("Control+Enter");
    expect((await stage.system.simulator.nextAnswer(customer)).text).toBe("An answer to the first.");
  });

  test("a colleague takes it in the middle of a sentence: the words stay in sight, and become a note", async () => {
    await begin("orphee_imaginaire", "Orphée");
    const [page, supervisor] = await Promise.all([at(), at({ who: "ines" })]);
    await cardOf(page, "Orphée").click();
    await page.getByLabel("Your reply to Orphée").fill("Half a sent");
    await cardOf(supervisor, "Orphée").click();
    await supervisor.locator("h1.who-name:focus").waitFor();
    // Nobody takes what was not read.
    await supervisor.locator(".message").first().waitFor();
    await supervisor.keyboard.press("t");
    await page.locator(":focus", { hasText: "Inès Lambert answers here." }).waitFor();
    await page.locator("blockquote", { hasText: "Half a sent" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Make it a note" }).press("Enter");
    const note = page.getByLabel("Your note, for colleagues only");
    await eventually(async () => expect(await note.inputValue()).toBe("Half a sent"));
    await note.press("Escape");
    await page.keyboard.press("r");
    await page.getByText("Inès Lambert answers here.").waitFor();
    expect(await page.locator("blockquote").count()).toBe(0);
  });

  test("what is being written is there after a reload and on another device, and nothing of it in the browser", async () => {
    await begin("vera_imaginaire", "Vera");
    const page = await at();
    await cardOf(page, "Vera").click();
    const saved = page.waitForResponse(
      (answer) => answer.url().endsWith("/draft") && answer.request().method() === "PUT",
    );
    await page.getByLabel("Your reply to Vera").fill("Half a sentence with 4111 1111 1111 1111");
    await saved;
    expect(await page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")).not.toContain("Half a");
    const other = await at();
    await cardOf(other, "Vera").click();
    const field = other.getByLabel("Your reply to Vera");
    await eventually(async () => expect(await field.inputValue()).toContain("Half a sentence"));
    expect(await field.inputValue()).not.toContain("4111 1111");
  });

  test("a note stays a note when the agent turns to the customer, and waits where it was written", async () => {
    await begin("xenia_imaginaire", "Xenia");
    const page = await at();
    await cardOf(page, "Xenia").click();
    const note = page.locator(".mode", { hasText: "Internal note" });
    await note.click();
    await page.locator(".composer-field").fill("Sounds like the same fraud again");
    await page.locator(".mode", { hasText: "Private reply" }).click();
    expect(await page.locator(".composer-field").inputValue()).toBe("");
    const saved = page.waitForResponse((answer) => answer.request().postData()?.includes("We look into it.") === true);
    await page.getByLabel("Your reply to Xenia").fill("We look into it.");
    await note.getByText("Draft").waitFor({ state: "attached" });
    await saved;
    await page.reload();
    await page.locator(".composer-field").waitFor();
    await expect.poll(() => page.locator(".composer-field").inputValue()).toBe("We look into it.");
    await note.click();
    expect(await page.locator(".composer-field").inputValue()).toBe("Sounds like the same fraud again");
  });

  test("colleagues in one conversation see each other, and who writes", async () => {
    await begin("wanda_imaginaire", "Wanda");
    const [camille, ines] = [await at(), await at({ who: "ines" })];
    await cardOf(camille, "Wanda").click();
    await cardOf(ines, "Wanda").click();
    await camille.getByText("Inès Lambert is looking at this").waitFor();
    await ines.getByLabel("Your reply to Wanda").fill("I have it.");
    await camille.getByText("Inès Lambert is writing here").waitFor();
    await ines.getByRole("link", { name: "All open" }).click();
    await camille.locator(".onlooker", { hasText: "Inès Lambert" }).waitFor({ state: "detached" });
  });

  test("a whole shift without a mouse: take, read, answer, note a colleague, close, find by name", async () => {
    const customer = await begin("xenia_imaginaire", "Xenia", "My card 4111 1111 1111 1111 is blocked");
    const page = await at({ who: "ines" });
    await cardOf(page, "Xenia").waitFor();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () =>
      page.evaluate("document.activeElement.matches('a.card') ? document.activeElement.textContent : ''");
    // The list moves while it is read: what was focused may have gone elsewhere.
    await eventually(async () => {
      for (let step = 0; step < 20 && !String(await focused()).includes("Xenia"); step += 1) await press("j");
      for (let step = 0; step < 20 && !String(await focused()).includes("Xenia"); step += 1) await press("k");
      await press("Enter");
      await page.locator("h1.who-name", { hasText: "Xenia" }).waitFor({ timeout: 5_000 });
    }, 40);
    // What is done is found by its name, too.
    await press("Control+k");
    await page.getByRole("combobox", { name: "Search for an action" }).waitFor();
    await page.keyboard.type("write a note");
    await press("Enter");
    await page.getByLabel("Your note, for colleagues only").waitFor();
    await page.keyboard.type("@yan");
    await page.getByRole("option", { name: "Yanis Benali" }).waitFor();
    await press("Enter");
    await page.keyboard.type("knows this");
    await press("Control+Enter");
    await page.locator('.message[data-visibility="internal"]', { hasText: "@Yanis Benali knows this" }).waitFor();
    await press("Escape", "r");
    await page.keyboard.type("A new card is on its way.");
    await press("Control+Shift+Enter");
    await page.locator(".event", { hasText: "Closed by Inès Lambert" }).waitFor();
    expect((await stage.system.simulator.nextAnswer(customer)).text).toBe("A new card is on its way.");
    const mentions = (await stage.system.ask("yanis", "GET", "/api/mentions")).body["items"] as unknown as unknown[];
    expect(mentions).toHaveLength(1);
  });

  test("a key that an agent chose works on the next day, in another browser", async () => {
    await begin("yael_imaginaire", "Yaël");
    const page = await at();
    await cardOf(page, "Yaël").click();
    await page.getByLabel("Your reply to Yaël").waitFor();
    await page.keyboard.press("?");
    await page.locator("button.key-change").first().waitFor();
    const taken = (await page.locator("button.key-change").allTextContents()).filter((keys) => keys !== "–");
    expect(taken).toContain("Z");
    expect(taken, "one key, one action").toEqual([...new Set(taken)]);
    await page.getByRole("button", { name: /Change the key of "Next conversation"/ }).click();
    await page.keyboard.press("k");
    await page.getByText('That key does "Previous conversation"').waitFor();
    const kept = page.waitForResponse((answer) => answer.url().endsWith("/preferences"));
    await page.keyboard.press("w");
    await kept;
    const other = await at();
    await cardOf(other, "Yaël").waitFor();
    await other.keyboard.press("w");
    expect(await other.evaluate("document.activeElement.classList.contains('card')")).toBe(true);
    await stage.system.ask("camille", "PATCH", "/api/me/preferences", { keys: {} });
  });

  test("whoever looks at the list of mentions is shown the one that comes", async () => {
    await begin("ysolde_imaginaire", "Ysolde", "Who knows me?");
    const { id } = await stage.system.conversation((card) => card.preview === "Who knows me?");
    const page = await at({ who: "nadia" });
    await page.locator('a.view[href="/?view=mentions"]').click();
    const named = cardOf(page, "Ysolde");
    await page.getByText("Nobody has named you").waitFor();
    const note = { text: "@Nadia knows this", mentions: ["nadia"] };
    await stage.system.ask("ines", "POST", `/api/conversations/${id}/notes`, note);
    await named.waitFor();
  });
});
