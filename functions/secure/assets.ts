import { createHash } from "node:crypto";
import type { Hono } from "hono";

/** The page's own script and style. */
export type Assets = { readonly script: string; readonly style: string };

/** Where they are: named for their content, so that they can be kept for good. */
export type AssetPaths = { readonly script: string; readonly style: string };

const path = (name: string, text: string, ending: string): string =>
  `/secure/assets/${name}.${createHash("sha256").update(text).digest("hex").slice(0, 16)}.${ending}`;

/** A lock, so that no browser asks the host for a sign of its own. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#1258a8" d="M7 10V8a5 5 0 0 1 10 0v2h1a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zm2 0h6V8a3 3 0 0 0-6 0z"/></svg>';
export const iconPath = "/secure/assets/icon.svg";

export const pathsOf = ({ script, style }: Assets): AssetPaths => ({
  script: path("page", script, "js"),
  style: path("page", style, "css"),
});

export const addAssets = (app: Hono, assets: Assets): void => {
  const paths = pathsOf(assets);
  const add = (at: string, text: string, type: string): void => {
    app.get(at, (context) =>
      context.body(text, 200, { "content-type": type, "cache-control": "public, max-age=31536000, immutable" }),
    );
  };
  add(paths.script, assets.script, "text/javascript; charset=utf-8");
  add(paths.style, assets.style, "text/css; charset=utf-8");
  add(iconPath, icon, "image/svg+xml");
};
