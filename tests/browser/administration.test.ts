import { expect, test } from "vitest";
import type { PolicyRule } from "../../web/inbox/data/bank/api.ts";
import { violationsOn } from "./axe.ts";
import { openStage } from "./stage.ts";
import { describeInBrowser } from "./suite.ts";

describeInBrowser("what an administrator looks after", () => {
  const stage = openStage();
  const kept = async (path: string) => (await stage.system.ask("admin", "GET", path)).body;
  const bank = async () =>
    (await kept("/api/entity")) as unknown as {
      revision: number;
      slaPolicies: unknown[];
      slaRules?: PolicyRule[];
      teams: unknown[];
    };

  test("a person is added, changed and removed, each in the audit log, and nobody by mistake", async () => {
    const { page } = await stage.signIn({ who: "rose" });
    await page.goto(`${stage.system.url}/people`);
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Signs in as").fill("tom");
    await page.getByText("This person is here already").waitFor();
    expect(await page.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
    await page.getByLabel("Signs in as").fill("lea");
    await page.getByLabel("Name", { exact: true }).fill("Léa Martin");
    await page.getByText("Without a team").waitFor();
    await page.getByLabel("Messageries").check();
    await page.getByLabel("Fraud", { exact: true }).check();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Léa Martin is saved.").waitFor();
    expect(await kept("/api/agents/lea")).toMatchObject({
      name: "Léa Martin",
      role: "agent",
      teamIds: ["messaging"],
      skills: ["fraud"],
      capacity: 8,
    });

    await page.getByRole("button", { name: /Léa Martin/ }).click();
    await page.getByLabel("Role").selectOption({ label: "Supervisor" });
    await page.getByLabel("New here").check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Léa Martin is saved.").waitFor();
    expect(await kept("/api/agents/lea")).toMatchObject({
      role: "supervisor",
      probation: true,
      teamIds: ["messaging"],
    });

    await page.getByRole("button", { name: /Léa Martin/ }).click();
    await page.getByRole("button", { name: "Remove" }).click();
    const asked = page.getByRole("dialog");
    await asked.getByRole("button", { name: "Cancel" }).click();
    expect((await kept("/api/agents/lea"))["name"]).toBe("Léa Martin");
    await page.getByRole("button", { name: "Remove" }).click();
    await asked.getByRole("button", { name: "Remove and sign out" }).click();
    await page.getByText("Léa Martin is removed.").waitFor();
    expect((await stage.system.ask("admin", "GET", "/api/agents/lea")).status).toBe(404);
    await page.goto(`${stage.system.url}/log`);
    await page.getByText("Person removed").waitFor();
  });

  test("a macro is made, changed and removed; what is missing is said in the page's language", async () => {
    const { page } = await stage.signIn({ who: "ines", language: "fr-FR" });
    await page.locator(".rail-settings").click();
    await page.getByLabel("English").check();
    await page.keyboard.press("Escape");
    await page.locator('a.view[href="/sorting"]').click();
    const step = page.getByLabel("Add a step…");
    await step.selectOption({ label: "Close as: No answer needed: spam" });
    await step.selectOption({ label: "Take it" });
    const template = await step.locator("option", { hasText: "Propose the template" }).first().textContent();
    await step.selectOption({ label: template ?? "" });
    const steps = page.locator(".macro-steps li > span");
    expect(await steps.allTextContents()).toEqual(["Take it", template, "Close as: No answer needed: spam"]);
    const name = page.getByLabel("Name of the macro");
    const said = () => name.evaluate((field) => (field as unknown as { validationMessage: string }).validationMessage);
    await page.getByRole("button", { name: "Keep the macro" }).click();
    expect(await said()).toBe("Fill in this field.");
    await name.fill("Spam");
    expect(await said()).toBe("");
    await page.getByRole("button", { name: "Keep the macro" }).click();
    await page.getByRole("button", { name: "Change Spam" }).click();
    await page.getByRole("button", { name: "Take out the step: Take it" }).click();
    expect(await kept("/api/macros")).toMatchObject({
      items: [{ steps: [{ does: "take" }, { does: "template", templateId: expect.any(String) }, { does: "close" }] }],
    });
    await page.getByRole("button", { name: `Take out the step: ${template}` }).click();
    await name.fill("Only spam");
    await page.getByRole("button", { name: "Keep the change" }).click();
    await page.getByRole("button", { name: "Change Only spam" }).waitFor();
    expect(await kept("/api/macros")).toMatchObject({
      items: [{ name: "Only spam", steps: [{ does: "close", reason: "spam" }] }],
    });
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Remove Only spam" }).click();
    await page.getByText("There is no macro yet.").waitFor();
  });

  test("who is removed while signed in sees the inbox no more, and is told why", async () => {
    const kept = await stage.system.ask("rose", "GET", "/api/agents/nadia");
    const { complaints, page } = await stage.signIn({ who: "nadia" });
    await page.locator(".list-pane").waitFor();
    await stage.system.ask("rose", "DELETE", "/api/agents/nadia");
    // Whatever happens is told to who may hear it, and cuts the line of who may not; a silent one is cut by its heartbeat.
    const customer = stage.system.simulator.customer({ platform: "x", handle: "remous", name: "Rémi Remous" });
    await customer.post("Bonjour, une question");
    await page.getByText("Your account is known, but it has no access to this inbox.").waitFor();
    expect(await page.locator(".list-pane, .rail").count()).toBe(0);
    expect(complaints.splice(0)).toEqual(expect.arrayContaining([expect.stringContaining("403")]));
    const { name, role, teamIds, languages, skills, capacity } = kept.body;
    await stage.system.ask("rose", "PUT", "/api/agents/nadia", { name, role, teamIds, languages, skills, capacity });
  });

  test("who may do less from now on has the ways that are left, and all of them again later, without a reload", async () => {
    const ines = await stage.system.ask("rose", "GET", "/api/agents/ines");
    const { complaints, page } = await stage.signIn({ who: "ines" });
    const way = page.locator('.rail a[href="/wallboard"]');
    await way.waitFor();
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    const role = async (name: string) => {
      const { revision } = (await stage.system.ask("rose", "GET", "/api/agents/ines")).body;
      const profile = { ...ines.body, role: name, revision };
      expect((await stage.system.ask("rose", "PUT", "/api/agents/ines", profile)).status).toBe(204);
    };
    await role("agent");
    // Whatever happens is told to who may hear it: their line is cut, and comes back with what holds now.
    const customer = stage.system.simulator.customer({ platform: "x", handle: "rangee", name: "Rose Ranger" });
    await customer.post("Bonjour, une question");
    await way.waitFor({ state: "detached" });
    await page.locator('.rail a[href="/?view=mine"]').waitFor();
    expect(await page.evaluate(() => Reflect.get(globalThis, "isSamePage"))).toBe(true);
    await role("supervisor");
    await customer.post("Bonjour, une autre question");
    await way.waitFor();
    complaints.splice(0);
  });

  test("an administrator cannot lock themselves out", async () => {
    const { page } = await stage.signIn({ who: "rose", language: "fr-FR", width: 390, scheme: "dark" });
    await page.goto(`${stage.system.url}/people`);
    await page.getByRole("button", { name: /Rose Achard · / }).click();
    await page.getByText("ni vous retirer").waitFor();
    expect(await page.getByLabel("Rôle").isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: "Retirer" }).count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  });

  test("hours that cannot be read are not sent; those that can are, with all that the page does not show", async () => {
    const before = await bank();
    const { page } = await stage.signIn({ who: "rose" });
    await page.goto(`${stage.system.url}/hours`);
    await page.getByLabel("Monday").fill("morning");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Write hours such as").waitFor();
    expect(await bank()).toEqual(before);

    await page.getByLabel("Monday").fill("9-12, 14h-18h30");
    await page.getByLabel("Sunday").fill("");
    await page.getByLabel("On the clock of").selectOption("Europe/Paris");
    await page.getByLabel("Days unlike others").fill("2026-12-25\n2026-12-24 9-12");
    const usual = page.getByRole("group", { name: "Unless a rule below says otherwise" });
    await usual.getByLabel("First answer (minutes)").fill("90");
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. It holds").waitFor();
    const after = await bank();
    const { revision: _, slaPolicies: policies, ...rest } = after;
    const { revision: __, slaPolicies: ___, ...unchanged } = before;
    expect(rest).toEqual(unchanged);
    expect(policies.at(-1)).toMatchObject({
      firstResponseSeconds: 5_400,
      calendar: {
        timeZone: "Europe/Paris",
        weekly: {
          mon: [
            ["09:00", "12:00"],
            ["14:00", "18:30"],
          ],
          tue: [["00:00", "24:00"]],
        },
        holidays: ["2026-12-25"],
        exceptions: { "2026-12-24": [["09:00", "12:00"]] },
      },
    });
    expect(await page.getByLabel("Monday").inputValue()).toBe("09:00-12:00, 14:00-18:30");
  });

  test("a number that cannot be stays as it was typed and is told beside it, in the page's language; none is made up", async () => {
    const before = await bank();
    const { page } = await stage.signIn({ who: "rose", language: "fr-FR" });
    await page.goto(`${stage.system.url}/hours`);
    const usual = page.getByRole("group", { name: "Sauf règle contraire ci-dessous" });
    const first = usual.getByLabel("Première réponse (minutes)");
    const next = usual.getByLabel("Réponses suivantes (minutes)");
    await first.fill("0");
    await next.fill("");
    await next.press("Tab");
    await usual.getByText("Un nombre à partir de 1.").nth(1).waitFor();
    expect(await first.inputValue()).toBe("0");
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    expect(await page.locator(":focus").getAttribute("aria-invalid")).toBe("true");
    expect(await bank()).toEqual(before);

    await next.fill("30");
    await first.fill("45");
    // Changed without leaving the field, as a screen reader or a script of the browser does.
    await usual.getByLabel("Les superviseurs sont prévenus").dispatchEvent("click");
    expect(await first.inputValue()).toBe("45");
    await first.press("Enter");
    await page.getByText("Enregistré. Cela vaut").waitFor();
    expect((await bank()).slaPolicies.at(-1)).toMatchObject({
      firstResponseSeconds: 2_700,
      nextResponseSeconds: 1_800,
    });
  });

  test("who was overtaken is told, sees what the other kept beside their own changes, and saves both", async () => {
    const { complaints, page } = await stage.signIn({ who: "rose" });
    await page.goto(`${stage.system.url}/hours`);
    await page.getByLabel("Tuesday").fill("10:00-17:00");
    const { teams, ...rest } = await bank();
    const renamed = teams.map((team, at) => (at === 0 ? { ...(team as object), name: "Réseaux" } : team));
    expect((await stage.system.ask("admin", "PUT", "/api/entity", { ...rest, teams: renamed })).status).toBe(200);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Their changes are here now and yours have stayed").waitFor();
    expect(complaints.splice(0)).toEqual([expect.stringContaining("409")]);
    expect(await page.getByLabel("Name", { exact: true }).first().inputValue()).toBe("Réseaux");
    expect(await page.getByLabel("Tuesday").inputValue()).toBe("10:00-17:00");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. It holds").waitFor();
    const after = await bank();
    expect(after.teams).toEqual(renamed);
    expect(after.slaPolicies.at(-1)).toMatchObject({ calendar: { weekly: { tue: [["10:00", "17:00"]] } } });
    expect((await stage.system.ask("admin", "PUT", "/api/entity", { ...after, teams })).status).toBe(200);
  });

  test("promises of rules are added, ordered, tried, taken back and kept by keyboard", async () => {
    const { page } = await stage.signIn({ who: "rose" });
    await page.goto(`${stage.system.url}/hours`);
    await page.getByText("1. For urgency: urgent").waitFor();
    const usual = page.getByRole("group", { name: "Unless a rule below says otherwise" });
    await usual.getByLabel("At risk after").fill("all of it");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Write up to five numbers").waitFor();
    await usual.getByLabel("At risk after").fill("90 %, 60");

    await page.getByRole("button", { name: "Add a rule" }).focus();
    await page.keyboard.press("Enter");
    const rule = page.locator("details.desk-rule").nth(1);
    await rule.getByText("Tick what it is for").first().waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Rule 2 is for everything" }).click();
    await rule.getByRole("checkbox", { name: "Cards" }).check();
    await rule.getByRole("checkbox", { name: "WhatsApp" }).check();
    await rule.getByLabel("First answer (minutes)").fill("30");
    await page.keyboard.press("Tab");
    await rule.getByLabel("Its time runs").selectOption("always");
    await rule.getByRole("button", { name: "Add a step" }).press("Enter");
    await rule.getByLabel("Goes to the team").last().selectOption("messaging");
    const trial = page.getByRole("region", { name: "Try it" });
    await trial.getByLabel("A message arrives").fill("2026-11-27T17:40");
    await trial.getByLabel("Channel").selectOption("whatsapp");
    await trial.getByLabel("Topic").selectOption("cards");
    await trial.getByText("2. For channel: WhatsApp; topic: Cards").waitFor();
    await trial
      .getByText(/Friday,? 27 November 2026 at 18:10/)
      .first()
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);

    await rule.getByRole("button", { name: "Move rule 2 up" }).press("Enter");
    await page.getByText("1. For channel: WhatsApp; topic: Cards").first().waitFor();
    expect(await page.locator(":focus").textContent()).toBe("Move rule 1 down");
    await page.getByRole("button", { name: "Take out rule 1" }).press("Enter");
    await page.getByText("1. For urgency: urgent").waitFor();
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    await page.getByText("2. For urgency: urgent").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. It holds").waitFor();
    const kept = await bank();
    expect(kept.slaPolicies.at(-1)).toMatchObject({ atRiskFractions: [0.6, 0.9] });
    expect(kept.slaRules).toMatchObject([
      {
        when: { topic: ["cards"], channel: ["whatsapp"] },
        policy: { firstResponseSeconds: 1_800, calendar: { timeZone: "UTC" } },
      },
      { when: { priority: ["urgent"] }, policy: { id: "urgent", firstResponseSeconds: 900 } },
    ]);
    expect(kept.slaRules?.[0]?.policy.escalation?.at(-1)).toMatchObject({ teamId: "messaging" });
    expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
  });

  test("a team with people or accounts stays, and the page says why in French too", async () => {
    const { complaints, page } = await stage.signIn({ who: "rose", language: "fr-FR", width: 390, scheme: "dark" });
    await page.goto(`${stage.system.url}/hours`);
    await page.getByRole("button", { name: "Retirer Relations presse" }).waitFor();
    expect(await page.getByRole("button", { name: "Retirer Messageries" }).count()).toBe(0);
    await page.getByText("confiez-les d’abord à une autre équipe").first().waitFor();
    // A team that has no name yet can be chosen nowhere, and is nobody's choice.
    await page.getByRole("button", { name: "Ajouter une équipe" }).click();
    const chosen = await page.locator("form.desk-form option:checked").allTextContents();
    expect(chosen.filter((name) => name === "")).toEqual([]);
    await page.getByRole("button", { name: "Retirer la nouvelle" }).click();
    await page.getByRole("button", { name: "Retirer Relations presse" }).click();
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByText("Cette équipe a encore des personnes").waitFor();
    // The refusal itself, as the browser tells it.
    expect(complaints.splice(0)).toEqual([expect.stringContaining("409")]);
    expect(await violationsOn(page)).toEqual([]);
    expect((await bank()).teams).toContainEqual(expect.objectContaining({ id: "press" }));
  });

  test("the bank's own rules: what is kept, its numbers tried on a message, what may stand", async () => {
    const { page } = await stage.signIn({ who: "rose" });
    await page.goto(`${stage.system.url}/redaction`);
    const rules = page.getByRole("region", { name: "The bank’s own rules" });
    await rules.getByLabel("phone number, Private", { exact: true }).selectOption({ label: "Kept" });
    await rules.getByRole("button", { name: "Add a pattern" }).click();
    await rules.getByLabel("Short name").fill("client");
    await rules.getByLabel("Pattern", { exact: true }).fill("\\d+");
    await rules.getByText("nothing without an end").waitFor();
    await rules.getByRole("button", { name: "Save the rules" }).click();
    expect((await kept("/api/entity"))["redaction"]).toBeUndefined();

    await rules.getByLabel("Pattern", { exact: true }).fill("[A-Z]{2}-?\\d{6}");
    await rules.getByLabel("Try it on").fill("Mon numéro est LM-204417, merci");
    await rules.getByText("Would be removed: LM-204417").waitFor();
    await rules.getByLabel("The bank’s public numbers").fill("01 99 00 12 34\n\n01 99 00 12 34");
    expect(await violationsOn(page)).toEqual([]);
    await rules.getByRole("button", { name: "Save the rules" }).click();
    await rules.getByText("Saved. It holds").waitFor();
    expect((await kept("/api/entity"))["redaction"]).toEqual({
      treatments: { phone: { public: "drop", private: "keep" } },
      patterns: [{ name: "client", kind: "customer-number", pattern: "[A-Z]{2}-?\\d{6}" }],
      allow: ["01 99 00 12 34"],
    });

    await rules.getByRole("button", { name: "Take out client" }).click();
    await rules.getByRole("button", { name: "Save the rules" }).click();
    await rules.getByText("Saved. It holds").waitFor();
    expect((await kept("/api/entity"))["redaction"]).toMatchObject({ patterns: [] });
  });
});
