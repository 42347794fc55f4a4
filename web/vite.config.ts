import { defineConfig, type Plugin } from "vite";
import solid from "vite-plugin-solid";

/**
 * Names in the document what the way in will import: it is fetched while the issuer answers, and not after. `modules`:
 * those modules, from the root.
 */
const foretell = (modules: readonly string[]): Plugin => ({
  name: "foretell",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const told = chunks.filter(({ facadeModuleId: id }) => modules.some((module) => id?.endsWith(`/${module}`)));
      const files = new Set(told.flatMap(({ fileName, imports }) => [fileName, ...imports]));
      return [...files].map((file) => ({
        tag: "link",
        attrs: { rel: "modulepreload", crossorigin: "", href: `/${file}` },
        injectTo: "head" as const,
      }));
    },
  },
});

/** Builds the agents' inbox. Callers name `build.outDir`; everything else is fixed here. */
export default defineConfig({
  root: new URL(".", import.meta.url).pathname,
  plugins: [solid(), foretell(["inbox/data/opening.ts", "inbox/app.tsx"])],
  build: {
    target: "es2024",
    // The page's Content-Security-Policy has no inline script, style or data: script: everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    reportCompressedSize: false,
  },
});
