import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "vite";
import { expect, test } from "vitest";

const root = new URL("../../web", import.meta.url).pathname;
const components = globSync("**/*.tsx", { cwd: root });

/** Attributes that a person reads or hears. */
const SPOKEN = new Set(["aria-label", "aria-description", "title", "placeholder", "alt", "label"]);
const LETTERS = /\p{L}{2,}/u;

type Node = { type: string; [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

const nodesOf = function* (node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child);
  }
};

/** Words written into a component instead of the catalogue. */
const strayWords = (source: string): string[] => {
  const stray: string[] = [];
  const note = (text: unknown) => {
    if (typeof text === "string" && LETTERS.test(text)) stray.push(text.trim());
  };
  for (const node of nodesOf(parseAst(source, { lang: "tsx" }) as unknown as Node)) {
    if (node.type === "JSXText") note(node["value"]);
    if (node.type === "JSXElement" || node.type === "JSXFragment")
      (node["children"] as Node[]).forEach(noteLiteral(note));
    if (node.type === "JSXAttribute" && SPOKEN.has(String((node["name"] as Node)["name"]))) {
      noteLiteral(note)(node["value"] as Node);
    }
  }
  return stray;
};

const noteLiteral = (note: (text: unknown) => void) => (node: Node | null) => {
  if (node?.type === "Literal") note(node["value"]);
  if (node?.type !== "JSXExpressionContainer") return;
  for (const inner of nodesOf(node["expression"] as Node)) {
    if (inner.type === "JSXElement" || inner.type === "CallExpression") return;
    if (inner.type === "Literal" && / |^\p{Lu}\p{Ll}/u.test(String(inner["value"]))) note(inner["value"]);
    if (inner.type === "TemplateElement") note((inner["value"] as { raw: string }).raw);
  }
};

test.each(components)("%s says nothing that is not in the catalogue", (file) => {
  expect(strayWords(readFileSync(join(root, file), "utf8"))).toEqual([]);
});

test("a stray word would be found wherever a person could meet it", () => {
  const source = `const View = () => <p title="Stray title" aria-label={\`Stray label\`} class="fine">Stray text{"Stray value"}</p>;`;
  expect(strayWords(source).toSorted()).toEqual(["Stray label", "Stray text", "Stray title", "Stray value"]);
});

const leavesOf = (value: unknown, path = ""): [string, unknown][] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`))
    : [[path, value]];

/** Every file of a language, those of parts that are loaded later too. */
const catalogueOf = async (code: "en" | "fr"): Promise<Record<string, unknown>> => {
  const files = globSync("*.ts", { cwd: join(root, "inbox/language", code) }).filter((file) => file !== "index.ts");
  const modules = await Promise.all(files.map((file) => import(join(root, "inbox/language", code, file))));
  return Object.assign({}, ...modules);
};

const [en, fr] = await Promise.all([catalogueOf("en"), catalogueOf("fr")]);

test("both languages have every key and leave none empty", () => {
  const [english, french] = [leavesOf(en), leavesOf(fr)];
  expect(french.map(([path]) => path).toSorted()).toEqual(english.map(([path]) => path).toSorted());
  expect([...english, ...french].filter(([, text]) => text === "")).toEqual([]);
});

test("French sentences are French: none is left as its English original", () => {
  const english = new Map(leavesOf(en));
  const same = leavesOf(fr).filter(([path, text]) => typeof text === "string" && text === english.get(path));
  const shared =
    /^\.\w+\.(product|fact|channel|visibility|mark\.names|attachment|role|list\.title|conversation\.thread|names|section\.incident|trend\.minutes|kinds\.(message|incident)|composer\.formatSign|care\.macro|macros$)/;
  expect(same.filter(([path]) => !shared.test(path))).toEqual([]);
});

/** What is written in a file of words, the constant parts of its sentences too. */
const writtenIn = (file: string): string[] =>
  [...nodesOf(parseAst(readFileSync(join(root, file), "utf8"), { lang: "ts" }) as unknown as Node)].flatMap((node) => {
    if (node.type === "TemplateElement") return [(node["value"] as { raw: string }).raw];
    return node.type === "Literal" && typeof node["value"] === "string" ? [node["value"]] : [];
  });

/** Signs that stand alone on the next line where an ordinary space leads to them, and numbers without their unit. */
const PARTED = / [;:!?»]|« |\d (?:h|Mo|%)(?!\p{L})/u;

const french = [
  ...globSync("inbox/language/fr/*.ts", { cwd: root }),
  "inbox/pages/handoff/fr.ts",
  "../functions/secure/words/fr.ts",
];

test.each(french)("in %s no sign parts from its word at the end of a line", (file) => {
  expect(writtenIn(file).filter((text) => PARTED.test(text))).toEqual([]);
});
