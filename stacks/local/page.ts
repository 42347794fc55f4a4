import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { Hono } from "hono";

const root = new URL("../..", import.meta.url).pathname;
const cache = join(root, "node_modules/.cache/guichet");

/** Builds the agents' page from `web/` and answers its folder. Sources that were built before are not built again. */
export const buildPage = async (building = (): void => undefined): Promise<string> => {
  const folder = join(cache, `page-${digestOfSources()}`);
  if (existsSync(folder)) return folder;
  building();
  const draft = `${folder}.${process.pid}`;
  const { build } = await import("vite");
  const configFile = join(root, "web/vite.config.ts");
  await build({ root: join(root, "web"), configFile, logLevel: "error", build: { outDir: draft } });
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another process built the same meanwhile.
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  forgetOldPages();
  return folder;
};

/** Pages of a day ago: nobody is about to read them. */
const forgetOldPages = (): void => {
  for (const name of globSync("page-*", { cwd: cache })) {
    const path = join(cache, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > dayMilliseconds) rmSync(path, { recursive: true, force: true });
  }
};
const dayMilliseconds = 24 * 3_600_000;

/** The page and what it may take from the rest: pure core, its dependencies, its build's configuration. */
const digestOfSources = (): string => {
  const hash = createHash("sha256");
  const files = globSync(["web/**/*.*", "core/**/*.ts", "package-lock.json", "tsconfig.json"], { cwd: root });
  for (const file of files.toSorted())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex").slice(0, 16);
};

/**
 * Serves a folder as CloudFront does on AWS: files as they are, those with a digest in their name for good, and
 * the page itself for every other address, so that a conversation's address can be opened. The folder is read once.
 */
export const servePage = (folder: string): Hono => {
  const files = new Map(
    globSync("**/*.*", { cwd: folder }).map((file) => [
      `/${file.replaceAll("\\", "/")}`,
      readFileSync(join(folder, file)),
    ]),
  );
  const app = new Hono();
  app.get("*", ({ req }) => {
    const path = files.has(req.path) || extname(req.path) !== "" ? req.path : "/index.html";
    const file = files.get(path);
    if (file === undefined) return new Response(null, { status: 404 });
    const headers = {
      "content-type": types[extname(path)] ?? "application/octet-stream",
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    };
    return new Response(file, { headers });
  });
  return app;
};

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
