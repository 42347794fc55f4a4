import { expect, test } from "vitest";
import * as Audit from "#core/audit";

const at = "2026-11-23T09:00:00.000Z";

/** A log of so many messages, each with its digest, as a conversation's commits would have sealed it. */
const dossierOf = (words: readonly string[]): Audit.Dossier => {
  const texts = words.map((text, index) => ({ messageId: `m_${index}`, text, salt: `salt-${index}` }));
  const entries: string[] = [];
  for (const { messageId, salt, text } of texts) {
    const last = entries.at(-1);
    entries.push(
      Audit.sealEntry({
        version: entries.length + 1,
        commitId: `commit-${messageId}`,
        at,
        actor: { kind: "contact" },
        events: [{ type: "received", messageId, digest: Audit.digestBody(text, salt) }],
        previous: last === undefined ? Audit.genesis : Audit.hashEntry(last),
      }),
    );
  }
  const head = { version: entries.length, hash: Audit.hashEntry(entries.at(-1) ?? "") };
  return { format: "guichet-dossier/1", conversationId: "c_1", exportedAt: at, head, entries, texts };
};

const whole = dossierOf(["Bonjour", "Ma carte est bloquée", "Merci"]);

test("a dossier nobody touched holds, words included", () => {
  expect(Audit.verify(whole)).toEqual({
    entries: 3,
    isIntact: true,
    texts: { same: 3, different: [], erased: 0, gone: 0 },
  });
});

test("a changed entry breaks the chain at the one after it", () => {
  const entries = whole.entries.with(0, (whole.entries[0] ?? "").replace("09:00", "08:00"));
  expect(Audit.verify({ ...whole, entries })).toMatchObject({ isIntact: false, brokenAt: 2 });
});

test("a changed last entry differs from the head, and one that is no entry is where it breaks", () => {
  const changed = whole.entries.with(2, (whole.entries[2] ?? "").replace("contact", "nobody!"));
  expect(Audit.verify({ ...whole, entries: changed })).toMatchObject({ isIntact: false, brokenAt: 4 });
  expect(Audit.verify({ ...whole, entries: whole.entries.with(1, "{") })).toMatchObject({
    isIntact: false,
    brokenAt: 2,
  });
});

test("entries that were left out are missed: in the middle, at the end, all of them", () => {
  expect(Audit.verify({ ...whole, entries: whole.entries.toSpliced(1, 1) })).toMatchObject({ brokenAt: 2 });
  expect(Audit.verify({ ...whole, entries: whole.entries.slice(0, 2) })).toMatchObject({ brokenAt: 3 });
  expect(Audit.verify({ ...whole, entries: [] })).toMatchObject({ isIntact: false, brokenAt: 1 });
});

test("other words than the log speaks of are named, and what is not kept any more is counted", () => {
  const [first, second] = whole.texts;
  if (first === undefined || second === undefined) throw new Error("no texts");
  const texts = [{ ...first, text: "Bonsoir" }, second];
  expect(Audit.verify({ ...whole, texts })).toEqual({
    entries: 3,
    isIntact: true,
    texts: { same: 1, different: ["m_0"], erased: 0, gone: 1 },
  });
});

test("what was erased is told from what is missing, by the log itself", () => {
  const last = whole.entries.at(-1) ?? "";
  const order = Audit.sealEntry({
    version: 4,
    commitId: "erase",
    at,
    actor: { kind: "system", id: "clock" },
    events: [{ type: "erasure-ordered", ground: "term" }],
    previous: Audit.hashEntry(last),
  });
  const since = Audit.sealEntry({
    version: 5,
    commitId: "commit-m_3",
    at,
    actor: { kind: "contact" },
    events: [{ type: "received", messageId: "m_3", digest: Audit.digestBody("Me revoici", "salt-3") }],
    previous: Audit.hashEntry(order),
  });
  const erased = {
    ...whole,
    entries: [...whole.entries, order, since],
    head: { version: 5, hash: Audit.hashEntry(since) },
  };
  const texts = [{ messageId: "m_3", text: "Me revoici", salt: "salt-3" }];
  expect(Audit.verify({ ...erased, texts })).toMatchObject({
    isIntact: true,
    texts: { same: 1, different: [], erased: 3, gone: 0 },
  });
  expect(Audit.verify({ ...erased, texts: [] })).toMatchObject({ texts: { same: 0, erased: 3, gone: 1 } });
});
