import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, renameSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import { Hono } from "hono";

const root = new URL("../..", import.meta.url).pathname;
const cache = join(root, "node_modules/.cache/guichet");

/** Builds the agents' page from `web/` and answers its folder. Sources that were built before are not built again. */
export const buildPage = async (): Promise<string> => {
  const folder = join(cache, `page-${digestOfSources()}`);
  if (existsSync(folder)) return folder;
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
  return folder;
};

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
 * the page itself for every other address, so that a conversation's address can be opened.
 */
export const servePage = (folder: string): Hono => {
  const files = new Map(
    globSync("**/*.*", { cwd: folder }).map((file) => [`/${file.replaceAll("\\", "/")}`, join(folder, file)]),
  );
  const app = new Hono();
  app.get("*", ({ req }) => {
    const file = files.get(req.path);
    if (file === undefined && extname(req.path) !== "") return new Response(null, { status: 404 });
    const path = file ?? join(folder, "index.html");
    const cacheControl = req.path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    const type = types[extname(path)] ?? "application/octet-stream";
    return new Response(readFileSync(path), { headers: { "content-type": type, "cache-control": cacheControl } });
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
