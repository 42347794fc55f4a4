import { expect, test } from "vitest";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("the door", () => {
  const stage = openStage();

  test("nothing of a customer or a session is kept in the browser, and a reload needs no second sign-in", async () => {
    await stage.system.simulator.customer({ platform: "x", handle: "noe_imaginaire", name: "Noé" }).post("Hello bank");
    const desk = await stage.signIn({ who: "ines" });
    const { page, context } = desk;
    await page.locator("a.card", { hasText: "Noé" }).click();
    await page.getByLabel("Your reply to Noé").fill("A draft that stays here");
    const kept = () => page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])");
    expect(await kept()).toBe('[{},{},""]');
    const cookies = await context.cookies();
    expect(cookies.length).toBeGreaterThan(0);
    expect(cookies.filter(({ httpOnly }) => !httpOnly)).toEqual([]);
    await page.getByLabel("Your reply to Noé").fill("");
    await page.reload();
    await page.locator(".who-name", { hasText: "Noé" }).waitFor();
    expect(new URL(page.url()).search).toBe("");
    expect(await kept()).toBe('[{},{},""]');
  });

  test("after signing out the inbox is closed, also to the back button", async () => {
    const desk = await stage.signIn({ who: "yanis" });
    const { page } = desk;
    await page.getByRole("button", { name: "Account of Yanis Benali" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.locator("button[name=logout]").click();
    await page.locator("main.door").waitFor();
    await page.goBack({ waitUntil: "networkidle" });
    expect(await page.locator(".list-pane").count()).toBe(0);
    await page.goto(stage.system.url);
    await page.locator("main.door button.primary").waitFor();
  });

  test("an answer of the issuer that nobody here asked for signs nobody in", async () => {
    const desk = await stage.openDoor();
    const { page } = desk;
    await page.goto(`${stage.system.url}/?code=stolen&state=invented`);
    await page.locator("main.door button.primary").waitFor();
    expect(await page.locator(".list-pane").count()).toBe(0);
    expect(new URL(page.url()).search).toBe("");
  });

  test("the session is renewed in place before it ends", async () => {
    const desk = await stage.openDoor();
    const { page } = desk;
    await page.clock.install();
    await page.locator("main.door button.primary").click();
    await page.locator("button[name=person][value=camille]").click();
    await page.locator(".list-title").waitFor();
    const renewal = page.waitForRequest((request) => request.postData()?.includes("grant_type=refresh_token") ?? false);
    await page.clock.fastForward("59:30");
    expect((await (await renewal).response())?.status()).toBe(200);
    expect(await page.locator('.banner[data-kind="session"]').count()).toBe(0);
  });

  test("a session that ended says so, and what was written is still there", async () => {
    await stage.system.simulator.customer({ platform: "x", handle: "olga_imaginaire", name: "Olga" }).post("Hello?");
    const desk = await stage.signIn({ who: "ines" });
    const { page } = desk;
    await page.locator("a.card", { hasText: "Olga" }).click();
    await page.getByLabel("Your reply to Olga").fill("Half a sentence");
    await page.getByRole("button", { name: "Filter the list" }).click();
    const channel = page.getByRole("combobox", { name: "Channel", exact: true });
    await channel.waitFor();
    await page.route("**/oidc/token", (route) => route.fulfill({ status: 400, json: { error: "invalid_grant" } }));
    await page.route("**/api/**", (route) => route.fulfill({ status: 401, json: { status: 401 } }));
    await channel.selectOption("x.mention");
    await page.getByRole("alert").getByText("Your session is over").waitFor();
    expect(await page.getByLabel("Your reply to Olga").inputValue()).toBe("Half a sentence");
    desk.complaints.splice(0);
  });

  test("an account without access is told so in words", async () => {
    const desk = await stage.openDoor();
    const { page } = desk;
    await page.route("**/api/me", (route) =>
      route.fulfill({ status: 403, contentType: "application/problem+json", body: '{"status":403}' }),
    );
    await page.locator("main.door button.primary").click();
    await page.locator("button[name=person][value=camille]").click();
    await page.getByRole("alert").getByText("it has no access to this inbox").waitFor();
    desk.complaints.splice(0);
  });

  test("a bank that cannot be reached is told so, with a way to try again", async () => {
    const desk = await stage.openDoor();
    const { page } = desk;
    await page.route("**/config.json", (route) => route.abort("connectionrefused"));
    await page.reload();
    await page.getByRole("alert").getByText("cannot be reached").waitFor();
    await page.unroute("**/config.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: "Sign in with your work account" }).waitFor();
    desk.complaints.splice(0);
  });

  test("a page whose style does not come can be read all the same", async () => {
    const desk = await stage.openDoor();
    const { page } = desk;
    await page.route("**/assets/sheet-*.css", (route) => route.abort("connectionrefused"));
    await page.locator("main.door button.primary").click();
    await page.locator("button[name=person][value=camille]").click();
    await page.locator(".list-title").waitFor();
    expect(await page.evaluate("document.styleSheets.length")).toBe(0);
    desk.complaints.splice(0);
  });

  test("a French browser is met in French, and the choice of English stays", async () => {
    const desk = await stage.openDoor({ language: "fr-FR" });
    const { page } = desk;
    await page.getByRole("heading", { name: "Connexion" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("fr");
    await page.getByLabel("English").check({ force: true });
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await page.evaluate("({ ...localStorage })")).toEqual({ "guichet.language": "en" });
  });

  test("only the language that is spoken is fetched", async () => {
    const desk = await stage.signIn({ language: "fr-FR" });
    const scripts: string[] = await desk.page.evaluate(
      "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)",
    );
    expect(scripts.some((path) => /\/fr-[^/]+\.js$/.test(path))).toBe(true);
    expect(scripts.some((path) => /\/en-[^/]+\.js$/.test(path))).toBe(false);
  });
});
