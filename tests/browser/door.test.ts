import { expect, test } from "vitest";
import { foretold } from "./desk.ts";
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

  test("a reload passes by no issuer, and no other page or script learns what makes that so", async () => {
    const { page, context } = await stage.signIn({ who: "paul" });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.reload();
    await page.locator(".list-title").waitFor();
    expect(asked.filter((path) => path.startsWith("/oidc"))).toEqual([]);
    const kept = (await context.cookies()).find(({ name }) => name === "__Host-session");
    expect(kept).toMatchObject({
      path: "/",
      httpOnly: true,
      secure: true,
      sameSite: "Strict",
      expires: -1,
    });
    // Sealed: five parts of a JWE, of which none is a token.
    expect(kept?.value.split(".")).toHaveLength(5);
  });

  test("two tabs that open at once are both let in, though what renews them is good for one time", async () => {
    const { page, context } = await stage.signIn({ who: "rose" });
    const second = await context.newPage();
    const third = await context.newPage();
    const asked: string[] = [];
    for (const tab of [page, second, third])
      tab.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await Promise.all([page.reload(), second.goto(stage.system.url), third.goto(stage.system.url)]);
    for (const tab of [page, second, third]) await tab.locator(".list-title").waitFor();
    expect(asked.filter((path) => path.startsWith("/oidc"))).toEqual([]);
  });

  test("a browser whose session the issuer has ended goes by the issuer again", async () => {
    const { page, context } = await stage.signIn({ who: "nadia" });
    await context.clearCookies();
    await page.reload();
    await page.locator("main.door").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
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

  test("whoever signs out in one tab leaves none open, and no tab lets them in again", async () => {
    const { page, context } = await stage.signIn({ who: "rose" });
    const second = await context.newPage();
    await second.goto(stage.system.url);
    await second.locator(".list-title").waitFor();
    // The issuer has no page for it, and its own session still stands.
    await page.route("**/api/session/end", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: {} });
    });
    await page.getByRole("button", { name: "Account of Rose Achard" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    for (const tab of [page, second]) {
      await tab.locator("main.door button.primary").waitFor();
      expect(await tab.getByRole("alert").count()).toBe(0);
      expect(new URL(tab.url()).search).toBe("");
    }
    expect((await context.cookies()).map(({ name }) => name)).not.toContain("__Host-session");
  });

  test("an answer of the issuer that nobody here asked for signs nobody in", async () => {
    const desk = await stage.openDoor();
    const { page } = desk;
    await page.goto(`${stage.system.url}/?code=stolen&state=invented`);
    await page.locator("main.door button.primary").waitFor();
    expect(await page.locator(".list-pane").count()).toBe(0);
    expect(new URL(page.url()).search).toBe("");
  });

  /** In, with a clock that can be put forward. */
  const signInBeforeAClock = async () => {
    const desk = await stage.openDoor();
    const { page } = desk;
    await page.clock.install();
    await page.locator("main.door button.primary").click();
    await page.locator("button[name=person][value=camille]").click();
    await page.locator(".list-title").waitFor();
    await foretold(page);
    return desk;
  };

  test("the session is renewed in place before it ends", async () => {
    const { page } = await signInBeforeAClock();
    const renewal = page.waitForRequest("**/api/session/renewal");
    await page.clock.fastForward("59:30");
    expect((await (await renewal).response())?.status()).toBe(200);
    expect(await page.locator('.banner[data-kind="session"]').count()).toBe(0);
  });

  test("an issuer that is silent for a while costs nobody the page: it is asked again", async () => {
    const desk = await signInBeforeAClock();
    const { page } = desk;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.route("**/api/session/renewal", (route) => route.fulfill({ status: 503, json: {} }), { times: 1 });
    const refused = page.waitForResponse("**/api/session/renewal");
    await page.clock.fastForward("59:30");
    expect((await refused).status()).toBe(503);
    const renewal = page.waitForResponse("**/api/session/renewal");
    await page.clock.runFor(11_000);
    expect((await renewal).status()).toBe(200);
    expect(asked).not.toContain("/api/session/question");
    expect(await page.locator('.banner[data-kind="session"]').count()).toBe(0);
    desk.complaints.splice(0);
  });

  test("a page does not go on as somebody who signed in beside it: it is drawn anew", async () => {
    const { page } = await signInBeforeAClock();
    const signed = { token: "somebody-else", expiresInSeconds: 3_600, subject: "ines" };
    await page.route("**/api/session/renewal", (route) => route.fulfill({ status: 200, json: signed }));
    const tokens: (string | undefined)[] = [];
    page.on("request", (request) => tokens.push(request.headers()["authorization"]));
    const drawnAnew = page.waitForRequest("**/api/session/question");
    await page.clock.fastForward("59:30");
    await drawnAnew;
    await page.locator(".list-title").waitFor();
    expect(tokens).not.toContain("Bearer somebody-else");
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
    await page.route("**/api/**", (route) => route.fulfill({ status: 401, json: { status: 401 } }));
    await channel.selectOption("x.mention");
    await page.getByRole("alert").getByText("Your session is over").waitFor();
    expect(await page.getByLabel("Your reply to Olga").inputValue()).toBe("Half a sentence");
    // Whatever it asks for from here on is refused too.
    await page.close();
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
    await page.route("**/api/session/**", (route) => route.abort("connectionrefused"));
    await page.reload();
    await page.getByRole("alert").getByText("cannot be reached").waitFor();
    await page.unroute("**/api/session/**");
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
