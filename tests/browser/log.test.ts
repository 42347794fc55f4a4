import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import * as Audit from "#core/audit";
import { violationsOn } from "./axe.ts";
import type { Looking } from "./desk.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

const looks: [string, Looking][] = [
  ["a wide light page", { width: 1440, scheme: "light" }],
  ["a dark telephone in French", { width: 390, scheme: "dark", language: "fr-FR" }],
];

describeInBrowser("the log", () => {
  const stage = openStage({
    prepare: async (system) => {
      const customer = system.simulator.customer({ platform: "x", handle: "journal_imaginaire", name: "Ada Journal" });
      await customer.dm("Ma carte 4111 1111 1111 1111 est bloquée");
      conversationId = (await system.conversation((card) => card.preview?.includes("bloquée") ?? false)).id;
      await system.ask("agent", "POST", `/api/conversations/${conversationId}/take`);
      await system.ask("admin", "DELETE", "/api/agents/nobody-of-that-name");
    },
  });
  let conversationId: string;

  test.each(looks)(
    "compliance reads a conversation's log in words and takes it along on %s",
    async (_name, looking) => {
      const desk = await stage.signIn({ ...looking, who: "paul" });
      const { page } = desk;
      const french = looking.language === "fr-FR";
      await page.goto(`${stage.system.url}/log/${conversationId}`);
      const entries = page.locator(".log-entry");
      await entries.first().waitFor();
      await page.getByText(french ? "Ada Journal · X, message privé" : "Ada Journal · X, private message").waitFor();
      // To the second, in one form: what happened first can be told from what followed.
      expect(await entries.last().locator("time").textContent()).toMatch(/\d\d:\d\d:\d\d/);
      expect(await entries.last().textContent()).toContain(french ? "Conversation ouverte" : "Conversation opened");
      expect(await entries.last().textContent()).toContain(
        french ? "retiré 1 × numéro de carte" : "removed 1 × card number",
      );
      expect(await entries.filter({ hasText: "Camille" }).count()).toBeGreaterThan(0);
      expect(await page.locator(".log-verdict").textContent()).toContain(french ? "intactes" : "hold");
      await entries
        .last()
        .getByText(french ? "Par quelles règles" : "By which rules")
        .click();
      await entries.last().locator(".log-rules code").first().waitFor();
      expect(await entries.last().locator(".log-rules li").allTextContents()).toEqual([
        expect.stringMatching(french ? /^1 × numéro de carte card/ : /^1 × card number card/),
      ]);
      await entries.first().locator("summary").last().click();
      expect(await violationsOn(page)).toEqual([]);

      const saving = page.waitForEvent("download");
      await page.locator(".log-export button").click();
      const path = await (await saving).path();
      const dossier = Audit.Dossier.parse(JSON.parse(await readFile(path, "utf8")));
      expect(Audit.verify(dossier)).toMatchObject({ isIntact: true, texts: { same: 1, different: [] } });

      await page.goto(`${stage.system.url}/log`);
      const exported = page.locator(".log-event", { hasText: french ? "Dossier exporté" : "Dossier exported" });
      await exported.first().waitFor();
      expect(await exported.first().textContent()).toContain(conversationId);
      expect(await violationsOn(page)).toEqual([]);
      await exported.first().getByRole("link", { name: conversationId }).click();
      await page.getByText("Ada Journal").waitFor();
    },
  );

  test("an agent is told that the log is not theirs to read", async () => {
    const desk = await stage.signIn({ width: 1440, scheme: "light", who: "camille" });
    await desk.page.goto(`${stage.system.url}/log/${conversationId}`);
    await desk.page.getByRole("alert").first().waitFor();
    expect(await desk.page.locator(".log-entry").count()).toBe(0);
  });
});
