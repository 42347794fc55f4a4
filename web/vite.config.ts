import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

/** Builds the agents' inbox. Callers name `build.outDir`; everything else is fixed here. */
export default defineConfig({
  root: new URL(".", import.meta.url).pathname,
  plugins: [solid()],
  build: {
    target: "es2024",
    // The page's Content-Security-Policy has no inline script, style or data: script: everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    reportCompressedSize: false,
  },
});
