import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { eventually } from "../support/system.ts";
import { violationsOn } from "./axe.ts";
import { cardOf, type Looking } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("personal data on the page", () => {
  const stage = openStage();
  const at = async (looking: Looking = {}): Promise<Page> => (await stage.signIn(looking)).page;

  test("an agent marks a passage by keyboard alone, and a colleague's open page shows it no more", async () => {
    const customer = stage.system.simulator.customer({ platform: "x", handle: "ursule_imaginaire", name: "Ursule" });
    await customer.dm("Brodequine is what they call me, and 4111 1111 1111 1111 was refused");
    const [page, colleague] = [await at(), await at({ who: "ines" })];
    for (const each of [page, colleague]) {
      await cardOf(each, "Ursule").click();
      await each.locator(".message", { hasText: "Brodequine" }).waitFor();
    }
    const open = page.getByRole("button", { name: "Personal data in this message" });
    await open.focus();
    await page.keyboard.press("Enter");
    const field = page.getByLabel("Text of the message");
    await eventually(async () => expect(await field.evaluate((element) => element.matches(":focus"))).toBe(true));
    expect(await page.getByRole("button", { name: "Remove for good" }).isDisabled()).toBe(true);
    await page.keyboard.press("Control+Home");
    for (let letter = 0; letter < "Brodequine".length; letter += 1) await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.type("x");
    await page.getByText("10 characters selected").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("What it is").selectOption("name");
    await page.getByRole("button", { name: "Remove for good" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    for (const each of [page, colleague]) {
      await each.locator(".message .mark", { hasText: "name" }).waitFor();
      await eventually(async () => expect(await each.content()).not.toContain("Brodequine"));
    }
  });

  test("a selected passage waits in the dialog, and a mark can be called harmless", async () => {
    const customer = stage.system.simulator.customer({
      platform: "x",
      handle: "victoire_imaginaire",
      name: "Victoire",
    });
    await customer.dm("The branch of Gardonnette told me to call 01 99 00 12 34");
    const page = await at({ language: "fr-FR" });
    await cardOf(page, "Victoire").click();
    await page
      .locator(".message-text p")
      .first()
      .dblclick({ position: { x: 12, y: 8 } });
    const selected = await page.evaluate("getSelection().toString().trim()");
    expect(selected).toBe("The");
    await page.locator(".message").first().hover();
    await page.getByRole("button", { name: "Données personnelles de ce message" }).click();
    await page.getByText("3 caractères sélectionnés").waitFor();
    await page.getByRole("button", { name: /^Pas une donnée personnelle/ }).click();
    await page.getByText("Signalé, merci").waitFor();
    const { body } = await stage.system.ask("admin", "GET", "/api/redaction/reports");
    expect(body["items"]).toHaveLength(1);
  });

  test("a card in public is shown first and in words, hidden by its agent, and its author warned in private", async () => {
    const quiet = stage.system.simulator.customer({ platform: "facebook", handle: "wanda", name: "Wanda" });
    await quiet.comment("Still waiting", { at: new Date(Date.now() - 10 * 3_600_000).toISOString() });
    const customer = stage.system.simulator.customer({ platform: "facebook", handle: "xavier", name: "Xavier" });
    const said = await customer.comment("My card 4111 1111 1111 1111 is refused");
    const page = await at();
    const card = cardOf(page, "Xavier");
    await card.getByText("Readable by everyone").waitFor();
    expect(await page.locator("a.card").first().textContent()).toContain("Xavier");
    await card.click();
    await page.getByRole("region", { name: "Readable by everyone" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Send this to the author alone" }).click();
    const answer = await stage.system.simulator.nextAnswer(customer);
    expect(answer.visibility).toBe("private");
    await page.getByRole("button", { name: "Hide the comment" }).click();
    await page.getByRole("region", { name: "Readable by everyone" }).waitFor({ state: "detached" });
    expect(stage.system.simulator.hidden.has(said.id)).toBe(true);
  });

  test.each([
    ["en-GB", 1440, "Redaction rules", "Message", "Explain", "card number", "The check digit is wrong"],
    ["fr-FR", 390, "Règles de masquage", "Message à examiner", "Expliquer", "numéro de carte", "La clé est fausse"],
  ] as const)(
    "an admin reads why a message is redacted as it is (%s, %i wide)",
    async (language, width, title, field, ask, kind, why) => {
      const page = await at({ who: "rose", language, width });
      await page.getByRole("link", { name: title }).click();
      await page.getByRole("heading", { name: title }).waitFor();
      await page.getByLabel(field, { exact: true }).fill("Carte 4111 1111 1111 1111, réf 4970123456789012 merci");
      await page.getByRole("button", { name: ask }).click();
      await page.getByRole("cell", { name: kind }).waitFor();
      await page.getByRole("cell", { name: why }).waitFor();
      expect(await page.locator(".redaction-kept").textContent()).not.toContain("4111 1111");
      expect(await violationsOn(page)).toEqual([]);
      expect(page.url()).toBe(`${stage.system.url}/redaction`);
    },
  );

  test("a run of the rules is followed to its end, though a look at it fails, tries and all", async () => {
    const page = await at({ who: "rose" });
    let looks = 0;
    await page.route(/\/api\/redaction\/runs\/[^/]+$/, async (route) => {
      looks += 1;
      if (looks > 4) return route.continue();
      return route.fulfill({ contentType: "application/json", body: "{" });
    });
    await page.getByRole("link", { name: "Redaction rules" }).click();
    await page.getByRole("button", { name: "Try without changing anything" }).click();
    await page.getByText(/^Tried:/).waitFor();
    expect(looks).toBeGreaterThan(4);
  });

  test("an admin names who may see evidence of fraud; they do, in plain text, and their colleagues do not", async () => {
    const admin = await at({ who: "rose" });
    await admin.getByRole("link", { name: "Redaction rules" }).click();
    await admin.getByText("No team is named: nothing is kept.").waitFor();
    await admin.getByLabel("Lutte contre la fraude").check();
    expect(await violationsOn(admin)).toEqual([]);
    await admin.getByRole("region", { name: "Evidence of fraud" }).getByRole("button", { name: "Save" }).click();
    await admin.getByText("Saved.").waitFor();
    const lure = "Arnaque ? SMS reçu du 06 99 00 12 34, lien https://colis.exemple.com/suivi";
    await stage.system.simulator
      .customer({ platform: "instagram", handle: "yvette", name: "Yvette" })
      .say("private", lure);
    const [fraud, colleague] = [
      await at({ who: "nadia", language: "fr-FR", width: 390 }),
      await at({ who: "ines", language: "fr-FR" }),
    ];
    for (const page of [fraud, colleague]) {
      await cardOf(page, "Arnaque ?").click();
      await page.locator(".message .mark", { hasText: "lien" }).waitFor();
    }
    await fraud.getByRole("button", { name: "Voir la preuve" }).click();
    await fraud.getByText("06 99 00 12 34").waitFor();
    await fraud.getByText("hxxps://colis(.)exemple(.)com/suivi").waitFor();
    await fraud.getByText(/effacé dans 6\sj/).waitFor();
    expect(await fraud.locator(".evidence a").count()).toBe(0);
    expect(await violationsOn(fraud)).toEqual([]);
    await colleague.getByText("Nadia Roussel a consulté la preuve de fraude").waitFor();
    expect(await colleague.getByRole("button", { name: "Voir la preuve" }).count()).toBe(0);
    expect(await colleague.content()).not.toContain("06 99 00 12 34");
    await colleague.locator(".message .mark", { hasText: "téléphone" }).click();
    await colleague.getByText("seule l’équipe fraude peut le voir", { exact: false }).waitFor();
    await fraud.getByRole("button", { name: "Effacer maintenant" }).click();
    await fraud.locator(".evidence").waitFor({ state: "detached" });
    await colleague.getByText("Nadia Roussel a effacé la preuve de fraude").waitFor();
  });

  test("an admin tries today’s rules on what is stored, and reads what agents report of them", async () => {
    const page = await at({ who: "rose" });
    await page.getByRole("link", { name: "Redaction rules" }).click();
    await page.getByRole("region", { name: "Called no personal data" }).getByRole("cell").first().waitFor();
    await page.getByRole("button", { name: "Try without changing anything" }).click();
    await page.getByText(/Tried: [\d,]+ messages? read, 0 in which something is found\./).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  test("who answers customers is not led to the rules", async () => {
    const page = await at();
    expect(await page.getByRole("link", { name: "Redaction rules" }).count()).toBe(0);
  });
});
