import { createHash } from "node:crypto";
import type { Hono } from "hono";

/** The page's own script and style. */
export type Assets = { readonly script: string; readonly style: string };

/** Where they are: named for their content, so that they can be kept for good. */
export type AssetPaths = { readonly script: string; readonly style: string };

const path = (name: string, text: string, ending: string): string =>
  `/secure/assets/${name}.${createHash("sha256").update(text).digest("hex").slice(0, 16)}.${ending}`;

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
};
