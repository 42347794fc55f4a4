import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { eventually } from "../support/system.ts";
import { violationsOn } from "./axe.ts";
import { cardOf, type Looking } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("how long words are kept", () => {
  const stage = openStage();
  const at = async (looking: Looking = {}): Promise<Page> => (await stage.signIn(looking)).page;
  const goTo = (page: Page, path: string) => page.locator(`.ways a.view[href="${path}"]`).click();

  const closed = async (name: string, text: string): Promise<void> => {
    await stage.system.simulator.customer({ platform: "x", handle: `${name}_imaginaire`, name }).dm(text);
    const { id } = await stage.system.conversation(({ preview }) => preview === text);
    await stage.system.ask("ines", "POST", `/api/conversations/${id}/close`, {});
  };

  test("an administrator shortens the term by keyboard, is told what that means, and compliance reads it", async () => {
    const page = await at({ who: "rose" });
    await goTo(page, "/retention");
    const field = page.getByLabel("Days after the close");
    await field.fill("400");
    await page.getByText("From 1095 to 400 days").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await field.press("Enter");
    await page.getByText("Saved.").waitFor();
    await page.getByText(/^Erasing begins on .* Until then nothing is erased by its age\.$/).waitFor();
    const other = await at({ who: "paul", language: "fr-FR" });
    await goTo(other, "/retention");
    await eventually(async () => expect(await other.getByLabel("Jours après la fermeture").inputValue()).toBe("400"));
    expect(await other.getByLabel("Jours après la fermeture").isDisabled()).toBe(true);
    expect(await violationsOn(other)).toEqual([]);
  });

  test("where nobody has set a term, administrators and compliance are told until one is", async () => {
    const entity = await stage.system.runtime.store.readEntity("lumiere");
    if (entity === undefined) throw new Error("no bank");
    const { retention: _, ...withoutTerm } = entity;
    await stage.system.runtime.store.putEntity(withoutTerm);
    const agent = await at({ who: "camille" });
    expect(await agent.locator(".banner[data-kind=term]").count()).toBe(0);
    const compliance = await at({ who: "paul", language: "fr-FR", width: 390 });
    await compliance.getByText("La durée de conservation des conversations n’est pas fixée").waitFor();
    expect(await violationsOn(compliance)).toEqual([]);
    const page = await at({ who: "rose" });
    await page.getByRole("link", { name: "Set the term" }).click();
    await page.getByText("No term is set: nothing is erased by its age.").waitFor();
    expect(await page.getByLabel("Days after the close").inputValue()).toBe("1095");
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("Days after the close").press("Enter");
    await page.getByText(/^Erasing begins on /).waitFor();
    await page.locator(".banner[data-kind=term]").waitFor({ state: "detached" });
  });

  test("compliance holds, lifts and erases, and whoever has it open is told that its words are gone", async () => {
    await closed("Zephyrine", "Brindille is what I said");
    const { complaints, page } = await stage.signIn({ who: "paul" });
    const colleague = await at();
    for (const each of [page, colleague]) {
      await each.locator(".ways a.view", { hasText: "Closed" }).click();
      await cardOf(each, "Zephyrine").click();
      await each.locator(".message", { hasText: "Brindille" }).waitFor();
    }
    expect(await colleague.getByRole("button", { name: "Erase the words" }).count()).toBe(0);
    await page.getByRole("button", { name: "Place a legal hold" }).click();
    await page.getByLabel("Reference").fill("Case Alpha");
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("Reference").press("Enter");
    await page.getByText("Held: Case Alpha").waitFor();
    await colleague.getByText("A legal hold keeps the words").waitFor();
    const erase = async () => {
      await page.getByRole("button", { name: "Erase the words" }).click();
      const confirm = page.getByRole("button", { name: "Erase for good" });
      expect(await confirm.isDisabled()).toBe(true);
      await page.getByLabel("I understand").check();
      await page.getByLabel("Ground").selectOption("objection");
      await confirm.click();
    };
    await erase();
    await page.getByText("nothing is erased until it is lifted").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(complaints.splice(0)).toEqual([expect.stringContaining("409")]);
    await page.keyboard.press("Escape");
    await goTo(page, "/retention");
    await page.getByRole("button", { name: "Lift Case Alpha" }).click();
    await page.getByText("The hold is lifted.").waitFor();
    await page.getByRole("region", { name: "Erasures to come" }).getByRole("link", { name: "Zephyrine" }).click();
    await erase();
    for (const each of [page, colleague]) {
      await each.getByRole("region", { name: "The words of this conversation were erased" }).waitFor();
      await each.getByRole("heading", { level: 1, name: "Erased conversation" }).waitFor();
      await eventually(async () => expect(await each.content()).not.toContain("Brindille"));
      expect(await each.locator(".composer-field").count()).toBe(0);
      expect(await each.getByRole("button", { name: "Reopen" }).count()).toBe(0);
    }
    await page.getByText("objection to the processing").waitFor();
    await eventually(async () => expect(await cardOf(colleague, "Zephyrine").count()).toBe(0));
    expect(await violationsOn(page)).toEqual([]);
  });
});
