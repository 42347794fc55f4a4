import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { eventually, type TestSystem } from "../support/system.ts";
import { cardOf, type Desk, type Looking } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("the inbox", () => {
  const stage = openStage();
  /** Whoever signed in last. */
  let desk: Desk | undefined;
  const at = async (looking: Looking = {}) => {
    desk = await stage.signIn(looking);
    return desk.page;
  };

  test("a customer's message appears by itself with its card number redacted, and the answer reaches the customer once", async () => {
    const page = await at();
    const customer = stage.system.simulator.customer({
      platform: "x",
      handle: "violette_imaginaire",
      name: "Violette",
    });
    await customer.post("My card 4111 1111 1111 1111 was refused, please help");
    await cardOf(page, "Violette").click();

    const mark = page.locator(".message .mark");
    await mark.waitFor();
    expect(await page.content()).not.toContain("4111 1111");
    expect(await mark.textContent()).toMatch(/••••1111/);
    await mark.focus();
    expect(await page.getByRole("tooltip").textContent()).toContain("Removed: card number");

    await page.getByLabel("Your reply to Violette").fill("We are looking into it.");
    await page.keyboard.press("Control+Enter");
    const answer = await stage.system.simulator.nextAnswer(customer);
    expect(answer.text).toBe("We are looking into it.");
    await page.locator(".message", { hasText: "We are looking into it." }).getByText("Sent", { exact: true }).waitFor();
    expect(await page.locator(".message", { hasText: "We are looking into it." }).count()).toBe(1);
    expect(stage.system.simulator.answersTo(customer)).toHaveLength(1);
    await cardOf(page, "Violette").getByText("Nothing to answer").waitFor();
  });

  test("an answer whose acknowledgement was lost is sent again with its key, and arrives once", async () => {
    const page = await at();
    const customer = stage.system.simulator.customer({ platform: "x", handle: "gaston_imaginaire", name: "Gaston" });
    await customer.dm("Are you there?");
    const keys: (string | undefined)[] = [];
    await page.route("**/replies", async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length === 1) {
        await route.fetch();
        await route.abort("connectionreset");
      } else await route.continue();
    });
    await cardOf(page, "Gaston").click();
    await page.getByLabel("Your reply to Gaston").fill("Yes, we are.");
    await page.keyboard.press("Control+Enter");
    await page.locator(".message", { hasText: "Yes, we are." }).getByText("Sent", { exact: true }).waitFor();
    await eventually(() => expect(keys.length).toBeGreaterThan(1));
    expect(new Set(keys).size).toBe(1);
    expect(await page.locator(".message", { hasText: "Yes, we are." }).count()).toBe(1);
    expect(stage.system.simulator.answersTo(customer)).toHaveLength(1);
    // The cut itself is what the browser complains about, and nothing else.
    expect(desk?.complaints.splice(0)).toEqual([expect.stringContaining("ERR_CONNECTION_RESET")]);
  });

  test("what happened is told once, however often the conversation is read again", async () => {
    const page = await at();
    const customer = stage.system.simulator.customer({ platform: "x", handle: "fleur_imaginaire", name: "Fleur" });
    const threeHoursAgo = new Date(Date.now() - 3 * 60 * 60_000).toISOString();
    await customer.dm("Is anybody there?", { at: threeHoursAgo });
    await cardOf(page, "Fleur").click();
    const passed = page.locator(".event[data-type=breached]");
    await passed.waitFor();
    for (const text of ["Hello?", "Hello again?"]) {
      await customer.dm(text);
      await page.locator(".message", { hasText: text }).waitFor();
      expect(await passed.count()).toBe(1);
    }
  });

  test("a second message shows up in the open conversation without a reload", async () => {
    const page = await at();
    const customer = stage.system.simulator.customer({ platform: "facebook", name: "Honoré Petit" });
    await customer.comment("First question");
    await cardOf(page, "Honoré Petit").click();
    await page.locator(".message", { hasText: "First question" }).waitFor();
    await customer.comment("Second question");
    await page.locator(".message", { hasText: "Second question" }).waitFor();
    await page.locator('[aria-live="polite"]', { hasText: "Honoré Petit" }).waitFor({ state: "attached" });
  });

  test("two threads of a customer are merged from the details, read in one, and separated again", async () => {
    const page = await at({ width: 390, scheme: "dark", language: "fr-FR" });
    for (const thread of ["a", "b"]) await commentOn(stage.system, thread);
    await page.locator("a.card", { hasText: "Question du fil b" }).waitFor();
    await page.locator("a.card", { hasText: "Question du fil a" }).click();
    await page.locator(".message", { hasText: "Question du fil a" }).waitFor();
    await page.locator(".details-button").click();
    await page.getByRole("button", { name: "Fusionner dans celle-ci : Question du fil b" }).click();
    const apart = page.getByRole("button", { name: "Séparer de nouveau le fil 2" });
    await apart.waitFor();
    await page.locator(".message", { hasText: "Question du fil b" }).waitFor();
    await apart.click();
    await page.locator(".message", { hasText: "Question du fil b" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Fusionner dans celle-ci : Question du fil b" }).waitFor();
  });

  test("on a telephone the one button of who holds nothing stands beside the name", async () => {
    const customer = stage.system.simulator.customer({ platform: "x", handle: "gaspard_imaginaire", name: "Gaspard" });
    await customer.dm("Whose am I?");
    const { id } = await stage.system.conversation((card) => card.preview === "Whose am I?");
    await stage.system.ask("ines", "POST", `/api/conversations/${id}/assign`, { agentId: "yanis" });
    const page = await at({ width: 390 });
    await cardOf(page, "Gaspard").click();
    const only = page.locator(".actions button");
    await only.waitFor();
    const [button, name] = await Promise.all([only.boundingBox(), page.locator(".who-name").boundingBox()]);
    expect(button?.width).toBeLessThan(60);
    expect(button?.y).toBeLessThan((name?.y ?? 0) + (name?.height ?? 0));
  });

  test("an insult stays covered, in the list and in the thread, until somebody opens it", async () => {
    const page = await at();
    const customer = stage.system.simulator.customer({ platform: "facebook", name: "Anselme Rude" });
    await customer.comment("Where is my transfer?");
    await customer.comment("Where is it, you idiots");
    await cardOf(page, "Anselme Rude").click();
    await page.locator(".message", { hasText: "Where is my transfer?" }).waitFor();
    const covered = page.locator(".message", { hasText: "Insulting words" });
    await covered.waitFor();
    await page.getByText("Insulting", { exact: true }).waitFor();
    await page.keyboard.press("/");
    await page.getByRole("searchbox").fill("Anselme");
    await page.locator("a.search-result", { hasText: "Insulting words" }).first().waitFor();
    expect(await page.locator("body").textContent()).not.toContain("idiot");
    await page.keyboard.press("Escape");
    await covered.getByRole("button", { name: "Insulting words: show" }).press("Enter");
    await page.locator(".message-text:focus", { hasText: "you idiots" }).waitFor();
  });

  test("what changed while the line was cut is there when it comes back", async () => {
    const page = await at();
    const customer = stage.system.simulator.customer({ platform: "x", handle: "iris_imaginaire", name: "Iris" });
    await customer.post("Before the cut");
    await cardOf(page, "Iris").click();
    await page.locator(".message", { hasText: "Before the cut" }).waitFor();
    await desk?.context.setOffline(true);
    await page.getByText("No connection.").waitFor();
    await customer.post("During the cut");
    await desk?.context.setOffline(false);
    await eventually(async () => {
      expect(await page.locator(".list-pane").textContent()).toContain("During the cut");
    });
    await page.getByText("No connection.").waitFor({ state: "detached" });
    desk?.complaints.splice(0);
  });

  test("a reply sent into an outage stays, and leaves only when the agent says so", async () => {
    const page = await at();
    const customer = stage.system.simulator.customer({ platform: "x", handle: "joseph_imaginaire", name: "Joseph" });
    await customer.dm("Hello?");
    await cardOf(page, "Joseph").click();
    await page.getByLabel("Your reply to Joseph").fill("Written in a tunnel.");
    // All of the conversation has been fetched.
    await page.getByRole("complementary").getByText("Topic", { exact: true }).waitFor();
    await page.waitForLoadState("networkidle");
    await desk?.context.setOffline(true);
    await page.keyboard.press("Control+Enter");
    await page.getByText("Nothing leaves by itself.").waitFor();
    await desk?.context.setOffline(false);
    await page.locator('.banner[data-kind="offline"]').waitFor({ state: "detached" });
    expect(stage.system.simulator.answersTo(customer)).toHaveLength(0);
    await page.getByRole("button", { name: "Send now" }).click();
    expect((await stage.system.simulator.nextAnswer(customer)).text).toBe("Written in a tunnel.");
    await page.locator(".message", { hasText: "Written in a tunnel." }).getByText("Sent", { exact: true }).waitFor();
    desk?.complaints.splice(0);
  });

  test("a supervisor assigns, puts back, closes and reopens", async () => {
    const page = await at({ who: "ines" });
    const customer = stage.system.simulator.customer({ platform: "x", handle: "klara_imaginaire", name: "Klara" });
    await customer.post("Who looks after me?");
    await cardOf(page, "Klara").click();
    const head = page.locator(".conversation-head");
    await head.getByRole("button", { name: "Assign" }).click();
    await page.getByRole("menuitemcheckbox", { name: /Yanis Benali/ }).click();
    await cardOf(page, "Klara").getByText("Yanis Benali").waitFor();
    await page.locator(".event", { hasText: "Inès Lambert assigned it to Yanis Benali" }).waitFor();

    await head.getByRole("button", { name: "Assign" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Nobody" }).click();
    await page.locator(".event", { hasText: "put it back to unassigned" }).waitFor();

    await head.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("menuitem", { name: "No answer needed: settled elsewhere" }).click();
    await page.locator(".event", { hasText: "Closed by Inès Lambert" }).waitFor();
    await cardOf(page, "Klara").waitFor({ state: "detached" });
    await page.getByText("Reopen it to answer").waitFor();

    await page.getByRole("link", { name: "Closed" }).click();
    await cardOf(page, "Klara").click();
    await page.getByRole("button", { name: "Reopen" }).click();
    await page.locator(".event", { hasText: "Reopened by Inès Lambert" }).waitFor();
    await cardOf(page, "Klara").waitFor({ state: "detached" });
  });

  test("who may only read is told so and is offered nothing to press", async () => {
    const customer = stage.system.simulator.customer({ platform: "x", handle: "lazare_imaginaire", name: "Lazare" });
    await customer.post("Do you read me?");
    const page = await at({ who: "paul" });
    await cardOf(page, "Lazare").click();
    await page.getByText("Your role may read conversations, not answer them.").waitFor();
    // What opens the details on a telephone changes nothing.
    expect(await page.locator(".conversation-head button:not(.details-button)").count()).toBe(0);
    expect(await page.locator(".composer-field").count()).toBe(0);
  });

  test("an answer the platform refuses says why, and its words can be taken up again", async () => {
    const customer = stage.system.simulator.customer({ platform: "x", handle: "nestor_imaginaire", name: "Nestor" });
    await customer.dm("Can you write to me?");
    const page = await at({ who: "ines" });
    await cardOf(page, "Nestor").click();
    stage.system.simulator.fail("refused");
    await page.getByLabel("Your reply to Nestor").fill("We can, gladly.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    const refused = page.locator('.message[data-delivery="failed"]', { hasText: "We can, gladly." });
    await refused.getByText("Not sent").waitFor();
    expect(await refused.locator(".reason").textContent()).toMatch(/\w+ \w+/);
    await refused.getByRole("button", { name: "Write it again" }).click();
    expect(await page.getByLabel("Your reply to Nestor").inputValue()).toBe("We can, gladly.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    expect((await stage.system.simulator.nextAnswer(customer)).text).toBe("We can, gladly.");
  });

  test("an answer nobody knows the fate of is settled by who looked on the platform", async () => {
    const customer = stage.system.simulator.customer({ platform: "x", handle: "ondine_imaginaire", name: "Ondine" });
    await customer.post("Did you answer me?");
    const page = await at({ who: "ines" });
    await cardOf(page, "Ondine").click();
    stage.system.simulator.setEchoes("never");
    stage.system.simulator.fail("lost");
    await page.getByLabel("Your reply to Ondine").fill("Yes, just now.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    const uncertain = page.locator('.message[data-delivery="uncertain"]', { hasText: "Yes, just now." });
    await uncertain.getByRole("button", { name: "It was sent" }).click();
    await page.locator(".message", { hasText: "Yes, just now." }).getByText("Sent", { exact: true }).waitFor();
    expect(stage.system.simulator.answersTo(customer)).toHaveLength(1);
    stage.system.simulator.setEchoes("after");
  });

  test("a long list comes page by page, and a channel or a view shows its own", async () => {
    const crowd = Array.from({ length: 60 }, (_, number) => `Client ${String(number).padStart(2, "0")}`);
    for (const [number, name] of crowd.entries()) {
      const customer = stage.system.simulator.customer({ platform: "x", handle: `crowd_${number}`, name });
      await (number % 20 === 0 ? customer.dm("In private") : customer.post("In public"));
    }
    const page = await at({ who: "ines" });
    // Only what is in sight is drawn: who scrolls to the end has met everybody.
    const met = async () => {
      const names = new Set<string>();
      await page.locator(".list-scroll").evaluate((list) => list.scrollTo(0, 0));
      for (let height = 0; ; height += 600) {
        for (const name of await page.locator("a.card .card-name").allTextContents()) names.add(name);
        const isEnd = await page.locator(".list-scroll").evaluate((list, top) => {
          list.scrollTo(0, top);
          return list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
        }, height);
        if (isEnd && height > 0) break;
      }
      for (const name of await page.locator("a.card .card-name").allTextContents()) names.add(name);
      return [...names].filter((name) => name.startsWith("Client")).sort();
    };
    await eventually(async () => expect(await met()).toEqual(crowd));
    expect(await page.locator("a.card").count()).toBeLessThan(40);
    await page.getByRole("button", { name: "Filter the list" }).click();
    await page.getByLabel("Channel").selectOption("x.dm");
    await eventually(async () => expect(await met()).toEqual(["Client 00", "Client 20", "Client 40"]));
    await page.getByRole("button", { name: "Filter the list: 1 filter on" }).waitFor();
    await page.getByRole("link", { name: "Assigned to me" }).click();
    await page.locator(".list-title", { hasText: "Assigned to me" }).waitFor();
    await eventually(async () => expect(await page.locator("a.card", { hasText: "Client " }).count()).toBe(0));
    await expect.poll(() => new URL(page.url()).search).toBe("?view=mine");
  });

  test("a note stays inside and is redacted like a message", async () => {
    const page = await at();
    const customer = stage.system.simulator.customer({ platform: "x", handle: "maelle_imaginaire", name: "Maëlle" });
    await customer.dm("Please call me");
    // Below everybody who waits by deadline: only what is in sight is drawn.
    await page.getByLabel("Order").selectOption("newest");
    await cardOf(page, "Maëlle").click();
    await page.getByLabel("Internal note").check({ force: true });
    await page.getByLabel("Your note, for colleagues only").fill("She gave 4111 1111 1111 1111 on the phone");
    await page.getByRole("button", { name: "Add note" }).click();
    const note = page.locator('.message[data-visibility="internal"]', { has: page.locator(".mark") });
    await note.waitFor();
    expect(await note.textContent()).not.toContain("4111 1111");
    expect(stage.system.simulator.answersTo(customer)).toHaveLength(0);
  });
});

/** One customer's comment under another post of the bank's page, as Meta tells of it. */
const commentOn = async ({ url }: Pick<TestSystem, "url">, thread: string) => {
  const page = "900100200301";
  const post = `${page}_77${thread}`;
  const value = {
    verb: "add",
    item: "comment",
    post_id: post,
    parent_id: post,
    comment_id: `${post}_1`,
    created_time: Math.floor(Date.now() / 1000),
    from: { id: "660011", name: "Odile Imaginaire" },
    message: `Question du fil ${thread}`,
  };
  const body = JSON.stringify({
    object: "page",
    entry: [{ id: page, time: value.created_time, changes: [{ field: "feed", value }] }],
  });
  const signature = createHmac("sha256", "local-meta-app-secret").update(body).digest("hex");
  const headers = { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` };
  await fetch(`${url}/webhooks/meta`, { method: "POST", body, headers });
};
