import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violationsOn } from "./axe.ts";
import { cardOf, type Looking } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("what leaves the bank", () => {
  const stage = openStage();
  const at = async (looking: Looking = {}): Promise<Page> => (await stage.signIn(looking)).page;
  let customers = 0;
  /** A customer who has just asked something in public, open on the page. */
  const asked = async (page: Page, words: string) => {
    customers += 1;
    const name = `Zélie ${["Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept"][customers]}`;
    const customer = stage.system.simulator.customer({ platform: "x", handle: `zelie_${customers}`, name });
    await customer.post(words);
    await cardOf(page, name).click();
    const field = page.getByLabel(`Your reply to ${name}`);
    await field.waitFor();
    return { customer, field, name };
  };

  test("a template is found with / by its first letters, filled with the customer's name, and arrives as it was approved", async () => {
    const page = await at();
    const { customer, field } = await asked(page, "Where do I ask for a new card?");
    await field.pressSequentially("/lost or sto");
    await page.getByRole("listbox", { name: "Templates" }).getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("From the template “Lost or stolen card”").waitFor();
    expect(await field.inputValue()).toContain("+33 1 99 00 12 34");
    // Where it came from is kept with the draft.
    await page.waitForResponse(
      (response) => response.url().endsWith("/draft") && response.request().method() === "PUT",
    );
    await page.reload();
    await page.getByText("From the template “Lost or stolen card”").waitFor();
    await field.focus();
    await page.keyboard.press("Control+Enter");
    expect((await stage.system.simulator.nextAnswer(customer)).text).toContain("Please block the card right away");
    expect(await violationsOn(page)).toEqual([]);
  });

  test("practice says what is wrong with an answer to an invented customer, and what was right", async () => {
    const page = await at({ width: 390 });
    await page.goto(`${stage.system.url}/practice`);
    await page.getByText("0 of 9 passed").waitFor();
    await page.getByLabel("What you write").fill("Send us your PIN.");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByText("A bank never asks for a code, a password or a card number.").waitFor();
    await page.getByLabel("What you write").fill("Thank you, the whole team is delighted!");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByText("1 of 9 passed").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Next customer" }).press("Enter");
    await page.getByText("are branches open on Saturday?").waitFor();
    // The keyboard goes on where the next one begins.
    expect(await page.locator(":focus").textContent()).toContain("are branches open on Saturday?");
  });

  test("a card number and a request for a code stay on the page, in red, and nothing leaves", async () => {
    const page = await at();
    const { customer, field } = await asked(page, "Hello, a question");
    await field.fill("Send us your PIN. Your card 4111 1111 1111 1111 is here.");
    await page.getByText("This cannot be sent").waitFor();
    await page.getByText("A bank never asks for a code, a password or a card number.").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("This cannot be sent").waitFor();
    expect(await field.inputValue()).toContain("4111");
    expect(stage.system.simulator.answersTo(customer)).toHaveLength(0);
    expect(await violationsOn(page)).toEqual([]);
  });

  test("a public promise is said to be meant, waits for a supervisor, who changes it by key, and reaches the customer once", async () => {
    const page = await at();
    const { customer, field, name } = await asked(page, `Will I get an answer, number ${customers}?`);
    await field.fill("I promise you an answer today.");
    await page.getByText("This promises something.").waitFor();
    await page.keyboard.press("Control+Enter");
    expect(await field.inputValue()).toContain("promise");
    await page.getByRole("button", { name: "False alarm: it is meant" }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByText("Waits for a second pair of eyes").waitFor();
    expect(stage.system.simulator.answersTo(customer)).toHaveLength(0);

    const { complaints, page: supervisor } = await stage.signIn({ who: "ines" });
    await cardOf(supervisor, name).click();
    await supervisor.getByRole("link", { name: "Look at it" }).click();
    await supervisor.locator(".approval:focus").waitFor();
    const item = supervisor.locator(".approval", { hasText: `number ${customers - 1}?` });
    await item.getByText(`Will I get an answer, number ${customers - 1}?`).waitFor();
    await item.getByText("A promise or advice in public").waitFor();
    expect(await violationsOn(supervisor)).toEqual([]);
    await supervisor.keyboard.press("c");
    await item.getByLabel("The reply as it will be sent").fill("Send us your PIN, we are looking into it.");
    await item.getByRole("button", { name: "Approve these words" }).click();
    // What the rules do not let through is said where it is written.
    await item.getByRole("alert").waitFor();
    expect(complaints.splice(0)).toEqual([expect.stringContaining("422")]);
    await item.getByLabel("The reply as it will be sent").fill("We are looking into it today.");
    await item.getByRole("button", { name: "Approve these words" }).click();
    expect((await stage.system.simulator.nextAnswer(customer)).text).toContain("We are looking into it today.");
    await supervisor.getByText("Nothing waits for you").waitFor();
    // The keyboard is at the page's beginning: what had it is gone.
    expect(await supervisor.locator(":focus").textContent()).toBe("Approvals");
    // Its writer reads who changed it and what; what waited is there no more.
    await page.getByText("Changed and approved by Inès Lambert").waitFor();
    await page.locator(".review-change del", { hasText: "promise" }).waitFor();
    expect(await page.getByText("Waits for a second pair of eyes").count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    expect(stage.system.simulator.answersTo(customer)).toHaveLength(1);
  });

  test("what an approver writes stays theirs when another decides first, who is seen at it, and goes on as a note", async () => {
    const page = await at();
    const { customer, field } = await asked(page, "Will two of you read this?");
    await field.fill("I promise you an answer today.");
    await page.getByRole("button", { name: "False alarm: it is meant" }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByText("Waits for a second pair of eyes").waitFor();

    const open = async (who: "ines" | "paul") => {
      const desk = await stage.signIn({ who });
      await desk.page.goto(`${stage.system.url}/approvals`);
      const item = desk.page.locator(".approval", { hasText: "Will two of you read this?" });
      await item.focus();
      return { ...desk, item };
    };
    const [ines, paul] = [await open("ines"), await open("paul")];
    await ines.item.getByText("Paul Ferrand is looking at it").waitFor();
    await ines.page.keyboard.press("c");
    await paul.item.getByText("Inès Lambert is writing other words").waitFor();
    const words = ines.item.getByRole("textbox");
    await words.fill("We call you back this afternoon.");
    await paul.item.getByRole("button", { name: "Approve" }).click();
    expect((await stage.system.simulator.nextAnswer(customer)).text).toContain("I promise you an answer today.");

    await ines.item.getByRole("alert").filter({ hasText: "Paul Ferrand has approved it meanwhile." }).waitFor();
    // One of those that waited does not any more.
    expect(await ines.page.getByText(/replies? waits?$/).count()).toBe(0);
    expect(await words.inputValue()).toBe("We call you back this afternoon.");
    expect(await ines.item.locator("textarea:focus").count()).toBe(1);
    expect(await ines.item.getByRole("button", { name: "Approve these words" }).count()).toBe(0);
    expect(await violationsOn(ines.page)).toEqual([]);
    // Somewhere else and back: they are there still.
    await ines.page.getByRole("link", { name: "Wallboard" }).click();
    await ines.page.getByRole("link", { name: "Approvals" }).click();
    await ines.item.getByRole("button", { name: "Make it a note" }).click();
    await expect.poll(() => ines.page.url()).toContain("/c/");
    await expect.poll(() => ines.page.locator("textarea").last().inputValue()).toBe("We call you back this afternoon.");
    expect(stage.system.simulator.answersTo(customer)).toHaveLength(1);
  });

  test("the library, the rules and the charter are readable by everybody who may, without a barrier", async () => {
    const page = await at({ who: "paul" });
    for (const [link, sign] of [
      ["Templates", "Lost or stolen card"],
      ["Outgoing words", "Hosts that replies may link to"],
      ["Charter and facts", "Classic card"],
    ] as const) {
      await page.getByRole("link", { name: link }).click();
      await page.getByText(sign).first().waitFor();
      expect([link, await violationsOn(page)]).toEqual([link, []]);
    }
  });

  test("whoever reads a template over sees the bank's own number in it, as a customer will", async () => {
    const page = await at({ who: "paul" });
    await page.getByRole("link", { name: "Templates" }).click();
    await page.getByRole("button", { name: /Lost or stolen card/ }).click();
    await page.locator(".seen-by-customer", { hasText: "+33 1 99 00 12 34" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});
