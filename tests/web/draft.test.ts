import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiFault } from "../../web/inbox/data/api-fault.ts";
import type { Draft } from "../../web/inbox/data/api-types.ts";
import { createDrafts } from "../../web/inbox/data/draft.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const kept = (text: string): Draft => ({
  conversationId: "c_1",
  mode: "reply",
  text,
  inboundSeen: 1,
  savedAt: "2026-11-23T09:00:00.000Z",
});

/** Drafts over a server that keeps the last text it was given, and may not answer. */
const draftsOver = (first = "") => {
  const server = { text: first, saves: 0, isDown: false };
  let last: Pick<Draft, "text" | "aside"> | undefined;
  const sending = new Set<string>();
  const api = {
    draft: async () => ({ draft: server.text === "" ? null : kept(server.text) }),
    drafts: async () => ({ items: server.text === "" ? [] : [kept(server.text)] }),
    saveDraft: async (_id: string, draft: Pick<Draft, "text" | "aside">) => {
      const { text } = draft;
      server.saves += 1;
      last = draft;
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (server.isDown) throw new ApiFault("network");
      server.text = text;
      return { draft: null };
    },
  };
  const drafts = createDrafts(
    api,
    () => undefined,
    (id) => sending.has(id),
  );
  const write = (text: string) => drafts.setDraft("c_1", { mode: "reply", text });
  return { drafts, server, saved: () => last, sending, write };
};

test("what is typed is saved once it pauses, the last text last", async () => {
  const { drafts, server, write } = draftsOver();
  for (const text of ["B", "Bo", "Bon"]) write(text);
  await vi.advanceTimersByTimeAsync(750);
  write("Bonjour");
  await vi.runAllTimersAsync();
  expect(server).toMatchObject({ text: "Bonjour", saves: 2 });
  expect(drafts.hasUnsavedDrafts()).toBe(false);
});

test("words that are given stand in front of what is written for the same readers, and nothing written is lost", async () => {
  const { drafts, saved } = draftsOver();
  const warning = { mode: "reply", text: "Ne publiez pas votre carte." } as const;
  drafts.setDraft("c_1", { mode: "reply", text: "Bonjour", inboundSeen: 2, templateId: "t_1" });
  drafts.turnDraft("c_1", "note");
  drafts.setDraft("c_1", { mode: "note", text: "Il a menti" });
  for (const _ of [1, 2]) drafts.prepareDraft("c_1", warning);
  const text = "Ne publiez pas votre carte.\n\nBonjour";
  const both = { mode: "reply", text, inboundSeen: 2, templateId: "t_1", aside: { mode: "note", text: "Il a menti" } };
  expect(drafts.draft("c_1")).toMatchObject(both);
  await vi.runAllTimersAsync();
  expect(saved()).toMatchObject(both);
});

test("a note does not go over to the customer by a change of mode, and comes back with its own", async () => {
  const { drafts, saved } = draftsOver();
  drafts.setDraft("c_1", { mode: "private", text: "Bonjour", inboundSeen: 2, templateId: "t_1" });
  drafts.turnDraft("c_1", "note");
  expect(drafts.draft("c_1")).toMatchObject({ mode: "note", text: "" });
  drafts.setDraft("c_1", { mode: "note", text: "Il a menti" });
  drafts.turnDraft("c_1", "reply");
  expect(drafts.draft("c_1")).toMatchObject({ mode: "reply", text: "Bonjour", inboundSeen: 2, templateId: "t_1" });
  await vi.runAllTimersAsync();
  expect(saved()).toMatchObject({ text: "Bonjour", templateId: "t_1", aside: { mode: "note", text: "Il a menti" } });
});

test("what waits beside a text that is sent stays, and is saved again", async () => {
  const { drafts, saved } = draftsOver();
  drafts.setDraft("c_1", { mode: "private", text: "Bonjour" });
  drafts.setDraft("c_1", { mode: "note", text: "À suivre" });
  await vi.runAllTimersAsync();
  drafts.setAside("c_1");
  expect(drafts.draft("c_1")).toEqual({ mode: "private", text: "Bonjour" });
  drafts.turnDraft("c_1", "note");
  drafts.setDraft("c_1", { mode: "note", text: "Encore" });
  drafts.turnDraft("c_1", "private");
  drafts.setAside("c_1");
  expect(drafts.draft("c_1")).toMatchObject({ mode: "reply", text: "", aside: { mode: "note", text: "Encore" } });
  expect(drafts.hasDraft("c_1")).toBe(true);
  drafts.forgetDraft("c_1");
  await vi.runAllTimersAsync();
  expect(saved()).toMatchObject({ mode: "reply", text: "", aside: { mode: "note", text: "Encore" } });
});

test("a text that was on its way when it was sent is not left behind as a draft", async () => {
  const { drafts, server, write } = draftsOver();
  write("Bonjour");
  await vi.advanceTimersByTimeAsync(750);
  drafts.setAside("c_1");
  drafts.forgetDraft("c_1");
  await vi.runAllTimersAsync();
  expect(server.text).toBe("");
});

test("a text that is being sent does not come back beside itself", async () => {
  const { drafts, sending } = draftsOver("Bonjour");
  sending.add("c_1");
  await drafts.openDraft("c_1");
  await drafts.loadDrafts();
  expect(drafts.draft("c_1").text).toBe("");
  sending.clear();
  await drafts.openDraft("c_1");
  expect(drafts.draft("c_1").text).toBe("Bonjour");
});

test("what is being written here wins over what was kept", async () => {
  const { drafts, write } = draftsOver("Ancien");
  write("Nouveau");
  await drafts.openDraft("c_1");
  expect(drafts.draft("c_1").text).toBe("Nouveau");
});

test("what could not be saved says so, and is saved when the line is back", async () => {
  const { drafts, server, write } = draftsOver();
  server.isDown = true;
  write("Dans un tunnel");
  await vi.runAllTimersAsync();
  expect(drafts.keeping("c_1")).toBe("unsaved");
  server.isDown = false;
  drafts.saveDrafts();
  await vi.runAllTimersAsync();
  expect([drafts.keeping("c_1"), server.text]).toEqual(["kept", "Dans un tunnel"]);
});

const reply = (text: string) => ({ mode: "reply", text }) as const;

test("what was typed just before an answer is taken back has reached the server when it is asked", async () => {
  const { drafts, server, write } = draftsOver();
  write("Et");
  await vi.advanceTimersByTimeAsync(750);
  write("Et encore");
  const settled = drafts.settleDraft("c_1");
  await vi.advanceTimersByTimeAsync(300);
  expect(await settled).toMatchObject({ text: "Et encore" });
  expect(server).toMatchObject({ text: "Et encore", saves: 2 });
  server.isDown = true;
  write("Et encore un mot");
  const unheard = drafts.settleDraft("c_1");
  await vi.advanceTimersByTimeAsync(300);
  expect(await unheard).toMatchObject({ text: "Et encore un mot" });
});

test.each([
  ["Et", "Et", "Trop vite\n\nEt"],
  ["Et", "Et encore", "Trop vite\n\nEt encore"],
  ["Et", "", "Trop vite\n\n"],
  ["", "Nouveau", "Trop vite\n\nNouveau"],
])("what was %j when an answer was taken back and is %j now is not lost", async (asked, now, text) => {
  const { drafts, saved, write } = draftsOver();
  write(now);
  drafts.adoptDraft("c_1", kept(asked === "" ? "Trop vite" : `Trop vite\n\n${asked}`), reply(asked));
  expect(drafts.draft("c_1").text).toBe(text);
  await vi.runAllTimersAsync();
  if (now !== asked) expect(saved()?.text).toBe(text);
});

test("a note that was typed on while an answer was taken back stays beside it", () => {
  const { drafts } = draftsOver();
  const note = (text: string) => ({ mode: "note", text }) as const;
  drafts.setDraft("c_1", note("À vérifier avec Paul"));
  drafts.adoptDraft(
    "c_1",
    { ...kept("Trop vite"), aside: { ...note("À vérifier"), inboundSeen: 1 } },
    note("À vérifier"),
  );
  expect(drafts.draft("c_1")).toMatchObject({ mode: "reply", text: "Trop vite", aside: note("À vérifier avec Paul") });
});
