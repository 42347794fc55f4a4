import type { Browser } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testCard } from "../support/canary.ts";
import { drawCard, photograph } from "../support/photograph.ts";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";
import { launchBrowser } from "./chromium.ts";
import { cardOf, signIn } from "./desk.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("pictures on the page", () => {
  let system: TestSystem;
  let browser: Browser;

  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startTestSystem({ page: true, variables: { UNDO_SECONDS: "6" } }),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  test("an open conversation shows a picture when it was checked, and says of another that it is withheld", async () => {
    const card = await photograph(drawCard({ number: testCard("4970", 55_000_000_001), expiry: "09/29" }));
    const customer = system.simulator.customer({ platform: "x", name: "Ondine Photo", handle: "ondine_photo" });
    await customer.say("private", "Voici ma carte");
    const { complaints, context, page } = await signIn(browser, system);
    await cardOf(page, "Ondine").click();
    await page.locator(".message", { hasText: "Voici ma carte" }).waitFor();
    await customer.say("private", "En photo", { pictures: [system.simulator.hang(card)] });
    const picture = page.getByAltText("Picture from the customer, with personal data covered");
    await picture.waitFor({ timeout: 60_000 });
    await eventually(async () =>
      expect(await picture.evaluate((image) => Number(Reflect.get(image, "naturalWidth")))).toBe(980),
    );
    expect(await picture.getAttribute("src")).toMatch(/^blob:/);
    await customer.say("private", "Et ceci", { pictures: [system.simulator.hang(new Uint8Array([1, 2, 3]))] });
    await page.getByText("Picture withheld: it could not be checked").waitFor({ timeout: 60_000 });
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a story is shown when it is asked for, and said to be gone when the platform has it no more", async () => {
    const picture = await photograph(drawCard({ number: testCard("4970", 55_000_000_007), expiry: "09/29" }));
    const address = system.simulator.hang(picture);
    const customer = system.simulator.customer({ platform: "instagram", handle: "sidonie", name: "Sidonie" });
    await customer.mentionInStory(address);
    await customer.dm("Regardez ma story");
    const { complaints, context, page } = await signIn(browser, system);
    await cardOf(page, "Regardez ma story").click();
    await page.getByRole("button", { name: "Show the story" }).click();
    await page.getByAltText("Story from the customer, with personal data covered").waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Hide", exact: true }).click();
    system.simulator.takeDown(address);
    await page.getByRole("button", { name: "Show the story" }).click();
    await page.getByText("This story is no longer on the platform.").waitFor();
    // The browser tells of each answer that is no success.
    expect(complaints.filter((each) => !each.includes("404"))).toEqual([]);
    await context.close();
  });

  test("a picture pasted or chosen is checked, shown, sent, and stands in the thread by name and size; a card's is stopped", async () => {
    const customer = system.simulator.customer({ platform: "whatsapp", name: "Basile Plan" });
    await customer.say("private", "Où est l'agence ?");
    const { complaints, context, page } = await signIn(browser, system);
    await cardOf(page, "Basile").click();
    await page.locator(".message", { hasText: "Où est l'agence ?" }).waitFor();
    const card = await photograph(drawCard({ number: testCard("4970", 55_000_000_002), expiry: "09/29" }));
    const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: "image/png", buffer: Buffer.from(bytes) });
    const choose = page.locator("input[type=file]");
    await choose.setInputFiles(file("carte.png", card));
    await page.getByText(/Does not go out: it shows personal data \(.*card number/).waitFor({ timeout: 60_000 });
    expect(await page.getByRole("button", { name: "Send", exact: true }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Leave carte.png out" }).click();
    const plain = { width: 640, height: 480, channels: 3, background: "#7799bb" } as const;
    await choose.setInputFiles(file("plan.png", await sharp({ create: plain }).png().toBuffer()));
    await page.getByText("Ready to be sent").waitFor({ timeout: 60_000 });
    expect(await page.locator(".enclosure img").getAttribute("src")).toMatch(/^blob:/);
    await page.getByRole("textbox", { name: /Basile/ }).fill("Juste ici");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("button", { name: "Take back" }).click();
    await page.locator(".enclosure-name", { hasText: "plan.png" }).waitFor();
    expect(await page.getByRole("textbox", { name: /Basile/ }).inputValue()).toBe("Juste ici");
    expect(system.simulator.answersTo(customer)).toEqual([]);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    const sent = page.locator(".message[data-direction=outbound]", { hasText: "Juste ici" });
    await sent.getByText(/Attachment: picture · plan\.png · \d+ kB/).waitFor();
    const answer = await system.simulator.nextAnswer(customer);
    expect([answer.text, answer.file?.name]).toEqual(["Juste ici", "plan.png"]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
