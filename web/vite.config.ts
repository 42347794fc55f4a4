import { defineConfig, type Plugin } from "vite";
import solid from "vite-plugin-solid";

/** Names in the document the files of this module, which the way in will import: they are there when they are wanted. */
const foretell = (module: string): Plugin => ({
  name: "foretell",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const told = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)));
      const entries = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
      const files = told ? [told.fileName, ...told.imports.filter((file) => !entries.has(file))] : [];
      const link = (attrs: Record<string, string>, file: string) => ({
        tag: "link",
        attrs: { ...attrs, crossorigin: "", href: `/${file}` },
        injectTo: "head" as const,
      });
      const styles = Object.keys(bundle).filter((file) => /\/sheet-[^/]+\.css$/.test(file));
      return [
        ...files.map((file) => link({ rel: "modulepreload" }, file)),
        ...styles.map((file) => link({ rel: "preload", as: "style" }, file)),
      ];
    },
  },
});

/** Builds the agents' inbox. Callers name `build.outDir`; everything else is fixed here. */
export default defineConfig({
  root: new URL(".", import.meta.url).pathname,
  plugins: [solid(), foretell("inbox/app.tsx")],
  build: {
    target: "es2024",
    // The page's Content-Security-Policy has no inline script, style or data: script: everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    reportCompressedSize: false,
    // Two files are the first view: what asks who is there, and what shows the list. Each more would cost its own fetch.
    rolldownOptions: {
      output: {
        // All of it is needed at once: compiled while it is fetched, beside the page's own thread (V8's compile hints).
        postBanner: ({ isEntry, name }) => (isEntry || name === "inbox" ? "//# allFunctionsCalledOnLoad" : ""),
        codeSplitting: {
          groups: [
            { name: "start", tags: ["$initial"], priority: 2 },
            { name: "inbox", test: /\/inbox\/(app\.tsx|data\/opening\.ts)$/, priority: 1 },
            // A file of its own for each small piece that pages share would cost more to ask for than to read. The words
            // of the first view share theirs with nobody.
            { name: "common", test: /(?<!\/language\/.*)\.ts$/, minShareCount: 3, maxModuleSize: 8_000 },
          ],
        },
      },
    },
  },
});
