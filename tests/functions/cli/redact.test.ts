import { spawn } from "node:child_process";
import { expect, test } from "vitest";

const root = new URL("../../..", import.meta.url).pathname;

const run = (
  args: readonly string[],
  input: string,
): Promise<{ readonly lines: readonly string[]; readonly code: number | null }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["functions/cli/redact.ts", ...args], { cwd: root });
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ lines: out.split("\n").filter((line) => line !== ""), code }));
    child.stdin.end(input);
  });

test("a line in is a line out, in its own language", async () => {
  const input = [
    { id: "a", text: "ma carte 4000 0566 5566 5556" },
    { id: 2, text: "call 07700 900123", lang: "en" },
  ];
  const { lines, code } = await run([], input.map((line) => JSON.stringify(line)).join("\n"));
  expect(code).toBe(0);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      id: "a",
      text: "ma carte [carte ••••5556]",
      found: [{ kind: "card", start: 9, end: 28, rule: "card.number", kept: "5556" }],
    },
    { id: 2, text: "call [phone]", found: [{ kind: "phone", start: 5, end: 17, rule: "phone.cue" }] },
  ]);
});

test("a broken line is answered without its content, the others go on, and the exit code says so", async () => {
  const { lines, code } = await run([], '{"id":1,"text":\n{"id":2}\n[1]\n\n{"id":3,"text":"merci"}\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { error: "not JSON" },
    { id: 2, error: "no text" },
    { error: "not an object" },
    { id: 3, text: "merci", found: [] },
  ]);
  expect(code).toBe(1);
});

test("ten thousand lines come through whole", async () => {
  const line = `${JSON.stringify({ id: 1, text: "rappelez le 06 12 34 56 78 ".repeat(4) })}\n`;
  const { lines, code } = await run([], line.repeat(10_000));
  expect([lines.length, code, lines.every((one) => !one.includes("12 34"))]).toEqual([10_000, 0, true]);
});

test("one message is explained, with what was left and why", async () => {
  const { lines } = await run(["--explain", "suivi 4000056655665557, tel 0612345678"], "");
  expect(lines).toEqual([
    "suivi 4000056655665557, tel [téléphone]",
    '  phone  phone.french  "0612345678"',
    '  left  card.number  "4000056655665557": Luhn fails, no cue',
  ]);
});
