import { expect, test } from "vitest";
import { cardOf } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("what is done beside answering", () => {
  const stage = openStage();
  const at = async (looking: Parameters<typeof stage.signIn>[0] = {}) => (await stage.signIn(looking)).page;

  test("by keyboard a conversation is put to sleep, woken, closed and reopened, each time where one was", async () => {
    const page = await at({ who: "ines" });
    const customer = stage.system.simulator.customer({ platform: "x", handle: "ninon_imaginaire", name: "Ninon" });
    await customer.post("Bonjour, merci pour tout");
    await cardOf(page, "Ninon").click();
    const has = (name: string) => page.locator("button:focus", { hasText: name }).waitFor();
    await page.getByRole("button", { name: "Snooze" }).press("Enter");
    await page.getByRole("menuitem", { name: "Until the customer writes" }).press("Enter");
    await has("Bring back");
    await page.keyboard.press("Enter");
    await page.locator("button:focus[aria-label=Snooze]").waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).first().press("Enter");
    await page.getByRole("menuitem", { name: "No answer needed: thanks" }).press("Enter");
    await has("Reopen");
    await page.keyboard.press("Enter");
    await has("Close");
  });

  test("who looks for a customer on another channel is told that nobody was found once it was looked for", async () => {
    const page = await at();
    const customer = stage.system.simulator.customer({ platform: "x", handle: "oriane_imaginaire", name: "Oriane" });
    await customer.post("Bonjour, je vous écris aussi ailleurs");
    await cardOf(page, "Oriane").click();
    await page.getByRole("button", { name: "Link with another channel" }).click();
    const field = page.getByLabel("Name or handle on the other channel");
    await field.waitFor();
    expect(await page.getByText("None found.").count()).toBe(0);
    await field.fill("personne de ce nom");
    await page.getByText("None found.").waitFor();
  });
});
