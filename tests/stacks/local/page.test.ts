import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { servePage } from "../../../stacks/local/page.ts";

const folder = mkdtempSync(join(tmpdir(), "guichet-"));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "index.html"), "<!doctype html><title>Guichet</title>");
writeFileSync(join(folder, "assets/index-B1.js"), "start();");
writeFileSync(join(folder, "..secret.json"), "{}");
const page = servePage(folder);

const read = async (path: string) => {
  const response = await page.request(path);
  const { headers, status } = response;
  return {
    status,
    type: headers.get("content-type"),
    cache: headers.get("cache-control"),
    text: await response.text(),
  };
};

test("a conversation's address opens the page", async () => {
  const index = { status: 200, type: "text/html; charset=utf-8", cache: "no-cache" };
  expect(await read("/conversations/c_1")).toMatchObject({ ...index, text: expect.stringContaining("Guichet") });
  expect(await read("/")).toMatchObject(index);
});

test("a file with a digest in its name is kept for good, the page never", async () => {
  expect(await read("/assets/index-B1.js")).toMatchObject({
    status: 200,
    type: "text/javascript; charset=utf-8",
    cache: "public, max-age=31536000, immutable",
  });
});

test("a file that is not there is not the page", async () => {
  expect((await read("/assets/index-OLD.js")).status).toBe(404);
});

test("nothing outside the folder is served", async () => {
  expect((await read("/..%2f..%2fetc/passwd")).text).not.toContain("root:");
  expect((await read("/assets/../../../../etc/hosts.txt")).status).toBe(404);
});
