import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { secretsIn } from "../support/handoff.ts";
import { startTestSystem, type TestSystem } from "../support/system.ts";
import { violationsOn } from "./axe.ts";
import { launchBrowser } from "./chromium.ts";
import { cardOf, type Desk, signIn } from "./desk.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("two people on the way to the secure channel", () => {
  let system: TestSystem;
  let browser: Browser;
  let desk: Desk | undefined;
  let phone: BrowserContext | undefined;
  const complaints: string[] = [];
  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startTestSystem({ page: true, variables: { UNDO_SECONDS: "1" } }),
      launchBrowser(),
    ]);
  });
  afterEach(async () => {
    await desk?.context.close();
    await phone?.close();
    expect([...(desk?.complaints ?? []), ...complaints.splice(0)]).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  /** A customer's telephone. */
  const openPhone = async (options: { javaScriptEnabled?: boolean } = {}): Promise<Page> => {
    phone = await browser.newContext({
      locale: "fr-FR",
      viewport: { width: 390, height: 844 },
      reducedMotion: "reduce",
      timezoneId: "Europe/Paris",
      ...options,
    });
    phone.setDefaultTimeout(25_000);
    const page = await phone.newPage();
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    return page;
  };

  const expectAccessible = async (page: Page): Promise<void> => expect(await violationsOn(page)).toEqual([]);

  test("a card number in public, a private message, a code, sign-in, a protected answer: each sees what they should", async () => {
    desk = await signIn(browser, system);
    const { page } = desk;
    const customer = system.simulator.customer({ platform: "x", handle: "sidonie_imaginaire", name: "Sidonie" });
    await customer.post("Ma carte 4111 1111 1111 1111 est refusée, au secours");
    await cardOf(page, "Sidonie").click();
    const way = page.getByRole("region", { name: "Secure channel" });
    await way.getByText("Not identified").waitFor();

    // In public there is the platform's own way into a private message, and no link.
    await way.getByRole("button", { name: "Move to private" }).click();
    await way.getByLabel("Language").selectOption("fr");
    await way.getByRole("button", { name: "Send" }).click();
    const invitation = await system.simulator.nextAnswer(customer);
    expect(invitation).toMatchObject({ visibility: "public" });
    expect(invitation.text).not.toMatch(/https?:|secure/);
    const [sent] = system.simulator.received.filter(({ text }) => text === invitation.text);
    expect(sent).toBeDefined();

    await customer.dm("Me voici en privé");
    await page.locator("a.card", { hasText: "Me voici en privé" }).click();
    await way.getByText("Known by their account alone").waitFor();
    await way.getByRole("button", { name: "Continue in the secure channel" }).click();
    await way.getByLabel("What for").selectOption("card");
    await way.getByLabel("Language").selectOption("fr");
    await way.getByRole("button", { name: "Send" }).click();
    const { code, link } = secretsIn((await system.simulator.nextAnswer(customer)).text);
    await way.getByText("Delivered").waitFor();
    expect(await page.content()).not.toContain(code);
    expect(await page.content()).not.toContain(link);

    const hers = await openPhone();
    await hers.goto(`${system.url}/secure/lumiere`);
    await expectAccessible(hers);
    await hers.getByLabel("Code").fill(code.toLowerCase());
    await hers.getByRole("button", { name: "Continuer" }).click();
    await hers.getByRole("heading", { name: "Qui êtes-vous ?" }).waitFor();
    await expectAccessible(hers);
    await way.getByText("Opened").waitFor();
    await hers.getByRole("button", { name: "Je me connecte" }).click();
    await hers
      .getByRole("listitem")
      .filter({ hasText: "Manon Keller" })
      .getByRole("button", { name: "avec l’application" })
      .click();
    await hers.getByRole("heading", { name: "Votre conversation" }).waitFor();
    await way.getByText("Signed in").waitFor();
    await hers.getByLabel("Votre message").fill("Carte 4111 1111 1111 1111 bloquée à l’étranger");
    await hers.getByRole("button", { name: "Envoyer" }).click();
    await hers.getByText("[carte ••••1111] bloquée").waitFor();
    await hers.getByText("Bien reçu.").waitFor();
    await expectAccessible(hers);

    await way.getByRole("link", { name: "Open the secure conversation" }).click();
    await page.locator(".message", { hasText: "bloquée à l’étranger" }).waitFor();
    await way.getByText("Known by name").waitFor();
    await page.getByLabel(/^Your reply to/).fill("Votre carte fonctionne de nouveau.");
    await page.keyboard.press("Control+Enter");
    // Her page shows it by itself, and promises an answer no more.
    await hers.getByText("Votre carte fonctionne de nouveau.").waitFor();
    await hers.getByText("Bien reçu.").waitFor({ state: "hidden" });

    await hers.getByRole("button", { name: "Obtenir un code" }).click();
    const proof = (await hers.locator(".code").textContent()) ?? "";
    await customer.dm(proof);
    await way.getByText("Identified: signed in").waitFor();
    await way.getByRole("link", { name: "Open the conversation they came from" }).click();
    await way.getByText("Answered").waitFor();
    expect(await page.content()).not.toContain(proof);
  });

  test("without scripts everything essential works, by reading the page again", async () => {
    const customer = system.simulator.customer({ platform: "facebook", handle: "anatole", name: "Anatole" });
    await customer.message("Une question sur mon crédit, dossier Anatole");
    const { id } = await system.conversation((card) => card.preview === "Une question sur mon crédit, dossier Anatole");
    await system.ask("agent", "POST", `/api/conversations/${id}/handoffs`, { purpose: "loan", language: "fr" });
    const { link } = secretsIn((await system.simulator.nextAnswer(customer)).text);
    const his = await openPhone({ javaScriptEnabled: false });
    await his.goto(link);
    await his.getByRole("link", { name: "English" }).click();
    await his.getByRole("button", { name: "Continue" }).click();
    await his.getByRole("button", { name: "I sign in" }).click();
    await his
      .getByRole("listitem")
      .filter({ hasText: "Hugo Petit" })
      .getByRole("button", { name: "with the app" })
      .click();
    await his.getByLabel("Your message").fill("Puis-je rembourser plus tôt ?");
    await his.getByRole("button", { name: "Send" }).click();
    await his.getByText("Puis-je rembourser plus tôt ?").waitFor();
    await his.getByRole("button", { name: "Sign out" }).click();
    await his.getByText("You are signed out").waitFor();
  });
});
